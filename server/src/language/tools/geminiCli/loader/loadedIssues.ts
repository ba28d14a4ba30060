import type { OffsetRange } from '../../../document/offsets.ts';
import type { Issue } from '../../../loading/issue.ts';
import { placeholderIssues } from '../../../loading/placeholderIssues.ts';
import type { Places } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { isMapping } from '../../../loading/shape.ts';
import { quotedList } from '../../../wordList.ts';
import { geminiBuiltInAgents, geminiTools } from '../tools.ts';
import { geminiPlaceholderTerms } from '../values.ts';
import { mcpServerFields } from './schema.ts';
import { serverKeyMeant } from './serverIssue.ts';
import { currentToolName } from './toolNames.ts';

/** The placeholders that Gemini CLI fills in. */
const placeholders = geminiPlaceholderTerms.map(({ value }) => value.slice(2, -1));

/** The issues of a local agent that loads. */
export function loadedIssues(
  definition: Readonly<Record<string, unknown>>,
  text: string,
  body: OffsetRange,
  places: Places,
): Issue[] {
  return [
    ...nameIssues(definition.name, places),
    ...modelIssues(definition.model, places),
    ...temperatureIssues(definition.temperature, places),
    ...toolIssues(definition.tools, places),
    ...serverIssues(definition.mcp_servers, places),
    ...placeholderIssues({
      tool: 'Gemini CLI',
      text,
      body,
      pattern: /\$\{(\w+)\}/g,
      known: placeholders,
    }),
  ];
}

/** Reports the name of a built-in agent, with which an agent never takes effect. */
export function nameIssues(name: unknown, places: Places): Issue[] {
  if (typeof name !== 'string' || !geminiBuiltInAgents.some(agent => agent.value === name)) return [];
  return [
    {
      code: 'name.invalid',
      effect: 'fails',
      range: places.value(['name']),
      field: 'name',
      problem: `\`${name}\` is the name of a built-in agent`,
      consequence: 'Gemini CLI uses the first agent of a name, which is its own, and never this one',
      advice: 'Give it another name',
    },
  ];
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

function modelIssues(model: unknown, places: Places): Issue[] {
  if (typeof model !== 'string' || model === '') return [];
  const foreign = modelVendor(model);
  if (model.trim() !== '' && (!foreign || foreign === 'Google')) return [];
  return [
    {
      code: 'value.model',
      effect: 'ignored',
      range: places.value(['model']),
      field: 'model',
      ...(model.trim() === ''
        ? {
            problem: '`model` contains only spaces',
            consequence: 'Gemini CLI passes it on unchanged',
            advice: 'Write `inherit`, or delete the line',
          }
        : {
            problem: problems.unknownModel(model),
            consequence: `Gemini CLI does not check the name and requests it from Google’s service, which does not have this model of ${foreign}`,
            advice: 'Write `inherit`, or the ID of a Gemini model',
          }),
      data: { suggestion: 'inherit' },
    },
  ];
}

function temperatureIssues(temperature: unknown, places: Places): Issue[] {
  if (typeof temperature !== 'number' || (temperature >= 0 && temperature <= 2)) return [];
  return [
    {
      code: 'value.number',
      effect: 'noted',
      range: places.value(['temperature']),
      field: 'temperature',
      problem: '`temperature` must be a number from 0 to 2',
      consequence:
        'Gemini CLI documents this range but does not check it, and sends the number to the model unchanged',
    },
  ];
}

function toolIssues(tools: unknown, places: Places): Issue[] {
  if (!Array.isArray(tools)) return [];
  if (tools.length === 0)
    return [
      {
        code: 'tools.empty',
        effect: 'noted',
        range: places.value(['tools']),
        field: 'tools',
        problem: problems.emptyKey('tools'),
        consequence: 'Gemini CLI gives the agent no tools at all',
        advice: 'Delete the line to give it all tools',
        data: { meaning: 'none' },
      },
    ];
  return tools.flatMap((name: string, index): Issue[] => {
    const at = { range: places.value(['tools', index]), field: 'tools', subject: name };
    const current = currentToolName(name);
    if (current)
      return [
        {
          code: 'tools.alias',
          effect: 'noted',
          ...at,
          problem: `\`${name}\` is an old name`,
          consequence: `Gemini CLI still accepts it; the current name is \`${current}\``,
          data: { suggestion: current },
        },
      ];
    const unavailable = geminiTools.find(tool => tool.value === name)?.unavailable;
    return unavailable
      ? [
          {
            code: 'tools.unavailable',
            effect: 'ignored',
            ...at,
            problem: problems.unavailableTool(name),
            consequence: unavailable.replace(/\.$/, ''),
          },
        ]
      : [];
  });
}

const limiting = ['include_tools', 'exclude_tools'];
const reaching = ['command', 'url', 'http_url', 'tcp'];

function serverIssues(servers: unknown, places: Places): Issue[] {
  if (!isMapping(servers)) return [];
  return Object.entries(servers).flatMap(([server, settings]): Issue[] => {
    if (!isMapping(settings)) return [];
    const path = ['mcp_servers', server];
    const dropped = Object.keys(settings)
      .filter(key => !Object.hasOwn(mcpServerFields, key))
      .map((key): Issue => {
        const meant = serverKeyMeant(key);
        const widened = meant !== undefined && limiting.includes(meant);
        return {
          code: 'mcp.invalid',
          effect: widened ? 'unrestricted' : 'ignored',
          range: places.key([...path, key]),
          field: 'mcp_servers',
          problem: `Unknown key \`mcp_servers.${server}.${key}\``,
          consequence: `Gemini CLI drops it silently${
            widened ? `, so the agent gets every tool of \`${server}\`` : ''
          }`,
          ...(meant && { advice: `Did you mean \`${meant}\`?` }),
          subject: key,
        };
      });
    if (reaching.some(key => Object.hasOwn(settings, key))) return dropped;
    return [
      ...dropped,
      {
        code: 'mcp.invalid',
        effect: 'ignored',
        range: places.key(path),
        field: 'mcp_servers',
        problem: `MCP server \`${server}\` has no command and no URL`,
        consequence: 'Gemini CLI cannot connect to it',
        advice: `Add ${quotedList(reaching)}`,
        subject: server,
      },
    ];
  });
}
