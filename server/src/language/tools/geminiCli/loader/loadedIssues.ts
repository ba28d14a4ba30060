import type { OffsetRange } from '../../../document/offsets.ts';
import type { Issue } from '../../../loading/issue.ts';
import { placeholderIssues } from '../../../loading/placeholderIssues.ts';
import type { Places } from '../../../loading/places.ts';
import { isPlainMap, quotedList } from '../../../loading/shape.ts';
import { modelVendor } from '../modelVendors.ts';
import { geminiBuiltInAgents, geminiTools } from '../tools.ts';
import { geminiPlaceholderTerms } from '../values.ts';
import { mcpServerFields } from './schema.ts';
import { serverKeyMeant } from './serverIssue.ts';
import { currentToolName } from './toolNames.ts';

/** The words that Gemini CLI fills into a prompt. */
const placeholders = geminiPlaceholderTerms.map(({ value }) => value.slice(2, -1));

/** What there is to know of a local agent that loads. */
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

/** An agent of a name that is taken by one of the tool's own never takes effect. */
export function nameIssues(name: unknown, places: Places): Issue[] {
  if (typeof name !== 'string' || !geminiBuiltInAgents.some(agent => agent.value === name)) return [];
  return [
    {
      code: 'name.invalid',
      effect: 'fails',
      range: places.value(['name']),
      field: 'name',
      problem: `\`${name}\` is an agent that Gemini CLI brings along, and the first agent of a name wins: this one is never used. Give it another name.`,
    },
  ];
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
      problem:
        model.trim() === ''
          ? 'The model is blank, and Gemini CLI passes it on as it is. Write `inherit`, or delete the line.'
          : `\`${model}\` is a model of ${foreign}. Gemini CLI does not check the name and asks Google's service for it, which has none of that name. Write \`inherit\`, or the id of a Gemini model.`,
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
      problem:
        'The documentation allows 0 to 2. Gemini CLI does not check it and sends the number to the model as it is.',
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
        problem:
          'The list is empty, so the agent gets no tools at all. To give it all tools, delete the line.',
        data: { meaning: 'none' },
      },
    ];
  return tools.flatMap((name: string, index): Issue[] => {
    const at = { range: places.value(['tools', index]), field: 'tools' };
    const current = currentToolName(name);
    if (current)
      return [
        {
          code: 'tools.alias',
          effect: 'noted',
          ...at,
          problem: `\`${name}\` is the former name of \`${current}\`. Gemini CLI still takes it.`,
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
            problem: `\`${name}\` has no effect here. ${unavailable}`,
          },
        ]
      : [];
  });
}

const limiting = ['include_tools', 'exclude_tools'];
const reaching = ['command', 'url', 'http_url', 'tcp'];

function serverIssues(servers: unknown, places: Places): Issue[] {
  if (!isPlainMap(servers)) return [];
  return Object.entries(servers).flatMap(([server, settings]): Issue[] => {
    if (!isPlainMap(settings)) return [];
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
          problem: `Gemini CLI drops \`${key}\` without a word${
            widened ? `, so the agent gets every tool of \`${server}\`` : ''
          }. ${meant ? `The field is called \`${meant}\` there.` : 'It knows no such field of a server.'}`,
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
        problem: `The server \`${server}\` has none of ${quotedList(reaching)}, so Gemini CLI cannot reach it.`,
      },
    ];
  });
}
