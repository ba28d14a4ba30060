import type { AgentDocument } from '../../../document/agentDocument.ts';
import { lineBreak } from '../../../document/lines.ts';
import { inTextOrder } from '../../../loading/issue.ts';
import { type Loader, type LoaderInput, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { isNamedLikeDocument, isPlainDocument, isPrompt } from '../../../loading/plainDocument.ts';
import { agentLine } from './agentLine.ts';
import { findFrontMatter, type ToolFrontMatter } from './delimiters.ts';
import { effectiveAgent } from './effective.ts';
import { claudeEnvironment } from './environment.ts';
import { type Field, lastOfEach } from './fields.ts';
import { findStrayHooks, takeHooks } from './hooks.ts';
import { takeDescription, takeName } from './identity.ts';
import { collectorFor, type IssueCollector } from './issueCollector.ts';
import { agentKeys, ignoredInPlugins, reportKeys } from './keys.ts';
import { takeMcpServers } from './mcpServers.ts';
import { ofPlugins, ofSessions, ofSkills, reportUnfilled } from './placeholders.ts';
import { type Reading, readYaml } from './readYaml.ts';
import { emulated, type Flavor } from './release.ts';
import { findEarlyClose, reportEarlyClose, reportNoFrontMatter } from './reportDelimiters.ts';
import { reportLiteral } from './reportLiteral.ts';
import { reportStart } from './reportStart.ts';
import { reportUnreadable } from './reportUnreadable.ts';
import { reportLiteralNewlines, reportReading } from './reportYaml.ts';
import { agentSubjects } from './subject.ts';
import { resolveTools } from './tools.ts';
import { valueTakers } from './values.ts';

/**
 * Claude Code's agents of a project, in `.claude/agents/`, and of a user, in `~/.claude/agents/`, read the same way.
 */
export const claudeCodeProjectAgent: Loader = loaderFor('local');

/** The agents of a plugin, in its `agents/`: more lenient about name and description, and without some fields. */
export const claudeCodePluginAgent: Loader = loaderFor('plugin');

function loaderFor(flavor: Flavor): Loader {
  return {
    ...emulated,
    evidence: 'measured',
    load: input => load(input, flavor),
    effective: (input, result, environment) => effectiveAgent(input, result, flavor, environment),
    environment: claudeEnvironment,
  };
}

/**
 * Follows Claude Code: the delimiters, the YAML with its repair, the name and the description, the other fields.
 * A project agent that fails at a step is not loaded; a plugin’s is, under the file’s name and without any field.
 */
function load(input: LoaderInput, flavor: Flavor): LoadResult {
  const { document, path } = input;
  if (!isRead(path, flavor)) return { ...nothingLoaded, ignored: true };
  const found = findFrontMatter(document.text);
  if (typeof found === 'string') {
    const issues = collectorFor(document, { start: 0, end: 0 });
    const isMeant =
      reportNoFrontMatter(document, found, agentSubjects[flavor], issues) ||
      reportPromptAlone(document, path, flavor, issues);
    const body = { start: document.text.startsWith('\uFEFF') ? 1 : 0, end: document.text.length };
    return flavor === 'plugin'
      ? bareAgent(path, body, issues)
      : { ...nothingLoaded, ignored: !isMeant, issues: issues.issues };
  }
  const reading = readYaml(document, found.content);
  const issues = collectorFor(document, found.content);
  const early = findEarlyClose(document, found);
  const result =
    reading.kind === 'map'
      ? takeFields(input, flavor, found, reading, early?.lost ?? [], early?.within, issues)
      : withoutFields(input, flavor, found, reading, early !== undefined, issues);
  if (early && !result.ignored)
    reportEarlyClose(early, found.close, result.loads, agentSubjects[flavor], issues);
  return { ...result, issues: result.ignored ? [] : inTextOrder(issues.issues) };
}

/** Whether the extension is `.md`, in a plugin in any case. A name without an extension is accepted. */
function isRead(path: string, flavor: Flavor): boolean {
  const extension = /\.[^./]*$/.exec(path)?.[0] ?? '.md';
  return (flavor === 'plugin' ? extension.toLowerCase() : extension) === '.md';
}

/** Handles YAML without any field. */
function withoutFields(
  { document, path }: LoaderInput,
  flavor: Flavor,
  found: ToolFrontMatter,
  reading: Exclude<Reading, { kind: 'map' }>,
  isEarly: boolean,
  issues: IssueCollector,
): LoadResult {
  const isMeant = reportUnreadable(document, agentSubjects[flavor], found, reading, isEarly, issues);
  return flavor === 'plugin' ? bareAgent(path, found.body, issues) : { ...nothingLoaded, ignored: !isMeant };
}

/** Returns the agent that a plugin's file becomes without any field. */
function bareAgent(path: string, body: LoadResult['body'], issues: IssueCollector): LoadResult {
  const silent = { ...issues, add() {} };
  const none = new Map<string, Field>();
  const name = takeName(undefined, 'plugin', path, silent)!;
  const description = takeDescription(none, 'plugin', path, silent) ?? null;
  return {
    ...nothingLoaded,
    loads: true,
    name,
    description,
    fields: { name, ...(description !== null && { description }) },
    ...(body && { body }),
    issues: issues.issues,
  };
}

function takeFields(
  { document, path }: LoaderInput,
  flavor: Flavor,
  found: ToolFrontMatter,
  reading: Extract<Reading, { kind: 'map' }>,
  lost: readonly string[],
  truncated: string | undefined,
  issues: IssueCollector,
): LoadResult {
  const { text } = document;
  const fields = lastOfEach(reading.fields);
  if (flavor === 'local' && isNotAgent(fields, lost, path, document.slice(found.body)))
    return { ...nothingLoaded, ignored: true };
  const quiet = { ...issues, add() {} };
  const isCut = (key: string) => lost.includes(key) || truncated === key;
  const name = takeName(fields.get('name'), flavor, path, isCut('name') ? quiet : issues);
  const description = takeDescription(fields, flavor, path, isCut('description') ? quiet : issues);
  reportReading(reading, text, found.content, agentSubjects[flavor], issues);
  const descriptionField = fields.get('description');
  if (descriptionField && !isCut('description'))
    reportLiteralNewlines(descriptionField, flavor, text, issues);
  const strayHooks = flavor === 'local' ? findStrayHooks(fields, issues) : undefined;
  reportKeys(fields, strayHooks, flavor, issues);
  const respected =
    flavor === 'local' ? fields : new Map([...fields].filter(([key]) => !ignoredInPlugins.includes(key)));
  const taken: Record<string, unknown> = {};
  const explained = new Set(
    issues.issues.filter(({ code }) => explaining.has(code)).map(({ field }) => field),
  );
  for (const [key, take] of takers) {
    const field = respected.get(key);
    const value = field && take(field, explained.has(key) ? quiet : issues);
    if (value !== undefined) taken[key] = value;
  }
  const servers = respected.get('mcpServers');
  const mcpServers = servers && takeMcpServers(servers, issues);
  const { tools, disallowedTools } = resolveTools(
    respected,
    text,
    {
      memory: taken.memory !== undefined,
      planMode: taken.permissionMode === 'plan',
      servers: mcpServers !== undefined && mcpServers.length > 0,
      background: taken.background === true,
    },
    issues,
  );
  const hooksField = respected.get('hooks');
  const hooks = hooksField && takeHooks(hooksField, issues);
  reportStart(respected, taken, issues);
  reportUnfilled(text, found.body, notInAgents[flavor], 'an agent’s prompt', issues);
  if (flavor === 'local') reportLiteral(text, found.body, issues);
  const isRefused = hooks === 'rejected' || strayHooks !== undefined;
  if (name === undefined || (flavor === 'local' && description === undefined) || isRefused)
    return nothingLoaded;
  return {
    loads: true,
    name,
    description: description ?? null,
    model: (taken.model as string | undefined) ?? null,
    tools,
    disallowedTools,
    permissionMode: (taken.permissionMode as string | undefined) ?? null,
    fields: {
      name,
      ...(description !== undefined && { description }),
      ...taken,
      ...(tools !== null && { tools }),
      ...(disallowedTools !== null && { disallowedTools }),
      ...(mcpServers !== undefined && { mcpServers }),
      ...(hooks !== undefined && { hooks }),
    },
    issues: [],
    body: found.body,
    ...(description !== undefined && { agentLine: agentLine(name, description, respected, text) }),
  };
}

const takers = Object.entries(valueTakers);

/** Placeholders that are filled in elsewhere. Those of plugins may be filled in in a plugin’s agents. */
const notInAgents: Readonly<Record<Flavor, readonly string[]>> = {
  local: [...ofSkills, ...ofPlugins, ...ofSessions],
  plugin: ofSkills,
};

/** Causes that explain the value, so that no further issue is reported about it. */
const explaining: ReadonlySet<string> = new Set(['yaml.commentKept', 'yaml.repaired', 'yaml.dropped']);

/** Reports a prompt without front matter, and an empty file. Returns false for a document. */
function reportPromptAlone(
  { text }: AgentDocument,
  path: string,
  flavor: Flavor,
  issues: IssueCollector,
): boolean {
  if (isPlainDocument(text, path)) return false;
  const start = issues.delimiter.start;
  issues.add(
    'frontMatter.missing',
    flavor === 'plugin' ? 'ignored' : 'rejected',
    { start, end: lineBreak(text, start) },
    {
      problem: 'Front matter is missing',
      consequence:
        flavor === 'plugin'
          ? 'Claude Code names the agent after the file, and the model cannot know when to use it'
          : 'Claude Code silently skips this file: it reads it as documentation',
      advice: 'Start the file with `name:` and `description:` between two lines of `---`',
    },
  );
  return true;
}

const agentKeysInLowercase: ReadonlySet<string> = new Set(agentKeys.map(key => key.toLowerCase()));

/** Whether a file is clearly not meant as an agent: no name, and no key of agents except those documentation has too. */
function isNotAgent(
  fields: ReadonlyMap<string, Field>,
  lost: readonly string[],
  path: string,
  body: string,
): boolean {
  if (fields.has('name') || lost.includes('name')) return false;
  const keys = [...fields.keys(), ...lost].map(key => key.toLowerCase());
  const own = keys.filter(key => agentKeysInLowercase.has(key));
  if (own.length === 0) return !isPrompt(body, path);
  const isOnlyDescribed = own.every(key => key === 'description');
  return isOnlyDescribed && (keys.includes('title') || isNamedLikeDocument(path));
}
