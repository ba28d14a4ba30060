import type {
  Effective,
  Environment,
  EnvironmentFile,
  EnvironmentReader,
} from '../../../loading/effective.ts';
import type { LoadResult } from '../../../loading/loader.ts';
import { type ServerToolName, serversIn, serverTools } from '../../../loading/serverConfig.ts';
import { isMapping } from '../../../loading/shape.ts';
import { notStarted, refusalOf, sortedTools, startedWith } from '../../../loading/started.ts';
import { openCodeDeadTools, openCodePermissions, openCodeTools } from '../vocabulary.ts';
import { isDenied, type PermissionConfig, type PermissionRule, rulesOf } from './permission.ts';

/** Tools that an agent started by another one has only if a rule names them (read in the release). */
const namedOnly: ReadonlySet<string> = new Set(['task', 'todowrite']);

const always = openCodeTools.filter(
  ({ value, onlyIn }) => onlyIn === undefined && !openCodeDeadTools.has(value),
);
const sometimes = openCodeTools.filter(({ onlyIn }) => onlyIn !== undefined);

/**
 * Returns what OpenCode starts an agent with, given how it loads the file: the tools that no rule denies, and the model
 * that is sent. By recorded requests (2026-11-29).
 */
export function effectiveAgent(load: LoadResult, environment: Environment): Effective {
  const refusal = refusalOf(load);
  if (refusal !== undefined) return notStarted(refusal);
  const rules = rulesOf((load.fields.permission as PermissionConfig | undefined) ?? {});
  const isSubagent = load.fields.mode === 'subagent';
  const isGiven = (tool: string): boolean =>
    !isDenied(rules, tool) && !(isSubagent && namedOnly.has(tool) && !isNamed(rules, tool));
  const { servers } = environment;
  const ofServers = servers ? serverTools(servers, openCodeServerTool) : serverNamesIn(rules);
  const every = [...always.map(({ value }) => value), ...ofServers];
  const kept = every.filter(isGiven);
  return startedWith({
    tools: kept.length === every.length ? null : sortedTools(kept),
    conditional: sometimes
      .filter(({ value, permission }) => isNamed(rules, permission) && permission === value && isGiven(value))
      .map(({ value, onlyIn }) => ({ tool: value, where: onlyIn! })),
    model: load.model === null ? (environment.model ?? null) : afterSlash(load.model),
    effort: effortOf(load.fields.options),
  });
}

/** Whether a rule is about this permission alone. */
function isNamed(rules: readonly PermissionRule[], permission: string): boolean {
  return rules.some(rule => rule.permission === permission);
}

/** The names in the rules that only tools of MCP servers and of the project itself can have. */
function serverNamesIn(rules: readonly PermissionRule[]): string[] {
  const own = new Set(openCodePermissions.flatMap(({ value, aliases = [] }) => [value, ...aliases]));
  return rules.map(({ permission }) => permission).filter(name => name.includes('_') && !own.has(name));
}

function effortOf(options: unknown): string {
  const effort = isMapping(options) ? options.reasoningEffort : undefined;
  return typeof effort === 'string' ? effort : 'default';
}

/** The model’s id without that of its provider. */
function afterSlash(model: string): string {
  return model.slice(model.indexOf('/') + 1);
}

/** How OpenCode names the tool of an MCP server. */
const openCodeServerTool: ServerToolName = (server, tool) =>
  `${sanitized(server)}_${tool === '*' ? tool : sanitized(tool)}`;

function sanitized(name: string): string {
  return name.replace(/[^a-zA-Z0-9_-]/g, '_');
}

/** The MCP servers that a project’s own configuration gives to OpenCode’s agents. Those of the user are not known. */
export const openCodeEnvironment: EnvironmentReader = {
  projectOf: path => /^(.*\/)\.opencode\//s.exec(path)?.[1],
  files: ['opencode.json', 'opencode.jsonc', '.opencode/opencode.json', '.opencode/opencode.jsonc'],
  pluginFiles: [],
  read(files: readonly EnvironmentFile[]) {
    const servers = serversIn(files, 'mcp', ({ enabled }) => enabled === false);
    return servers ? { servers } : {};
  },
};
