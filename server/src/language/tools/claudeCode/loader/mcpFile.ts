import type { AgentDocument } from '../../../document/agentDocument.ts';
import { IssueCollector, inTextOrder } from '../../../loading/issue.ts';
import { readObject } from '../../../loading/jsonObject.ts';
import { type Loader, type LoaderInput, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { problems } from '../../../loading/problems.ts';
import { kindOf } from './identity.ts';
import { reportDuplicates } from './manifest.ts';
import { serverError } from './mcpServers.ts';
import { isRecord, type Nested, partsOf } from './nested.ts';
import type { Loss } from './pluginParts.ts';
import { emulated, type Flavor } from './release.ts';
import { reportSecrets } from './secrets.ts';

const refusal: Loss = { effect: 'rejected', consequence: 'Claude Code loads no server from this file' };

/** Names that Claude Code keeps for servers of its own (recorded with 2.1.332 on 2026-11-29). */
const reserved: ReadonlySet<string> = new Set(['__proto__', 'claude-in-chrome', 'computer-use', 'workspace']);

/** The key under which other tools have the servers. */
const keysElsewhere = ['servers', 'mcp', 'mcp_servers', 'mcpservers', 'mcpServer', 'context_servers'];

/** `.mcp.json` of a project (recorded with 2.1.332 on 2026-11-29). An invalid server is silently dropped alone. */
export const claudeCodeMcpFile: Loader = { ...emulated, evidence: 'measured', load: loadWith('local') };

/** `.mcp.json` of a plugin, which may be the mapping of servers itself. */
export const claudeCodePluginMcpFile: Loader = {
  ...emulated,
  evidence: 'measured',
  load: loadWith('plugin'),
};

function loadWith(flavor: Flavor): (input: LoaderInput) => LoadResult {
  return ({ document }) => {
    const issues = new IssueCollector();
    const isEmpty = document.text.replace(/^\uFEFF/, '').trim() === '';
    if (isEmpty && flavor === 'local') return { ...nothingLoaded, loads: true };
    if (!readObject(document, 'The file', refusal, issues))
      return { ...nothingLoaded, issues: issues.issues };
    const servers = serversIn(document, flavor, issues);
    reportDuplicates(document, issues);
    if (!servers) return { ...nothingLoaded, issues: issues.issues };
    const all = [...servers];
    const wrong = all.filter(([name, server]) => errorOf(name, server) !== undefined);
    const effect = wrong.length === all.length ? 'rejected' : 'fails';
    for (const [name, server] of wrong) {
      const { at, problem, advice } = errorOf(name, server)!;
      issues.add(
        'mcp.invalid',
        effect,
        at.range,
        { problem, consequence: 'Claude Code silently leaves out this server', advice },
        { field: 'mcpServers', subject: name },
      );
    }
    for (const [name, server] of all)
      if (!wrong.some(([each]) => each === name)) reportServer(server, issues);
    const loaded = all.filter(([name]) => !wrong.some(([each]) => each === name));
    return {
      ...nothingLoaded,
      loads: all.length === 0 || loaded.length > 0,
      fields: { mcpServers: Object.fromEntries(loaded.map(([name, server]) => [name, shownOf(server)])) },
      issues: inTextOrder(issues.issues),
    };
  };
}

/** The servers by name; `undefined` where none is read. */
function serversIn(
  document: AgentDocument,
  flavor: Flavor,
  issues: IssueCollector,
): ReadonlyMap<string, Nested> | undefined {
  const entry = document.entry('mcpServers');
  if (entry && isRecord(entry.value)) return partsOf(entry);
  const root = document.yaml.entries;
  // In a plugin, each key is a server where there is no `mcpServers`.
  if (!entry && flavor === 'plugin')
    return new Map(
      root.map(({ key, value, range, keyRange, node }) => [key, { value, range, keyRange, node }]),
    );
  const other = entry ? undefined : root.find(({ key }) => keysElsewhere.includes(key));
  const isBare = !entry && root.length > 0 && root.every(({ value }) => isRecord(value) && isServer(value));
  issues.add(
    entry ? 'mcp.invalid' : 'key.missing',
    // Without any key, nothing is lost.
    root.length === 0 ? 'noted' : refusal.effect,
    entry?.range ?? other?.keyRange ?? document.frontMatter.open,
    {
      problem: entry
        ? `\`mcpServers\` must be a mapping, not ${kindOf(entry.value)}`
        : problems.missingKey('mcpServers'),
      consequence: refusal.consequence,
      advice: other
        ? `Rename \`${other.key}\` to \`mcpServers\``
        : isBare
          ? 'Put the servers into an object `mcpServers`'
          : undefined,
    },
    { field: 'mcpServers', ...(!entry && { data: { key: 'mcpServers' } }) },
  );
  return undefined;
}

function isServer(value: Readonly<Record<string, unknown>>): boolean {
  return typeof value.command === 'string' || typeof value.url === 'string';
}

function errorOf(name: string, server: Nested): ReturnType<typeof serverError> {
  if (reserved.has(name))
    return {
      at: { ...server, range: server.keyRange ?? server.range },
      problem: `Name \`${name}\` is reserved`,
      advice: 'Give the server another name',
    };
  return serverError(name, server);
}

/** What keeps a server that is read from being reached, and secrets in it. */
function reportServer(server: Nested, issues: IssueCollector): void {
  const parts = partsOf(server);
  const url = parts.get('url');
  const isRemote = parts.has('type') && parts.get('type')?.value !== 'stdio';
  if (isRemote && typeof url?.value === 'string' && !/^[a-z][a-z0-9+.-]*:\/\/\S|\$\{/i.test(url.value))
    issues.add(
      'mcp.invalid',
      'fails',
      url.range,
      {
        problem:
          url.value === '' ? problems.emptyKey('url') : '`url` must be a complete URL, with `https://`',
        consequence: 'Claude Code cannot connect to this server',
      },
      { field: 'mcpServers' },
    );
  for (const key of ['env', 'headers', 'args', 'url']) {
    const part = parts.get(key);
    if (part) reportSecrets(part, { key, field: 'mcpServers', advice: secretAdvice }, issues);
  }
}

const secretAdvice = 'Write a variable such as `${API_TOKEN}`, and set it outside of the project';

/** The settings of a server without what may be secret. */
function shownOf({ value }: Nested): Readonly<Record<string, unknown>> {
  const settings = isRecord(value) ? value : {};
  return Object.fromEntries(
    ['type', 'command', 'url'].flatMap(key => (key in settings ? [[key, settings[key]]] : [])),
  );
}
