import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { Effective, Environment, KnownServer } from '../../../loading/effective.ts';
import type { LoaderInput, LoadResult } from '../../../loading/loader.ts';
import { notStarted, refusalOf } from '../../../loading/started.ts';
import { hasEffort, sentModel } from '../models.ts';
import { findFrontMatter } from './delimiters.ts';
import { ownServers, preloadedSkills } from './effectiveNames.ts';
import {
  accessTo,
  builtIn,
  builtInTools,
  isDenied,
  mayBeElsewhere,
  mcpTools,
  type Run,
  toolsOf,
} from './effectiveTools.ts';
import { type Field, lastOfEach } from './fields.ts';
import { ignoredInPlugins } from './keys.ts';
import { readYaml } from './readYaml.ts';
import type { Flavor } from './release.ts';
import { shownValue } from './reportValues.ts';
import { readToolList, type ToolEntry, withoutCanceled } from './toolList.ts';

/**
 * Returns what Claude Code starts an agent with, given how it loads the file: the tools after both lists, the agent's
 * servers and its mode, and the model that is sent. By recorded requests (2026-11-29).
 */
export function effectiveAgent(
  { document }: LoaderInput,
  load: LoadResult,
  flavor: Flavor,
  environment: Environment,
): Effective {
  const unread = load.loads ? undefined : refusalOf(load);
  if (unread !== undefined) return notStarted(unread);
  const isMain = environment.role === 'main';
  const fields = respectedFields(document, flavor);
  const run: Run = {
    environment,
    planMode: load.permissionMode === 'plan' && !isMain,
    background: load.fields.background === true && !isMain,
  };
  const granted = grantedTools(fields, document.text, load, run);
  const model = load.model === null || load.model === 'inherit' ? (environment.model ?? null) : load.model;
  const sent = model === null ? null : sentModel(model);
  const ignoredKeys = ignoredIn(environment, fields);
  return {
    starts: granted.refusal === undefined,
    tools: granted.tools,
    conditional: granted.conditional,
    model: sent,
    effort: isMain ? 'default' : effortOf(load, sent),
    permissionMode: isMain || load.permissionMode === 'bypassPermissions' ? null : load.permissionMode,
    preloaded: isMain ? [] : preloadedSkills(load, environment),
    ...(ignoredKeys.length > 0 && { ignoredKeys }),
    reason:
      granted.refusal ?? granted.note ?? (granted.tools?.length === 0 ? 'It starts without any tool' : null),
  };
}

/** Keys that an agent has no use of when it is the conversation itself. */
const ofSubagents = [
  'effort',
  'skills',
  'permissionMode',
  'maxTurns',
  'omitClaudeMd',
  'background',
  'isolation',
];

/** Keys that could run programs: a folder that the user has not trusted has none of them. */
const ofTrusted = ['mcpServers', 'hooks'];

function ignoredIn(
  { role, isTrusted }: Environment,
  fields: ReadonlyMap<string, Field>,
): NonNullable<Effective['ignoredKeys']> {
  const among = (keys: readonly string[], where: string) =>
    keys.filter(key => fields.has(key)).map(key => ({ key, where }));
  return [
    ...(role === 'main' ? among(ofSubagents, 'where the agent is the conversation (`--agent`)') : []),
    ...(isTrusted ? [] : among(ofTrusted, 'in a folder that is not trusted')),
  ];
}

/** The fields that count in a file that loads. */
function respectedFields(document: AgentDocument, flavor: Flavor): ReadonlyMap<string, Field> {
  const found = findFrontMatter(document.text);
  if (typeof found === 'string') return new Map();
  const reading = readYaml(document, found.content);
  if (reading.kind !== 'map') return new Map();
  const fields = lastOfEach(reading.fields);
  if (flavor === 'local') return fields;
  return new Map([...fields].filter(([key]) => !ignoredInPlugins.includes(key)));
}

/** A word is sent where the model takes one; with an integer nothing is. */
function effortOf({ fields: { effort } }: LoadResult, model: string | null): string | null {
  if (typeof effort === 'number' || (model !== null && !hasEffort(model))) return null;
  return typeof effort === 'string' ? effort : 'default';
}

interface Granted {
  readonly tools: readonly string[] | null;
  readonly conditional: Effective['conditional'];
  /** Why the agent is not started. */
  readonly refusal?: string;
  /** Why it may have no tool. */
  readonly note?: string;
}

function grantedTools(fields: ReadonlyMap<string, Field>, text: string, load: LoadResult, run: Run): Granted {
  const { environment } = run;
  const own = ownServers(load, environment);
  const denials = load.disallowedTools ?? [];
  const isKept = (tool: string): boolean => !isDenied(tool, denials);
  const field = fields.get('tools');
  const list = field && readToolList(field, text);
  if (field === undefined || list?.entries.some(({ text }) => text === '*')) {
    const servers = [...(environment.servers ?? []), ...own];
    const every = [...builtInTools({ ...run, background: false }), ...servers.flatMap(toolsOf)];
    const kept = [...builtInTools(run), ...servers.flatMap(toolsOf)].filter(isKept);
    const isAll = kept.length >= every.length && !denials.some(denial => isOfServer(denial, servers));
    return { tools: isAll ? null : sorted(kept), conditional: [] };
  }
  const entries = list?.entries ?? [];
  const resolved = entries.map(entry => resolve(entry, run, own));
  const memory = load.fields.memory === undefined ? [] : ['Edit', 'Read', 'Write'];
  const listed = [...resolved.flatMap(({ tools }) => tools), ...memory, ...own.flatMap(toolsOf)].filter(
    isKept,
  );
  const tools = sorted(listed.filter(tool => !isShadowed(tool, listed)));
  const conditional = resolved.flatMap(({ conditional }) => conditional ?? []);
  const denied = fields.get('disallowedTools');
  const left = withoutCanceled(entries, (denied && readToolList(denied, text)?.entries) ?? []);
  if (tools.length > 0 || environment.role === 'main' || left.length === 0) return { tools, conditional };
  const isOpen = left.some(
    entry =>
      resolved[entries.indexOf(entry)]?.conditional !== undefined ||
      mayBeElsewhere(entry.name, environment.servers),
  );
  const why = whyNothing(left, resolved, entries);
  return isOpen
    ? { tools, conditional, note: `It starts without any tool: ${why}` }
    : { tools, conditional, refusal: `It would have no tool: ${why}` };
}

/** Whether a denial is of a tool of one of these servers. */
function isOfServer(denial: string, servers: readonly KnownServer[]): boolean {
  return denial.startsWith('mcp__') && (mcpTools(denial, servers)?.length ?? 0) > 0;
}

interface Resolved {
  readonly tools: readonly string[];
  readonly conditional?: { readonly tool: string; readonly where: string };
}

function resolve({ name }: ToolEntry, run: Run, own: readonly KnownServer[]): Resolved {
  const tool = builtIn(name);
  if (tool) {
    const access = accessTo(tool, run);
    if (access === 'yes') return { tools: [tool.value] };
    return { tools: [], ...(access !== 'no' && { conditional: { tool: tool.value, where: access } }) };
  }
  if (!name.startsWith('mcp__')) return { tools: [] };
  const { servers } = run.environment;
  const known = servers === undefined && own.length === 0 ? undefined : [...(servers ?? []), ...own];
  const found = mcpTools(name, known);
  if (found !== undefined && (found.length > 0 || servers !== undefined)) return { tools: found };
  // Of a server that nobody here knows, the name stands for what it may have.
  return { tools: mcpTools(name, undefined) ?? [name] };
}

function isShadowed(tool: string, among: readonly string[]): boolean {
  const other = builtIn(tool)?.shadowedBy;
  return other !== undefined && among.includes(other);
}

/** Says why an agent whose list gives it nothing is not started. */
function whyNothing(
  left: readonly ToolEntry[],
  resolved: readonly Resolved[],
  entries: readonly ToolEntry[],
): string {
  const reasons = left.map(entry => {
    const where = resolved[entries.indexOf(entry)]?.conditional?.where;
    if (where !== undefined) return `\`${entry.text}\` exists only ${where}`;
    return `\`${shownValue(entry.text)}\` is ${builtIn(entry.name) ? 'not available to it' : 'not a tool'}`;
  });
  return [...new Set(reasons)].slice(0, 5).join(', ');
}

/** In alphabetical order; a tool of a server is left out beside the whole server. */
function sorted(tools: readonly string[]): string[] {
  const names = new Set(tools);
  const isWithin = (tool: string): boolean => {
    const server = /^mcp__.+(?=__)/.exec(tool)?.[0];
    return server !== undefined && names.has(server);
  };
  return [...names].filter(tool => !isWithin(tool)).sort((a, b) => (a < b ? -1 : 1));
}
