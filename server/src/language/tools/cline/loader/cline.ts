import type { AgentDocument } from '../../../document/agentDocument.ts';
import { readStrictly } from '../../../document/strictYaml.ts';
import { delimiterIssue } from '../../../loading/delimiterIssue.ts';
import { type Issue, inTextOrder } from '../../../loading/issue.ts';
import { type LimitKind, limitMeantBy } from '../../../loading/limitKeys.ts';
import { listItems } from '../../../loading/listItems.ts';
import type { Loader } from '../../../loading/loader.ts';
import { mismatchIssue } from '../../../loading/mismatchIssues.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { placesOf } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { refused } from '../../../loading/refused.ts';
import { isMapping } from '../../../loading/shape.ts';
import { errorIssue, notMappingIssue } from '../../../loading/yaml/errorIssues.ts';
import { clineKeys, clineMismatches, clineNames } from './fields.ts';
import { type Cut, clineCut, cutsOf } from './frontMatter.ts';
import { clineToolIssues } from './tools.ts';

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
    if (!cuts || cuts.length === 0) return refused([delimiterIssue(document, 'Cline skips the file')]);
    const cut = clineCut(document.text, cuts);
    if (!cut) return refused(errorIssues(document, cuts[0]!));
    const body = document.slice(cut.body).trim();
    const data = dataOf(document, cut);
    const issues = keyIssues(document, data);
    if (unread)
      return refused([
        {
          code: 'file.notRead',
          effect: 'rejected',
          range: document.frontMatter.open,
          problem: 'File is not read here',
          consequence: unread,
        },
        ...issues,
      ]);
    if (body === '')
      return refused([
        {
          code: 'body.empty',
          effect: 'rejected',
          range: cut.close,
          problem: 'Prompt is empty',
          consequence: 'Cline skips the file',
          advice: 'Write a prompt below the front matter',
        },
        ...issues,
      ]);
    const tools = clineNames(data.tools);
    const skills = clineNames(data.skills);
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
      issues: inTextOrder([
        ...issues,
        ...clineToolIssues(
          listItems(document, 'tools'),
          tools,
          document.entry('tools')?.keyRange ?? document.frontMatter.open,
        ),
      ]),
      body: cut.body,
    };
  },
};

/** What is wrong before the first closing `---`, which Cline itself does not report. */
function errorIssues(document: AgentDocument, { yaml }: Cut): Issue[] {
  const reading = readStrictly(document.slice(yaml));
  if ('reason' in reading) {
    const error = { ...reading, offset: yaml.start + reading.offset };
    return [errorIssue(document, yaml, error, outcome)];
  }
  const data = reading.value;
  if (!isMapping(data) && data !== null) return [notMappingIssue(document, yaml, outcome)];
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  const mismatches = clineMismatches(data ?? {}).map(mismatch =>
    mismatchIssue(mismatch, {
      document,
      data,
      places,
      effect: 'rejected',
      consequence: outcome,
      code: codeOfEmpty(mismatch.path, mismatch.problem),
    }),
  );
  return [...mismatches, ...keyIssues(document, data ?? {})];
}

/** An empty name or description counts as missing. */
function codeOfEmpty(path: readonly (string | number)[], problem: string) {
  return () => {
    if (problem !== 'form' && problem !== 'empty' && problem !== 'null') return undefined;
    if (path[0] === 'name') return 'name.missing' as const;
    return path[0] === 'description' ? ('description.missing' as const) : undefined;
  };
}

function dataOf(document: AgentDocument, { yaml }: Cut): Record<string, unknown> {
  const reading = readStrictly(document.slice(yaml));
  return 'value' in reading && isMapping(reading.value) ? reading.value : {};
}

/** The key of an agent for each kind of limit that Cline has. */
const ownLimits: Partial<Record<LimitKind, string>> = { allow: 'tools', turns: 'maxIterations' };

function keyIssues(document: AgentDocument, data: Record<string, unknown>): Issue[] {
  return document.yaml.entries
    .filter(({ key }) => !clineKeys.includes(key) && Object.hasOwn(data, key))
    .map(({ key, keyRange }): Issue => {
      const at = { range: keyRange, field: key };
      const kind = limitMeantBy(key, data[key]);
      const own = kind && ownLimits[kind];
      if (kind)
        return {
          code: 'key.limit',
          effect: 'unrestricted',
          ...at,
          problem: problems.noLimit(key),
          consequence: 'Cline ignores it',
          advice: own ? `Use \`${own}\` instead` : 'List the tools that the agent may use under `tools`',
          ...(own && { data: { suggestion: own } }),
        };
      const suggestion =
        key === 'model' ? 'modelId' : key === 'maxTurns' ? 'maxIterations' : nearestKey(key, clineKeys);
      return {
        code: 'key.unknown',
        effect: suggestion ? 'ignored' : 'noted',
        ...at,
        problem: problems.unknownKey(key),
        consequence: 'Cline ignores it',
        ...(suggestion && { advice: `Did you mean \`${suggestion}\`?`, data: { suggestion } }),
      };
    });
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
