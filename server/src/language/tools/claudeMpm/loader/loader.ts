import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { byteOrderMarkCause, delimiterCause } from '../../../loading/delimiterCause.ts';
import type {
  Consequence,
  DocumentedFormat,
  KeyFact,
  Loaded,
  Reading,
} from '../../../loading/documented/format.ts';
import { reportEarlyDelimiter } from '../../../loading/earlyDelimiter.ts';
import type { IssueCollector } from '../../../loading/issue.ts';
import { limitMeantBy } from '../../../loading/limitKeys.ts';
import type { LoadResult } from '../../../loading/loader.ts';
import { placesOf } from '../../../loading/places.ts';
import { unifyLineEnds } from '../../../loading/unifyLineEnds.ts';
import { notMappingCause, reportYamlError } from '../../../loading/yaml/errors.ts';
import { pythonStripped } from '../../../loading/yaml/python/frontMatter.ts';
import { readPyYaml } from '../../../loading/yaml/python/readPyYaml.ts';
import { PythonDict, plainValue } from '../../../loading/yaml/python/values.ts';
import { reportDates, reportEffort, reportName } from './conditions.ts';
import { type BuildError, type Deployed, deploy } from './deployed.ts';

const refusal = 'Claude MPM does not deploy the agent';
const refused: Consequence = { effect: 'rejected', consequence: refusal };
const deployed = 'Claude MPM deploys the agent all the same';

/**
 * Agents of Claude MPM at their source. Measured: what its template builder makes of each file, that is what deployment
 * writes to `.claude/agents`. Its steps: the text between the first two `---` of a file that starts with one, the YAML
 * by PyYAML, three keys that must be there, and then each field where it is needed.
 */
export const claudeMpmFormat: DocumentedFormat = {
  tool: 'Claude MPM',
  version: '6.5.83',
  evidence: 'measured',
  what: 'agent',
  frontMatter: 'required',
  namedBy: 'file',
  // Its text is added to the agents in its folder and subfolders.
  excludes: fileName => /^base[-_]/i.test(fileName),
  place: {
    folder: '.claude-mpm/agents',
    reads: file => /^[^/]+\.md$/.test(file),
    what: 'the `.md` files directly in the folder',
  },
  read,
  invalid: { effect: 'noted', consequence: `${deployed}; its validator reports it` },
  errors: {
    name: { missing: refused, type: notUsed('name'), null: notUsed('name') },
    description: {
      missing: refused,
      null: { effect: 'changed', consequence: 'Claude MPM deploys a description of its own' },
      empty: { effect: 'changed', consequence: 'Claude MPM deploys a description of its own' },
      form: {
        effect: 'noted',
        consequence: 'Claude MPM’s validator asks for that; its own agents often have more',
      },
    },
    version: { missing: refused },
    tags: {
      type: { effect: 'noted', consequence: `${deployed}, and lists it without tags` },
    },
  },
  unknownKeys: 'ignored',
  keys: {
    type: {
      code: 'key.deprecated',
      consequence: 'Claude MPM renamed it to `agent_type` in March 2026',
      suggestion: 'agent_type',
    },
  },
  keyFact,
  conditions: (loaded, issues) => {
    reportName(loaded, issues);
    reportEffort(loaded, issues);
    reportDates(loaded, issues);
  },
  result,
};

function notUsed(key: string): Consequence {
  return {
    effect: 'noted',
    consequence: `Claude MPM deploys the agent under the name of its file, whatever \`${key}\` says`,
  };
}

interface MpmParts {
  readonly yaml: OffsetRange;
  readonly close: OffsetRange;
  readonly body: OffsetRange;
}

/** The parts of a file that starts with `---`, split at the second `---`, wherever it is. */
function splitLikeMpm(text: string): MpmParts | undefined {
  const close = text.startsWith('---') ? text.indexOf('---', 3) : -1;
  if (close < 0) return undefined;
  return {
    yaml: pythonStripped(text, { start: 3, end: close }),
    close: { start: close, end: close + 3 },
    body: pythonStripped(text, { start: close + 3, end: text.length }),
  };
}

/** The front matter of a file that Claude MPM can read. */
function matterOf(text: string): PythonDict | undefined {
  const parts = splitLikeMpm(text);
  const reading = parts && readPyYaml(unifyLineEnds(text, parts.yaml).yaml);
  return reading && 'value' in reading && reading.value instanceof PythonDict ? reading.value : undefined;
}

function read(document: AgentDocument, issues: IssueCollector): Reading {
  const { text } = document;
  const parts = splitLikeMpm(text);
  const unreadable = {
    data: {},
    body: document.frontMatter.body,
    invalid: new Set<string>(),
    isUnreadable: true,
  } as const;
  if (!parts) {
    issues.addCause(
      text.startsWith('\uFEFF---')
        ? byteOrderMarkCause
        : delimiterCause(document, ['name', 'description', 'version']),
      'rejected',
      refusal,
    );
    return unreadable;
  }
  const { yaml, toDocument } = unifyLineEnds(text, parts.yaml);
  const reading = readPyYaml(yaml);
  if ('reason' in reading) {
    reportYamlError(
      document,
      parts.yaml,
      { ...reading, offset: toDocument(reading.offset) },
      refusal,
      issues,
    );
    return unreadable;
  }
  if (!(reading.value instanceof PythonDict)) {
    issues.addCause(notMappingCause(document, parts.yaml), 'rejected', refusal);
    return unreadable;
  }
  reportEarlyDelimiter(document, parts.close, 'Claude MPM', [], issues);
  const data = plainValue(reading.value) as Record<string, unknown>;
  // The file's name is judged where its path is known.
  const built = deploy('agent', reading.value);
  const invalid = new Set<string>();
  if ('problem' in built && !built.isMissing) {
    reportFailure(document, built, issues);
    invalid.add(built.key);
  }
  return { data, body: parts.body, invalid };
}

function reportFailure(document: AgentDocument, { key, problem }: BuildError, issues: IssueCollector): void {
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  issues.add(
    key === 'description' ? 'description.invalid' : 'value.type',
    'rejected',
    places.value([key]),
    { problem, consequence: `${refusal}: it fails with an error` },
    { field: key },
  );
}

function result({ document, path }: Loaded): Partial<LoadResult> {
  const data = matterOf(document.text);
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const built = data && deploy(stem, data);
  if (!built || 'problem' in built) return {};
  const { name, description, model, effort, others } = built;
  const written = valuesOf(built);
  return {
    name,
    description: typeof written?.description === 'string' ? written.description : description,
    model,
    tools: null,
    permissionMode: null,
    fields: { name, description, model, effort, ...others },
  };
}

/** What a reader of YAML finds in the deployed front matter: backslashes are written as they stand. */
function valuesOf({ description }: Deployed): Record<string, unknown> | undefined {
  const line = description.replaceAll('\n', '\\n').replaceAll('"', '\\"');
  const reading = readPyYaml(`description: "${line}"`);
  return 'value' in reading ? (plainValue(reading.value) as Record<string, unknown>) : undefined;
}

/** Keys that limit an agent: none of them is written when it is deployed. */
function keyFact(key: string, data: Readonly<Record<string, unknown>>): KeyFact | undefined {
  const kind = limitMeantBy(key, data[key]);
  if (!kind) return undefined;
  const consequence =
    'Claude MPM does not write it when it deploys the agent: the deployed agent has every tool';
  return kind === 'allow' || kind === 'deny'
    ? {
        code: 'tools.ineffective',
        effect: 'unrestricted',
        consequence,
        advice: 'Limit the tools in the deployed file, and mark that as your own',
      }
    : {
        code: 'key.limit',
        effect: 'unrestricted',
        consequence: 'Claude MPM does not write it when it deploys the agent',
        advice: 'Do not rely on this limit',
      };
}
