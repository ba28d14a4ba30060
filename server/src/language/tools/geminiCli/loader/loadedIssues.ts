import type { OffsetRange } from '../../../document/offsets.ts';
import type { IssueCollector } from '../../../loading/issue.ts';
import { reportPlaceholders } from '../../../loading/placeholders.ts';
import type { Places } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { isMapping } from '../../../loading/shape.ts';
import { shorten } from '../../../loading/values.ts';
import { quotedList } from '../../../wordList.ts';
import { geminiBuiltInAgents, geminiTools } from '../tools.ts';
import { geminiPlaceholderTerms } from '../values.ts';
import { mcpServerFields } from './schema.ts';
import { serverKeyMeant } from './serverIssue.ts';
import { currentToolName } from './toolNames.ts';

/** The placeholders that Gemini CLI fills in. */
const placeholders = geminiPlaceholderTerms.map(({ value }) => value.slice(2, -1));

/** Reports what there is to say of a local agent that loads. */
export function reportLoaded(
  definition: Readonly<Record<string, unknown>>,
  text: string,
  body: OffsetRange,
  places: Places,
  issues: IssueCollector,
): void {
  reportName(definition.name, places, issues);
  reportModel(definition.model, places, issues);
  reportTemperature(definition, places, issues);
  reportTools(definition.tools, places, issues);
  reportServers(definition.mcp_servers, places, issues);
  const pattern = /\$\{(\w+)\}/g;
  reportPlaceholders({ tool: 'Gemini CLI', text, body, pattern, known: placeholders }, issues);
}

/** Reports the name of a built-in agent, with which an agent never takes effect. */
export function reportName(name: unknown, places: Places, issues: IssueCollector): void {
  if (!geminiBuiltInAgents.some(agent => agent.value === name)) return;
  issues.add(
    'name.invalid',
    'fails',
    places.value(['name']),
    {
      problem: `\`${name}\` is the name of a built-in agent`,
      consequence: 'Gemini CLI uses the first agent of a name, which is its own, and never this one',
      advice: 'Give it another name',
    },
    { field: 'name', data: { demand: { not: 'reserved' } } },
  );
}

/** Model names by the vendor that alone serves them, verified 2026-11-21. */
const vendors: readonly (readonly [vendor: string, names: RegExp])[] = [
  ['Anthropic', /^(?:sonnet|opus|haiku|opusplan|best|(?:anthropic\/)?claude-.+)$/i],
  ['OpenAI', /^(?:openai\/)?(?:gpt-|o[1-9](?:$|-)|chatgpt-|codex-).*$/i],
  ['Google', /^(?:google\/|models\/)?gemini-.+$/i],
];

/** The vendor whose model this name is by its form: `sonnet` and `claude-…` are Anthropic's. `undefined` if unsure. */
function modelVendor(name: string): string | undefined {
  return vendors.find(([, names]) => names.test(name.trim()))?.[0];
}

function reportModel(model: unknown, places: Places, issues: IssueCollector): void {
  if (typeof model !== 'string' || model === '') return;
  const foreign = modelVendor(model);
  if (model.trim() !== '' && (!foreign || foreign === 'Google')) return;
  issues.add(
    'value.model',
    'ignored',
    places.value(['model']),
    model.trim() === ''
      ? {
          problem: '`model` contains only spaces',
          consequence: 'Gemini CLI passes it on unchanged',
          advice: 'Write `inherit`, or delete the line',
        }
      : {
          problem: problems.unknownModel(model),
          consequence: `Gemini CLI does not check the name and requests it from Google’s service, which does not have this model of ${foreign}`,
          advice: 'Write `inherit`, or the ID of a Gemini model',
        },
    { field: 'model', data: { suggestion: 'inherit' } },
  );
}

/** Models in whose place the tool chooses one, the only ones with which it sends an agent's temperature. */
const chosenByTool = /^auto(?:-gemini-.+)?$/;

function reportTemperature(
  { temperature, model }: Readonly<Record<string, unknown>>,
  places: Places,
  issues: IssueCollector,
): void {
  if (typeof temperature !== 'number') return;
  const about = { field: 'temperature' };
  const isInherited = typeof model !== 'string' || model === '' || model === 'inherit';
  if (!isInherited && !chosenByTool.test(model))
    issues.add(
      'key.ignored',
      'ignored',
      places.key(['temperature']),
      {
        problem: problems.ignoredKey('temperature'),
        consequence: `Gemini CLI sends it only with the models \`auto\`; with \`${shorten(model)}\` it sends its own default`,
      },
      about,
    );
  else if (temperature < 0 || temperature > 2)
    issues.add(
      'value.number',
      'noted',
      places.value(['temperature']),
      {
        problem: '`temperature` must be a number from 0 to 2',
        consequence: 'Gemini CLI documents this range but does not check it',
      },
      { ...about, data: { demand: { least: 0, most: 2 } } },
    );
  else if (isInherited && temperature !== 1)
    issues.add(
      'key.ignored',
      'noted',
      places.key(['temperature']),
      {
        problem: '`temperature` depends on the model of the session',
        consequence:
          'Gemini CLI sends it only where that is `auto`; with a model that the user names it sends its own default',
      },
      about,
    );
}

function reportTools(tools: unknown, places: Places, issues: IssueCollector): void {
  if (!Array.isArray(tools)) return;
  if (tools.length === 0) {
    issues.add(
      'tools.empty',
      'noted',
      places.value(['tools']),
      {
        problem: problems.emptyKey('tools'),
        consequence: 'Gemini CLI gives the agent no tools at all',
        advice: 'Delete the line to give it all tools',
      },
      { field: 'tools', data: { meaning: 'none' } },
    );
    return;
  }
  for (const [index, name] of tools.entries()) reportTool(name, places.value(['tools', index]), issues);
}

function reportTool(name: string, range: OffsetRange, issues: IssueCollector): void {
  const about = { field: 'tools', subject: name };
  const current = currentToolName(name);
  const { unavailable, onlyIn } = geminiTools.find(tool => tool.value === name) ?? {};
  if (current)
    issues.add(
      'tools.alias',
      'noted',
      range,
      {
        problem: `\`${name}\` is an old name`,
        consequence: `Gemini CLI still accepts it; the current name is \`${current}\``,
      },
      { ...about, several: 'Gemini CLI still accepts them', data: { suggestion: current } },
    );
  else if (unavailable)
    issues.add(
      'tools.unavailable',
      'ignored',
      range,
      { problem: problems.unavailableTool(name), consequence: unavailable.replace(/\.$/, '') },
      { ...about, several: 'Gemini CLI does not give these tools to agents' },
    );
  else if (onlyIn)
    issues.add(
      'tools.unavailable',
      'noted',
      range,
      { problem: problems.unavailableTool(name), consequence: `Gemini CLI has it only ${onlyIn}` },
      about,
    );
}

const limiting = ['include_tools', 'exclude_tools'];
const reaching = ['command', 'url', 'http_url', 'tcp'];

function reportServers(servers: unknown, places: Places, issues: IssueCollector): void {
  if (!isMapping(servers)) return;
  for (const [server, settings] of Object.entries(servers)) {
    if (!isMapping(settings)) continue;
    for (const key of Object.keys(settings))
      if (!Object.hasOwn(mcpServerFields, key)) reportServerKey(server, key, places, issues);
    if (reaching.some(key => Object.hasOwn(settings, key))) continue;
    issues.add(
      'mcp.invalid',
      'ignored',
      places.key(['mcp_servers', server]),
      {
        problem: `MCP server \`${server}\` has no command and no URL`,
        consequence: 'Gemini CLI cannot connect to it',
        advice: `Add ${quotedList(reaching)}`,
      },
      { field: 'mcp_servers', subject: server },
    );
  }
}

function reportServerKey(server: string, key: string, places: Places, issues: IssueCollector): void {
  const meant = serverKeyMeant(key);
  const widened = meant !== undefined && limiting.includes(meant);
  issues.add(
    'mcp.invalid',
    widened ? 'unrestricted' : 'ignored',
    places.key(['mcp_servers', server, key]),
    {
      problem: `Unknown key \`mcp_servers.${server}.${key}\``,
      consequence: `Gemini CLI drops it silently${
        widened ? `, so the agent gets every tool of \`${server}\`` : ''
      }`,
      advice: meant && `Did you mean \`${meant}\`?`,
    },
    { field: 'mcp_servers', subject: key },
  );
}
