import type { AgentDocument } from '../../../document/agentDocument.ts';
import { readStrictly } from '../../../document/strictYaml.ts';
import { delimiterCause } from '../../../loading/delimiterCause.ts';
import { IssueCollector } from '../../../loading/issue.ts';
import { type LimitKind, limitMeantBy } from '../../../loading/limitKeys.ts';
import { listItems } from '../../../loading/listItems.ts';
import type { Loader } from '../../../loading/loader.ts';
import { reportMismatch } from '../../../loading/mismatches.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { placesOf } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { refused } from '../../../loading/refused.ts';
import { isMapping, type Mismatch } from '../../../loading/shape.ts';
import { notMappingCause, reportYamlError } from '../../../loading/yaml/errors.ts';
import { clineKeys, clineMismatches, clineNames } from './fields.ts';
import { type Cut, clineCut, cutsOf } from './frontMatter.ts';
import { reportClineTools } from './tools.ts';

const outcome = 'Cline skips the file, whatever the cause, with “Missing closing YAML frontmatter delimiter”';

/**
 * Configured agents of Cline: `.yaml` files with front matter and a prompt. Its steps: the folder and the file name,
 * the delimiters, YAML and types together (a `---` closes only if what precedes it is an agent), the prompt.
 */
export const clineAgent: Loader = {
  tool: 'Cline',
  version: '3.0.65',
  recorded: '2026-11-21',
  evidence: 'measured',
  load({ document, path }) {
    const unread = clinePlace(path);
    const cuts = cutsOf(document.text);
    const issues = new IssueCollector();
    if (!cuts || cuts.length === 0) {
      issues.addCause(delimiterCause(document), 'rejected', 'Cline skips the file');
      return refused(issues);
    }
    const cut = clineCut(document.text, cuts);
    if (!cut) {
      reportErrors(document, cuts[0]!, issues);
      return refused(issues);
    }
    const isEmpty = document.slice(cut.body).trim() === '';
    const data = dataOf(document, cut);
    if (unread)
      issues.add('file.notRead', 'rejected', document.frontMatter.open, {
        problem: 'File is not read here',
        consequence: unread,
      });
    else if (isEmpty)
      issues.add('body.empty', 'rejected', cut.close, {
        problem: 'Prompt is empty',
        consequence: 'Cline skips the file',
        advice: 'Write a prompt below the front matter',
      });
    reportKeys(document, data, issues);
    if (unread || isEmpty) return refused(issues);
    const tools = clineNames(data.tools);
    const skills = clineNames(data.skills);
    const key = document.entry('tools')?.keyRange ?? document.frontMatter.open;
    reportClineTools(listItems(document, 'tools'), tools, key, issues);
    const name = String(data.name).trim();
    const description = String(data.description).trim();
    const model = data.modelId === undefined ? null : String(data.modelId).trim();
    return {
      loads: true,
      name,
      description,
      model,
      tools: tools ?? null,
      disallowedTools: null,
      permissionMode: null,
      fields: {
        name,
        description,
        ...(tools && { tools }),
        ...(skills && { skills }),
        ...(data.providerId !== undefined && { providerId: String(data.providerId).trim() }),
        ...(model !== null && { modelId: model }),
        ...(data.maxIterations !== undefined && { maxIterations: data.maxIterations }),
      },
      issues: issues.inTextOrder(),
      body: cut.body,
    };
  },
};

/** What is wrong before the first closing `---`, which Cline itself does not report. */
function reportErrors(document: AgentDocument, { yaml }: Cut, issues: IssueCollector): void {
  const reading = readStrictly(document.slice(yaml));
  if ('reason' in reading) {
    const error = { ...reading, offset: yaml.start + reading.offset };
    reportYamlError(document, yaml, error, outcome, issues);
    return;
  }
  const data = reading.value;
  if (!isMapping(data) && data !== null) {
    issues.addCause(notMappingCause(document, yaml), 'rejected', outcome);
    return;
  }
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  const context = {
    document,
    data,
    places,
    effect: 'rejected',
    consequence: outcome,
    code: codeOfEmpty,
  } as const;
  for (const mismatch of clineMismatches(data ?? {})) reportMismatch(mismatch, context, issues);
  reportKeys(document, data ?? {}, issues);
}

/** An empty name or description counts as missing. */
function codeOfEmpty({ path: [key], problem }: Mismatch): 'name.missing' | 'description.missing' | undefined {
  if (problem !== 'form' && problem !== 'empty' && problem !== 'null') return undefined;
  return key === 'name' || key === 'description' ? `${key}.missing` : undefined;
}

function dataOf(document: AgentDocument, { yaml }: Cut): Record<string, unknown> {
  const reading = readStrictly(document.slice(yaml));
  return 'value' in reading && isMapping(reading.value) ? reading.value : {};
}

/** The key of an agent for each kind of limit that Cline has. */
const ownLimits: Partial<Record<LimitKind, string>> = { allow: 'tools', turns: 'maxIterations' };

function reportKeys(document: AgentDocument, data: Record<string, unknown>, issues: IssueCollector): void {
  for (const { key, keyRange } of document.yaml.entries) {
    if (clineKeys.includes(key) || !Object.hasOwn(data, key)) continue;
    const kind = limitMeantBy(key, data[key]);
    if (kind) {
      const own = ownLimits[kind];
      issues.add(
        'key.limit',
        'unrestricted',
        keyRange,
        {
          problem: problems.noLimit(key),
          consequence: 'Cline ignores it',
          advice: own ? `Use \`${own}\` instead` : 'List the tools that the agent may use under `tools`',
        },
        { field: key, data: { suggestion: own } },
      );
      continue;
    }
    const suggestion =
      key === 'model' ? 'modelId' : key === 'maxTurns' ? 'maxIterations' : nearestKey(key, clineKeys);
    issues.add(
      'key.unknown',
      suggestion ? 'ignored' : 'noted',
      keyRange,
      {
        problem: problems.unknownKey(key),
        consequence: 'Cline ignores it',
        advice: suggestion && `Did you mean \`${suggestion}\`?`,
      },
      { field: key, several: 'Cline ignores them', data: { suggestion } },
    );
  }
}

/** Why Cline skips a file at `path`; `undefined` when it reads it, or the path does not tell. */
function clinePlace(path: string): string | undefined {
  const folder = /(?:^|\/)\.cline\/agents\/(.*)$/.exec(path);
  if (!folder)
    return /(?:^|\/)(?:\.agents|\.cline|Documents\/Cline\/Agents)\//.test(path)
      ? 'Cline reads agents only from `.cline/agents` of the project and of the home folder'
      : undefined;
  if (folder[1]!.includes('/')) return 'Cline does not read subfolders of `.cline/agents`';
  return /\.ya?ml$/i.test(folder[1]!) ? undefined : 'Cline reads only files that end in `.yaml` or `.yml`';
}
