import { nearestWord } from '../../../document/nearestWord.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { type Issue, IssueCollector } from '../../../loading/issue.ts';
import type { IssueData } from '../../../loading/issueData.ts';
import type { Places } from '../../../loading/places.ts';
import { isMapping, typeName } from '../../../loading/shape.ts';
import { shorten } from '../../../loading/values.ts';
import { quotedList } from '../../../wordList.ts';
import { approvalModes, permissionModes, type QwenConfig, stringIfAny } from './config.ts';
import type { QwenFrontMatter } from './frontMatter.ts';

const skips = 'skips the file silently';
const consequence = `Qwen Code ${skips}`;
const reserved = ['self', 'system', 'user', 'model', 'tool', 'config', 'default', 'main'];
/** The prefixes of `provider:model` that need a model after the colon. */
const providers = ['openai', 'openai-responses', 'qwen-oauth', 'gemini', 'vertex-ai', 'anthropic'];

/** Why Qwen Code skips the file. `prompt` is the range of the prompt, `delimiter` that of the opening delimiter. */
export function refusals(
  frontMatter: QwenFrontMatter,
  config: QwenConfig,
  prompt: OffsetRange,
  delimiter: OffsetRange,
  places: Places,
): Issue[] {
  const { raw, values } = frontMatter;
  const collector = new IssueCollector();
  refuseName(collector, frontMatter, places);
  refuseDescription(collector, frontMatter, places);
  refusePrompt(collector, prompt, delimiter);
  refuseTools(collector, raw, places);
  refuseModel(collector, values, config, places);
  refuseApproval(collector, values.approvalMode, places);
  refuseRun(collector, values.runConfig, places);
  refuseMappings(collector, values, places);
  return collector.issues;
}

/** "`name` is missing"; "`name` is empty" where the key is there. */
function absence(key: string, raw: Readonly<Record<string, unknown>>): string {
  return `\`${key}\` is ${Object.hasOwn(raw, key) ? 'empty' : 'missing'}`;
}

/** The characters of a name. */
const letters = /^[\p{L}\p{N}_-]+$/u;

/** The consequence of a value of a wrong type. */
function skipsType(value: unknown): string {
  return `Qwen Code reads ${typeName(value)} and ${skips}`;
}

function refuseName(
  collector: IssueCollector,
  { raw, values: { name: value } }: QwenFrontMatter,
  places: Places,
): void {
  const path = ['name'];
  if (value === undefined || value === '') {
    collector.add(
      'name.missing',
      'rejected',
      places.key(path),
      { problem: absence('name', raw), consequence, advice: 'Add `name:`' },
      { field: 'name' },
    );
    return;
  }
  const name = stringIfAny(value)?.trim();
  const refuse = (data: IssueData<'name.invalid'>, problem: string, advice: string, why = consequence) =>
    collector.add(
      'name.invalid',
      'rejected',
      places.value(path),
      { problem, consequence: why, advice },
      { field: 'name', subject: name || undefined, data },
    );
  if (name === undefined)
    refuse({ expected: ['string'] }, '`name` must be a string', 'Write one word', skipsType(value));
  else if (name === '') refuse({ demand: { shortest: 2 } }, '`name` contains only spaces', 'Write one word');
  else if (name.length < 2 || name.length > 50)
    refuse(
      { demand: { shortest: 2, longest: 50 } },
      `\`name\` must have 2 to 50 characters, and has ${name.length}`,
      'Choose another name',
    );
  else if (!letters.test(name))
    refuse(
      { demand: { pattern: letters.source } },
      '`name` may contain only letters, digits, `-` and `_`',
      'Replace spaces and dots with hyphens',
    );
  else if (/^[-_]|[-_]$/.test(name))
    refuse(
      { demand: { pattern: '^[^-_].*[^-_]$' } },
      '`name` must not start or end with `-` or `_`',
      'Remove it',
    );
  else if (reserved.includes(name.toLowerCase()))
    refuse(
      { demand: { not: 'reserved' } },
      `Reserved name \`${name}\``,
      'Choose another name',
      `Qwen Code reserves ${quotedList(reserved, 'and')}, and ${skips}`,
    );
}

function refuseDescription(
  collector: IssueCollector,
  { raw, values: { description: value } }: QwenFrontMatter,
  places: Places,
): void {
  const path = ['description'];
  const text = stringIfAny(value);
  if (text !== undefined && text.trim() !== '') return;
  if (value === undefined || typeof value === 'string')
    collector.add(
      'description.missing',
      'rejected',
      places.key(path),
      {
        problem: absence('description', raw),
        consequence,
        advice: 'Describe in `description:` when to use the agent',
      },
      { field: 'description' },
    );
  else
    collector.add(
      'description.invalid',
      'rejected',
      places.value(path),
      {
        problem: '`description` must be a string',
        consequence: skipsType(value),
        advice: 'Put it in quotes',
      },
      { field: 'description' },
    );
}

function refusePrompt(collector: IssueCollector, prompt: OffsetRange, delimiter: OffsetRange): void {
  const length = prompt.end - prompt.start;
  if (length === 0)
    collector.add('body.empty', 'rejected', delimiter, {
      problem: 'Prompt is empty',
      consequence,
      advice: 'Write at least 10 characters below the front matter',
    });
  else if (length < 10)
    collector.add('body.empty', 'rejected', prompt, {
      problem: `Prompt must have at least 10 characters, and has ${length}`,
      consequence,
      advice: 'Write more',
    });
}

function refuseTools(
  collector: IssueCollector,
  values: Readonly<Record<string, unknown>>,
  places: Places,
): void {
  for (const field of ['tools', 'disallowedTools']) {
    const list = values[field];
    if (!Array.isArray(list)) continue;
    for (const [index, item] of list.entries())
      if (typeof item === 'string' && item.trim() === '')
        collector.add(
          'tools.unknown',
          'rejected',
          places.value([field, index]),
          { problem: `Empty name in \`${field}\``, consequence, advice: 'Remove it' },
          { field, subject: item },
        );
  }
}

function refuseModel(
  collector: IssueCollector,
  values: Readonly<Record<string, unknown>>,
  { model }: QwenConfig,
  places: Places,
): void {
  const field = values.model === undefined || values.model === '' ? 'modelConfig' : 'model';
  const refuse = (problem: string, why = consequence) =>
    collector.add(
      'value.model',
      'rejected',
      places.value([field]),
      {
        problem,
        consequence: why,
        advice: 'Name a model, or delete the line to use that of the session',
      },
      { field, ...(model && { subject: model }) },
    );
  if (values.model !== undefined && values.model !== '' && model === undefined)
    refuse('`model` must be a string', skipsType(values.model));
  if (model === undefined || model === '') return;
  if (model.trim() === '') {
    refuse('`model` contains only spaces');
    return;
  }
  const [provider = '', ...id] = model.trim().split(':');
  if (id.length > 0 && providers.includes(provider.trim()) && id.join(':').trim() === '')
    refuse(`No model after \`${provider.trim()}:\``);
}

function refuseApproval(collector: IssueCollector, value: unknown, places: Places): void {
  if (value === undefined || value === '') return;
  if (typeof value === 'string' && approvalModes.some(mode => mode === value)) return;
  const written = typeof value === 'string' ? value : '';
  const suggestion =
    (Object.hasOwn(permissionModes, written) ? permissionModes[written] : undefined) ??
    nearestWord(written, approvalModes);
  const text = {
    consequence: `Qwen Code accepts only ${quotedList(approvalModes)}, and ${skips}`,
    ...(suggestion && { advice: `Write \`${suggestion}\`` }),
  };
  const range = places.value(['approvalMode']);
  const field = 'approvalMode';
  if (typeof value === 'string')
    collector.add(
      'value.choice',
      'rejected',
      range,
      { problem: `Unknown value \`${shorten(value)}\` for \`approvalMode\``, ...text },
      { field, subject: value, data: { choices: approvalModes, ...(suggestion ? { suggestion } : {}) } },
    );
  else
    collector.add(
      'value.type',
      'rejected',
      range,
      { problem: '`approvalMode` must be a string', ...text },
      { field, data: { expected: ['string'] } },
    );
}

function refuseRun(collector: IssueCollector, run: unknown, places: Places): void {
  if (!isMapping(run)) return;
  const check = (key: string, expected: string, holds: (count: number) => boolean) => {
    const value = run[key];
    if (value === undefined || (typeof value === 'number' && holds(value))) return;
    const isNumber = typeof value === 'number';
    collector.add(
      isNumber ? 'value.number' : 'value.type',
      'rejected',
      places.value(['runConfig', key]),
      {
        problem: `\`${key}\` must be ${expected}`,
        consequence,
        ...(typeof value === 'string' && Number(value) > 0 && { advice: 'Remove the quotes' }),
      },
      { field: 'runConfig', subject: key, ...(!isNumber && { data: { expected: ['number'] as const } }) },
    );
  };
  // NaN passes here, as in the tool.
  check('max_time_minutes', 'a positive number', count => !(count <= 0));
  check('max_turns', 'a positive integer', count => Number.isInteger(count) && count > 0);
}

/** A mapping in one of these is dropped with a message, and building that message fails: the file is lost with it. */
function refuseMappings(
  collector: IssueCollector,
  values: Readonly<Record<string, unknown>>,
  places: Places,
): void {
  for (const field of ['permissionMode', 'maxTurns', 'background']) {
    const value = values[field];
    if (value === undefined || value === '' || stringIfAny(value) !== undefined) continue;
    collector.add(
      'value.type',
      'rejected',
      places.value([field]),
      { problem: `\`${field}\` must be a single value`, consequence: skipsType(value) },
      { field, data: { expected: ['string', 'number', 'boolean'] } },
    );
  }
}
