import { nearestWord } from '../../../document/nearestWord.ts';
import { type Issue, IssueCollector } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { isMapping, typeName } from '../../../loading/shape.ts';
import { shorten } from '../../../loading/values.ts';
import { quotedList } from '../../../wordList.ts';
import { colors, type QwenConfig, quotable, stringIfAny } from './config.ts';
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
  const collector = new IssueCollector();
  if (name !== undefined && name !== name.trim())
    collector.add(
      'name.invalid',
      'changed',
      places.value(['name']),
      {
        problem: '`name` starts or ends with spaces',
        consequence: 'Qwen Code keeps the spaces, so the agent is found only by a name with them',
        advice: 'Remove them',
      },
      { field: 'name', data: { demand: { pattern: '^\\S(?:.*\\S)?$' } } },
    );
  for (const [field, value] of [
    ['description', description],
    ['model', model],
  ] as const)
    if (Array.isArray(values[field]))
      collector.add(
        field === 'model' ? 'value.type' : 'description.invalid',
        'changed',
        places.value([field]),
        {
          problem: `\`${field}\` must be a string`,
          consequence: `Qwen Code reads a list and joins it to \`${shorten(value ?? '')}\``,
        },
        { field, ...(field === 'model' && { data: { expected: ['string'] as const } }) },
      );
  return collector.issues;
}

function turnIssues(value: unknown, { maxTurns }: QwenConfig, places: Places): Issue[] {
  if (value === undefined || maxTurns !== undefined) return [];
  return [
    {
      code: 'value.number',
      effect: 'unrestricted',
      field: 'maxTurns',
      range: places.value(['maxTurns']),
      problem: '`maxTurns` must be a positive integer',
      consequence: 'Qwen Code drops it, so nothing limits the turns',
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
  const written = quotable(values.color);
  return [
    {
      code: 'value.color',
      effect: 'ignored',
      field: 'color',
      range: places.value(['color']),
      problem: written === undefined ? '`color` must be a string' : `Unknown color \`${written}\``,
      consequence: `Qwen Code accepts only ${quotedList(colors)}, and drops the value`,
      ...(written !== undefined && { subject: written }),
      ...(suggestion ? { data: { suggestion } } : {}),
    },
  ];
}

function backgroundIssues(value: unknown, { background }: QwenConfig, places: Places): Issue[] {
  if (value === undefined || background !== undefined) return [];
  const written = quotable(value);
  const suggestion = /^(?:yes|on|y|1)$/i.test(String(stringIfAny(value))) ? 'true' : 'false';
  return [
    {
      code: 'value.boolean',
      effect: 'ignored',
      field: 'background',
      range: places.value(['background']),
      problem: written === undefined ? '`background` must be a boolean' : `\`${written}\` is not a boolean`,
      consequence: 'Qwen Code drops the value',
      advice: 'Write `true` or `false`',
      data: { suggestion },
    },
  ];
}

/** `mcpServers` holds mappings and `hooks` holds lists; anything else in them is dropped. */
function mapIssues(field: 'mcpServers' | 'hooks', value: unknown, places: Places): Issue[] {
  if (value === undefined) return [];
  const code = field === 'hooks' ? 'hooks.invalid' : 'mcp.invalid';
  const consequence = (wrong: unknown) => `Qwen Code reads ${typeName(wrong)} and drops it silently`;
  if (!isMapping(value))
    return [
      {
        code,
        effect: 'ignored',
        field,
        range: places.value([field]),
        problem: `\`${field}\` must be a mapping`,
        consequence: consequence(value),
        data: { expected: ['mapping'] },
      },
    ];
  return Object.entries(value)
    .filter(([, member]) => (field === 'hooks' ? !Array.isArray(member) : !isMapping(member)))
    .map(([name, member]) => ({
      code,
      effect: 'ignored',
      field,
      range: places.value([field, name]),
      problem: `\`${field}.${name}\` must be ${field === 'hooks' ? 'a list' : 'a mapping'}`,
      consequence: consequence(member),
      subject: name,
      data: { expected: [field === 'hooks' ? 'list' : 'mapping'] },
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
    .map(([field, now]): Issue => {
      const at = { field, range: places.key([field]) };
      if (!isMapping(values[field]))
        return {
          code: 'value.type',
          effect: 'ignored',
          ...at,
          range: places.value([field]),
          problem: `\`${field}\` must be a mapping`,
          consequence: `Qwen Code reads ${typeName(values[field])} and ignores it`,
          data: { expected: ['mapping'] },
        };
      return {
        code: 'key.deprecated',
        effect: 'noted',
        ...at,
        problem: problems.deprecatedKey(field),
        consequence: `Qwen Code still reads this older form, but \`${now}\` at the top level overrides it`,
        ...(field === 'modelConfig' ? { data: { suggestion: now } } : {}),
      };
    });
}
