import type { LoadNote } from '../loader.ts';
import { nearest } from '../nearest.ts';
import { nearestKey } from '../nearestKey.ts';
import type { Places } from '../places.ts';
import { isPlainMap, typeWord, wordList } from '../shape.ts';
import { asText, colors, permissionModes, type QwenConfig } from './config.ts';
import type { QwenFrontMatter } from './frontMatter.ts';

/** The keys that Qwen Code reads. */
export const qwenKeys = [
  'name',
  'description',
  'tools',
  'disallowedTools',
  'model',
  'approvalMode',
  'permissionMode',
  'maxTurns',
  'color',
  'background',
  'mcpServers',
  'hooks',
  'executor',
  'executionBackend',
  'runConfig',
  'modelConfig',
] as const;

/** What other tools call a field. Those of the second list limit an agent, so losing one widens it. */
const foreignKeys: Readonly<Record<string, string>> = {
  mcp_servers: 'mcpServers',
  'mcp-servers': 'mcpServers',
  colour: 'color',
  approval_mode: 'approvalMode',
  'approval-mode': 'approvalMode',
  permission_mode: 'permissionMode',
  is_background: 'background',
};
const foreignLimits: Readonly<Record<string, string>> = {
  'allowed-tools': 'tools',
  allowedTools: 'tools',
  'disallowed-tools': 'disallowedTools',
  disabled_tools: 'disallowedTools',
  excludedTools: 'disallowedTools',
  max_turns: 'maxTurns',
  'max-turns': 'maxTurns',
  steps: 'maxTurns',
  maxSteps: 'maxTurns',
};

/** The values that Qwen Code drops or changes in a file that loads. */
export function fieldNotes(
  values: Readonly<Record<string, unknown>>,
  config: QwenConfig,
  places: Places,
): LoadNote[] {
  return [
    ...identityNotes(values, config, places),
    ...permissionNotes(values, places),
    ...turnNotes(values.maxTurns, config, places),
    ...colorNotes(values, config, places),
    ...backgroundNotes(values.background, config, places),
    ...mapNotes('mcpServers', values.mcpServers, places),
    ...mapNotes('hooks', values.hooks, places),
    ...legacyNotes(values, places),
  ];
}

/** The keys that Qwen Code does not know, as they are written. */
export function keyNotes(keys: readonly string[], places: Places): LoadNote[] {
  const known = new Set<string>(qwenKeys);
  return keys
    .filter(key => !known.has(key))
    .map(key => {
      const limit = foreignLimits[key];
      const at = { field: key, range: places.key([key]) };
      if (key === '<<')
        return {
          code: 'yaml.dropped',
          effect: 'lost',
          ...at,
          message:
            'Qwen Code does not merge maps: what `<<` refers to is not taken over. Write the fields out.',
        };
      if (limit && !keys.includes(limit))
        return {
          code: 'key.limit',
          effect: 'widened',
          ...at,
          message: `Qwen Code has no field \`${key}\` and ignores it, so it limits nothing. The field is called \`${limit}\` there.`,
          data: { suggestion: limit },
        };
      const meant = foreignKeys[key] ?? nearestKey(key, qwenKeys);
      return meant && !keys.includes(meant)
        ? {
            code: 'key.unknown',
            effect: 'lost',
            ...at,
            message: `Qwen Code has no field \`${key}\` and ignores it. The field is called \`${meant}\` there.`,
            data: { suggestion: meant },
          }
        : {
            code: 'key.unknown',
            effect: 'noted',
            ...at,
            message: `Qwen Code ignores \`${key}\`, and deletes it when the agent is saved from its own menu.`,
          };
    });
}

/** Fields that are written and have no value. They count as absent. */
export function emptyNotes(
  { raw, values, byLine }: QwenFrontMatter,
  keys: readonly string[],
  text: string,
  places: Places,
): LoadNote[] {
  if (byLine) return [];
  const elsewhere = ['name', 'description', 'tools', 'disallowedTools', 'executor', 'executionBackend'];
  return qwenKeys
    .filter(key => keys.includes(key) && !elsewhere.includes(key))
    .filter(
      key => (raw[key] === null || raw[key] === '') && (values[key] === undefined || values[key] === ''),
    )
    .map(key => {
      const range = places.key([key]);
      const comment = /^[ \t]*:[ \t]+(#\S*)/.exec(text.slice(range.end, range.end + 100));
      if (key === 'color' && comment) {
        const start = range.end + comment[0].length - comment[1]!.length;
        return {
          code: 'value.color',
          effect: 'lost',
          field: key,
          range: { start, end: start + comment[1]!.length },
          message: `YAML takes \`${comment[1]}\` for a comment, so there is no colour; and Qwen Code takes only ${wordList(colors)}.`,
        };
      }
      return {
        code: 'value.null',
        effect: 'noted',
        field: key,
        range,
        message: `\`${key}\` has no value, and Qwen Code does as if the line were not there.`,
      };
    });
}

function identityNotes(
  values: Readonly<Record<string, unknown>>,
  { name, description, model }: QwenConfig,
  places: Places,
): LoadNote[] {
  const notes: LoadNote[] = [];
  if (name !== undefined && name !== name.trim())
    notes.push({
      code: 'name.invalid',
      effect: 'altered',
      field: 'name',
      range: places.value(['name']),
      message:
        'The spaces around the name belong to it: the agent is only found by a name with them. Remove them.',
    });
  for (const [field, value] of [
    ['description', description],
    ['model', model],
  ] as const)
    if (Array.isArray(values[field]))
      notes.push({
        code: field === 'model' ? 'value.type' : 'description.invalid',
        effect: 'altered',
        field,
        range: places.value([field]),
        message: `\`${field}\` must be text and is a list. Qwen Code joins it to \`${value}\`.`,
        ...(field === 'model' ? { data: { expected: 'text' } } : {}),
      });
  return notes;
}

function permissionNotes(values: Readonly<Record<string, unknown>>, places: Places): LoadNote[] {
  const value = values.permissionMode;
  if (value === undefined) return [];
  const at = { field: 'permissionMode', range: places.value(['permissionMode']) };
  if (values.approvalMode !== undefined && values.approvalMode !== '')
    return [
      {
        code: 'key.ignored',
        effect: 'lost',
        ...at,
        range: places.key(['permissionMode']),
        message:
          '`approvalMode` is given too, and it decides: `permissionMode` has no effect. Delete one of the two.',
      },
    ];
  const choices = Object.keys(permissionModes);
  const mode =
    typeof value === 'string' && Object.hasOwn(permissionModes, value) ? permissionModes[value] : undefined;
  if (mode === undefined) {
    const suggestion = typeof value === 'string' ? nearest(value, choices) : undefined;
    return [
      {
        code: 'value.choice',
        effect: suggestion === 'plan' ? 'widened' : 'lost',
        ...at,
        message: `\`permissionMode\` must be ${wordList(choices)}. Qwen Code drops it, so the agent has the mode of the session.${
          suggestion ? ` Write \`${suggestion}\`.` : ''
        }`,
        data: { choices, ...(suggestion ? { suggestion } : {}) },
      },
    ];
  }
  return value === 'dontAsk' || value === 'auto'
    ? [
        {
          code: 'value.choice',
          effect: 'altered',
          ...at,
          message: `Qwen Code has no \`${value}\` here and takes \`approvalMode: ${mode}\` for it. Write the mode that you want as \`approvalMode\`.`,
          data: { choices },
        },
      ]
    : [];
}

function turnNotes(value: unknown, { maxTurns }: QwenConfig, places: Places): LoadNote[] {
  if (value === undefined || maxTurns !== undefined) return [];
  return [
    {
      code: 'value.number',
      effect: 'widened',
      field: 'maxTurns',
      range: places.value(['maxTurns']),
      message: '`maxTurns` must be a whole number above 0. Qwen Code drops it, so nothing limits the turns.',
    },
  ];
}

function colorNotes(
  values: Readonly<Record<string, unknown>>,
  { color }: QwenConfig,
  places: Places,
): LoadNote[] {
  if (values.color === undefined || color !== undefined) return [];
  const suggestion = typeof values.color === 'string' ? nearest(values.color, colors) : undefined;
  return [
    {
      code: 'value.color',
      effect: 'lost',
      field: 'color',
      range: places.value(['color']),
      message: `\`color\` must be ${wordList(colors)}. Qwen Code drops it.`,
      ...(suggestion ? { data: { suggestion } } : {}),
    },
  ];
}

function backgroundNotes(value: unknown, { background }: QwenConfig, places: Places): LoadNote[] {
  if (value === undefined || background !== undefined) return [];
  const suggestion = /^(?:yes|on|y|1)$/i.test(String(asText(value))) ? 'true' : 'false';
  return [
    {
      code: 'value.boolean',
      effect: 'lost',
      field: 'background',
      range: places.value(['background']),
      message: `\`background\` must be \`true\` or \`false\`. Qwen Code drops it.`,
      data: { suggestion },
    },
  ];
}

/** `mcpServers` holds maps and `hooks` holds lists; anything else in them is dropped. */
function mapNotes(field: 'mcpServers' | 'hooks', value: unknown, places: Places): LoadNote[] {
  if (value === undefined) return [];
  const code = field === 'hooks' ? 'hooks.invalid' : 'mcp.invalid';
  const wanted =
    field === 'hooks'
      ? 'a map from events to lists of matchers'
      : 'a map from server names to their settings';
  if (!isPlainMap(value))
    return [
      {
        code,
        effect: 'lost',
        field,
        range: places.value([field]),
        message: `\`${field}\` must be ${wanted} and is ${typeWord(value)}. Qwen Code drops it without a word.`,
      },
    ];
  return Object.entries(value)
    .filter(([, member]) => (field === 'hooks' ? !Array.isArray(member) : !isPlainMap(member)))
    .map(([name, member]) => ({
      code,
      effect: 'lost',
      field,
      range: places.value([field, name]),
      message: `\`${name}\` in \`${field}\` must be ${field === 'hooks' ? 'a list' : 'a map'} and is ${typeWord(member)}. Qwen Code drops it without a word.`,
    }));
}

function legacyNotes(values: Readonly<Record<string, unknown>>, places: Places): LoadNote[] {
  return (
    [
      ['runConfig', 'maxTurns'],
      ['modelConfig', 'model'],
    ] as const
  )
    .filter(([field]) => values[field] !== undefined)
    .map(([field, now]) => {
      const at = { field, range: places.key([field]) };
      if (!isPlainMap(values[field]))
        return {
          code: 'value.type',
          effect: 'lost',
          ...at,
          range: places.value([field]),
          message: `\`${field}\` must be a map and is ${typeWord(values[field])}, so it has no effect.`,
          data: { expected: 'map' },
        };
      return {
        code: 'key.deprecated',
        effect: 'noted',
        ...at,
        message: `\`${field}\` is an older form that Qwen Code still reads. \`${now}\` at the top level wins over it.`,
        ...(field === 'modelConfig' ? { data: { suggestion: now } } : {}),
      };
    });
}
