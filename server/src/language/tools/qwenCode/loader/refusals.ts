import { nearestWord } from '../../../document/nearestWord.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import { isPlainMap, quotedList, typeName } from '../../../loading/shape.ts';
import { approvalModes, permissionModes, type QwenConfig, textIfAny } from './config.ts';
import type { QwenFrontMatter } from './frontMatter.ts';

const skips = 'Qwen Code skips the file without a word';
const reserved = ['self', 'system', 'user', 'model', 'tool', 'config', 'default', 'main'];
/** The prefixes of `provider:model` that need a model behind the colon. */
const providers = ['openai', 'openai-responses', 'qwen-oauth', 'gemini', 'vertex-ai', 'anthropic'];

/** Why Qwen Code skips the file; nothing when it takes it. `prompt` is the span of the prompt, `above` of the fence. */
export function refusals(
  { raw, values }: QwenFrontMatter,
  config: QwenConfig,
  prompt: OffsetRange,
  above: OffsetRange,
  places: Places,
): Issue[] {
  return [
    ...nameRefusal(values.name, places),
    ...descriptionRefusal(values.description, places),
    ...promptRefusal(prompt, above),
    ...toolRefusals(raw, places),
    ...modelRefusal(values, config, places),
    ...approvalRefusal(values.approvalMode, places),
    ...runRefusals(values.runConfig, places),
    ...mapRefusals(values, places),
  ];
}

function refusal(
  code: Issue['code'],
  field: string,
  range: OffsetRange,
  message: string,
  data?: Issue['data'],
): Issue {
  return { code, effect: 'rejected', field, range, problem: message, ...(data ? { data } : {}) };
}

function nameRefusal(value: unknown, places: Places): Issue[] {
  const path = ['name'];
  if (value === undefined || value === '')
    return [
      refusal('name.missing', 'name', places.key(path), `The agent has no name, so ${skips}. Add \`name:\`.`),
    ];
  const name = textIfAny(value)?.trim();
  const bad = (reason: string, advice: string) => [
    refusal('name.invalid', 'name', places.value(path), `The name ${reason}, so ${skips}. ${advice}`),
  ];
  if (name === undefined) return bad(`must be text and is ${typeName(value)}`, 'Write one word.');
  if (name === '') return bad('is blank', 'Write one word.');
  if (name.length < 2 || name.length > 50)
    return bad(`must have 2 to 50 characters and has ${name.length}`, 'Choose another.');
  if (!/^[\p{L}\p{N}_-]+$/u.test(name))
    return bad('may hold only letters, digits, `-` and `_`', 'Put hyphens in place of spaces and dots.');
  if (/^[-_]|[-_]$/.test(name)) return bad('must not begin or end with `-` or `_`', 'Remove it.');
  if (reserved.includes(name.toLowerCase()))
    return bad(
      `must not be one of the words that Qwen Code keeps for itself (${quotedList(reserved, 'and')})`,
      'Choose another.',
    );
  return [];
}

function descriptionRefusal(value: unknown, places: Places): Issue[] {
  const path = ['description'];
  const text = textIfAny(value);
  if (text !== undefined && text.trim() !== '') return [];
  const missing = value === undefined || typeof value === 'string';
  return [
    missing
      ? refusal(
          'description.missing',
          'description',
          places.key(path),
          `The agent has no description, so ${skips}. Say in \`description:\` when to use it.`,
        )
      : refusal(
          'description.invalid',
          'description',
          places.value(path),
          `\`description\` must be text and is ${typeName(value)}, so ${skips}. Put it in quotes.`,
        ),
  ];
}

function promptRefusal(prompt: OffsetRange, above: OffsetRange): Issue[] {
  const length = prompt.end - prompt.start;
  if (length >= 10) return [];
  return [
    {
      code: 'body.empty',
      effect: 'rejected',
      range: length > 0 ? prompt : above,
      problem:
        length > 0
          ? `The prompt must have at least 10 characters and has ${length}, so ${skips}. Write more.`
          : `There is no prompt below the front matter, so ${skips}. Write at least 10 characters there.`,
    },
  ];
}

function toolRefusals(values: Readonly<Record<string, unknown>>, places: Places): Issue[] {
  return ['tools', 'disallowedTools'].flatMap(field => {
    const list = values[field];
    if (!Array.isArray(list)) return [];
    return list.flatMap((item, index) =>
      typeof item === 'string' && item.trim() === ''
        ? [
            refusal(
              'tools.unknown',
              field,
              places.value([field, index]),
              `A name in \`${field}\` is empty, so ${skips}. Remove it.`,
            ),
          ]
        : [],
    );
  });
}

function modelRefusal(
  values: Readonly<Record<string, unknown>>,
  { model }: QwenConfig,
  places: Places,
): Issue[] {
  const field = values.model === undefined || values.model === '' ? 'modelConfig' : 'model';
  const bad = (reason: string) => [
    refusal(
      'value.model',
      field,
      places.value([field]),
      `The model ${reason}, so ${skips}. Name a model, or delete the line to use that of the session.`,
    ),
  ];
  if (values.model !== undefined && values.model !== '' && model === undefined)
    return bad(`must be text and is ${typeName(values.model)}`);
  if (model === undefined || model === '') return [];
  if (model.trim() === '') return bad('is blank');
  const [provider = '', id] = [
    model.trim().split(':', 1)[0]?.trim(),
    model.trim().split(':').slice(1).join(':'),
  ];
  return model.includes(':') && providers.includes(provider) && id.trim() === ''
    ? bad(`has nothing behind \`${provider}:\``)
    : [];
}

function approvalRefusal(value: unknown, places: Places): Issue[] {
  if (value === undefined || value === '') return [];
  if (typeof value === 'string' && approvalModes.some(mode => mode === value)) return [];
  const word = typeof value === 'string' ? value : '';
  const suggestion =
    (Object.hasOwn(permissionModes, word) ? permissionModes[word] : undefined) ??
    nearestWord(word, approvalModes);
  return [
    refusal(
      typeof value === 'string' ? 'value.choice' : 'value.type',
      'approvalMode',
      places.value(['approvalMode']),
      `\`approvalMode\` must be ${quotedList(approvalModes)}, so ${skips}.${
        suggestion ? ` Write \`${suggestion}\`.` : ''
      }`,
      typeof value === 'string'
        ? { choices: approvalModes, ...(suggestion ? { suggestion } : {}) }
        : { expected: 'text' },
    ),
  ];
}

function runRefusals(run: unknown, places: Places): Issue[] {
  if (!isPlainMap(run)) return [];
  const check = (key: string, wanted: string, holds: (count: number) => boolean): Issue[] => {
    const value = run[key];
    if (value === undefined || (typeof value === 'number' && holds(value))) return [];
    return [
      refusal(
        typeof value === 'number' ? 'value.number' : 'value.type',
        'runConfig',
        places.value(['runConfig', key]),
        `\`${key}\` must be ${wanted}, so ${skips}.${
          typeof value === 'string' && Number(value) > 0 ? ' Remove the quotes.' : ''
        }`,
        typeof value === 'number' ? undefined : { expected: wanted },
      ),
    ];
  };
  return [
    // Not a number passes here, as it does there.
    ...check('max_time_minutes', 'a number above 0', count => !(count <= 0)),
    ...check('max_turns', 'a whole number above 0', count => Number.isInteger(count) && count > 0),
  ];
}

/** A map in one of these is dropped with a message, and making that message fails: the file goes with it. */
function mapRefusals(values: Readonly<Record<string, unknown>>, places: Places): Issue[] {
  return ['permissionMode', 'maxTurns', 'background']
    .filter(
      field => values[field] !== undefined && values[field] !== '' && textIfAny(values[field]) === undefined,
    )
    .map(field =>
      refusal(
        'value.type',
        field,
        places.value([field]),
        `\`${field}\` must be one value and is ${typeName(values[field])}, so ${skips}.`,
        { expected: 'one value' },
      ),
    );
}
