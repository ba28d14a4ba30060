import type { AgentDocument, Path } from '../../../document/agentDocument.ts';
import { parseJsonTree } from '../../../document/jsonTree.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { IssueCollector } from '../../../loading/issue.ts';
import { jsonCause } from '../../../loading/jsonCause.ts';
import { type Loader, nothingLoaded } from '../../../loading/loader.ts';
import { reportMismatch } from '../../../loading/mismatches.ts';
import { placesOf } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { isMapping } from '../../../loading/shape.ts';
import { commandKeys } from './agentShape.ts';
import { configShape, entryShape, isServerShape, serverKeys } from './configShape.ts';
import type { FieldPlaces } from './fieldPlaces.ts';
import { reportMismatches } from './mismatchIssues.ts';
import { openCode } from './openCode.ts';
import { foldTools, type PermissionConfig, rulesOf } from './permission.ts';
import { reportLimits } from './permissionIssues.ts';
import type { LoadContext, Outcome } from './product.ts';
import { reportModel } from './settingIssues.ts';

const outcome: Outcome = {
  effect: 'crashes',
  consequence: 'OpenCode does not start with this configuration: no agent is available',
};

/**
 * The configuration of OpenCode, `opencode.json` or `opencode.jsonc` (recorded with 1.18.33 on 2026-11-29): JSON that can
 * have comments, trailing commas and a byte order mark. One wrong value of a known key refuses all of it; unknown keys are
 * ignored, but for `permissions`.
 */
export const openCodeConfig: Loader = {
  tool: openCode.tool,
  version: openCode.version,
  recorded: '2026-11-29',
  evidence: 'measured',
  load({ document }) {
    const issues = new IssueCollector();
    const data = readConfig(document, issues);
    if (!data) return { ...nothingLoaded, issues: issues.issues };
    const context: LoadContext = {
      product: openCode,
      document,
      places: placesIn(document, []),
      issues,
    };
    reportKeys(data, context);
    const places = placesOf(document.text, document.yaml, document.frontMatter.open);
    for (const mismatch of configShape(data, []))
      reportMismatch(mismatch, { document, data, places, ...outcome }, issues);
    for (const key of ['agent', 'mode']) reportAgents(data[key], key, context);
    reportCommands(data.command, context);
    reportServers(data.mcp, data, context);
    if (issues.issues.every(({ effect }) => effect !== 'crashes')) {
      reportLimitsIn(data, context);
      reportModel(data.model, context);
    }
    const all = issues.inTextOrder();
    const isRefused = all.some(({ effect }) => effect === 'crashes');
    return { ...nothingLoaded, loads: !isRefused, ...(!isRefused && { fields: data }), issues: all };
  },
};

function readConfig(
  document: AgentDocument,
  issues: IssueCollector,
): Readonly<Record<string, unknown>> | undefined {
  const { text, frontMatter, yaml } = document;
  const cause = jsonCause({ yaml: parseJsonTree(text, frontMatter.content, true) });
  if (cause?.isUnread) issues.add(cause.code, 'noted', cause.range, cause);
  else if (cause) issues.addCause(cause, outcome.effect, outcome.consequence);
  else if (!yaml.isMap && yaml.root)
    issues.add('value.type', outcome.effect, frontMatter.open, {
      problem: 'The configuration must be a JSON object',
      consequence: outcome.consequence,
    });
  if (issues.issues.length > 0) return undefined;
  return Object.fromEntries(yaml.entries.map(({ key, value }) => [key, value]));
}

/** The places below a path of the document; those of strings are without their quotes. */
function placesIn(document: AgentDocument, above: Path): FieldPlaces {
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  const bare = ({ start, end }: OffsetRange): OffsetRange =>
    /^"(?:[^"\\]|\\.)*"$/.test(document.text.slice(start, end))
      ? { start: start + 1, end: end - 1 }
      : { start, end };
  return {
    key: path => bare(places.key([...above, ...path])),
    value: path => bare(places.value([...above, ...path])),
  };
}

function reportAgents(value: unknown, key: string, context: LoadContext): void {
  if (!isMapping(value)) return;
  for (const [name, agent] of Object.entries(value)) {
    if (!isMapping(agent)) continue;
    const below = { ...context, places: placesIn(context.document, [key, name]) };
    const mismatches = entryShape(agent);
    reportMismatches(mismatches, agent, outcome, below);
    if (mismatches.length > 0) continue;
    reportLimitsIn(agent, below);
    reportModel(agent.model, below);
  }
}

/** Limits in the rules of an agent, or of all agents. */
function reportLimitsIn(data: Readonly<Record<string, unknown>>, context: LoadContext): void {
  const permission = data.permission as PermissionConfig | undefined;
  const tools = data.tools as Record<string, boolean> | undefined;
  if (permission === undefined && tools === undefined) return;
  const permissionRules = rulesOf(foldTools(undefined, permission));
  reportLimits({ tools, permissionRules, rules: rulesOf(foldTools(tools, permission)) }, context);
}

function reportCommands(value: unknown, context: LoadContext): void {
  if (!isMapping(value)) return;
  for (const [name, command] of Object.entries(value)) {
    if (!isMapping(command)) continue;
    const places = placesIn(context.document, ['command', name]);
    reportModel(command.model, { ...context, places });
    for (const unknown of Object.keys(command).filter(each => !commandKeys.includes(each)))
      reportUnknownKey(unknown, undefined, places.key([unknown]), context);
  }
}

function reportServers(value: unknown, data: unknown, context: LoadContext): void {
  if (!isMapping(value)) return;
  const { document, issues } = context;
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  for (const [name, server] of Object.entries(value)) {
    const path = ['mcp', name];
    const code = () => 'mcp.invalid' as const;
    const mismatches = isServerShape(server, path);
    for (const mismatch of mismatches)
      reportMismatch(mismatch, { document, data, places, ...outcome, code }, issues);
    if (mismatches.length > 0 || !isMapping(server)) continue;
    for (const key of Object.keys(server)) {
      const meant = key === 'env' ? 'environment' : undefined;
      if (serverKeys.has(key) || (key !== 'env' && key !== 'args')) continue;
      issues.add(
        'key.unknown',
        'ignored',
        context.places.key([...path, key]),
        {
          problem: problems.unknownKey(key),
          consequence: `OpenCode ignores it: the server starts without ${meant ? 'these variables' : 'these arguments'}`,
          advice: meant ? `Did you mean \`${meant}\`?` : 'Write the arguments into the list `command`',
        },
        { field: 'mcp', subject: key, data: { suggestion: meant } },
      );
    }
  }
}

/** Keys that OpenCode does not read, or refuses. */
function reportKeys(data: Readonly<Record<string, unknown>>, context: LoadContext): void {
  const { places, issues } = context;
  if (Object.hasOwn(data, 'permissions'))
    issues.add(
      'key.unknown',
      outcome.effect,
      places.key(['permissions']),
      {
        problem: problems.unknownKey('permissions'),
        consequence: outcome.consequence,
        advice: 'Did you mean `permission`?',
      },
      { field: 'permissions', data: { suggestion: 'permission' } },
    );
  if (Object.hasOwn(data, 'mcpServers'))
    reportUnknownKey('mcpServers', 'mcp', places.key(['mcpServers']), context);
}

function reportUnknownKey(
  key: string,
  suggestion: string | undefined,
  range: OffsetRange,
  { issues }: LoadContext,
): void {
  issues.add(
    'key.unknown',
    'ignored',
    range,
    {
      problem: problems.unknownKey(key),
      consequence: 'OpenCode ignores it',
      advice: suggestion && `Did you mean \`${suggestion}\`?`,
    },
    { field: key, several: 'OpenCode ignores them', data: { suggestion } },
  );
}
