import { nearestWord } from '../../../document/nearestWord.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import { isPlainMap, quotedList, typeName } from '../../../loading/shape.ts';
import { colors, type QwenConfig, textIfAny } from './config.ts';
import { permissionIssues } from './permissionIssues.ts';

/** The values that Qwen Code drops or changes in a file that loads. */
export function fieldIssues(
  values: Readonly<Record<string, unknown>>,
  config: QwenConfig,
  places: Places,
): Issue[] {
  return [
    ...identityIssues(values, config, places),
    ...permissionIssues(values, places),
    ...turnIssues(values.maxTurns, config, places),
    ...colorIssues(values, config, places),
    ...backgroundIssues(values.background, config, places),
    ...mapIssues('mcpServers', values.mcpServers, places),
    ...mapIssues('hooks', values.hooks, places),
    ...legacyIssues(values, places),
  ];
}

function identityIssues(
  values: Readonly<Record<string, unknown>>,
  { name, description, model }: QwenConfig,
  places: Places,
): Issue[] {
  const issues: Issue[] = [];
  if (name !== undefined && name !== name.trim())
    issues.push({
      code: 'name.invalid',
      effect: 'changed',
      field: 'name',
      range: places.value(['name']),
      problem:
        'The spaces around the name belong to it: the agent is only found by a name with them. Remove them.',
    });
  for (const [field, value] of [
    ['description', description],
    ['model', model],
  ] as const)
    if (Array.isArray(values[field]))
      issues.push({
        code: field === 'model' ? 'value.type' : 'description.invalid',
        effect: 'changed',
        field,
        range: places.value([field]),
        problem: `\`${field}\` must be text and is a list. Qwen Code joins it to \`${value}\`.`,
        ...(field === 'model' ? { data: { expected: 'text' } } : {}),
      });
  return issues;
}

function turnIssues(value: unknown, { maxTurns }: QwenConfig, places: Places): Issue[] {
  if (value === undefined || maxTurns !== undefined) return [];
  return [
    {
      code: 'value.number',
      effect: 'unrestricted',
      field: 'maxTurns',
      range: places.value(['maxTurns']),
      problem: '`maxTurns` must be a whole number above 0. Qwen Code drops it, so nothing limits the turns.',
    },
  ];
}

function colorIssues(
  values: Readonly<Record<string, unknown>>,
  { color }: QwenConfig,
  places: Places,
): Issue[] {
  if (values.color === undefined || color !== undefined) return [];
  const suggestion = typeof values.color === 'string' ? nearestWord(values.color, colors) : undefined;
  return [
    {
      code: 'value.color',
      effect: 'ignored',
      field: 'color',
      range: places.value(['color']),
      problem: `\`color\` must be ${quotedList(colors)}. Qwen Code drops it.`,
      ...(suggestion ? { data: { suggestion } } : {}),
    },
  ];
}

function backgroundIssues(value: unknown, { background }: QwenConfig, places: Places): Issue[] {
  if (value === undefined || background !== undefined) return [];
  const suggestion = /^(?:yes|on|y|1)$/i.test(String(textIfAny(value))) ? 'true' : 'false';
  return [
    {
      code: 'value.boolean',
      effect: 'ignored',
      field: 'background',
      range: places.value(['background']),
      problem: `\`background\` must be \`true\` or \`false\`. Qwen Code drops it.`,
      data: { suggestion },
    },
  ];
}

/** `mcpServers` holds maps and `hooks` holds lists; anything else in them is dropped. */
function mapIssues(field: 'mcpServers' | 'hooks', value: unknown, places: Places): Issue[] {
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
        effect: 'ignored',
        field,
        range: places.value([field]),
        problem: `\`${field}\` must be ${wanted} and is ${typeName(value)}. Qwen Code drops it without a word.`,
      },
    ];
  return Object.entries(value)
    .filter(([, member]) => (field === 'hooks' ? !Array.isArray(member) : !isPlainMap(member)))
    .map(([name, member]) => ({
      code,
      effect: 'ignored',
      field,
      range: places.value([field, name]),
      problem: `\`${name}\` in \`${field}\` must be ${field === 'hooks' ? 'a list' : 'a map'} and is ${typeName(member)}. Qwen Code drops it without a word.`,
    }));
}

function legacyIssues(values: Readonly<Record<string, unknown>>, places: Places): Issue[] {
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
          effect: 'ignored',
          ...at,
          range: places.value([field]),
          problem: `\`${field}\` must be a map and is ${typeName(values[field])}, so it has no effect.`,
          data: { expected: 'map' },
        };
      return {
        code: 'key.deprecated',
        effect: 'noted',
        ...at,
        problem: `\`${field}\` is an older form that Qwen Code still reads. \`${now}\` at the top level wins over it.`,
        ...(field === 'modelConfig' ? { data: { suggestion: now } } : {}),
      };
    });
}
