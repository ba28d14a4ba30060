import type { OffsetRange } from '../../../document/offsets.ts';
import type { StrictYaml } from '../../../document/strictYaml.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import { isMapping } from '../../../loading/shape.ts';
import { quotedList } from '../../../wordList.ts';
import { type QwenConfig, quotable } from './config.ts';

/** Where an agent runs, when not in the process of the session. */
export interface Execution {
  readonly executor?: { readonly kind: string; readonly command: string; readonly args?: readonly string[] };
  readonly executionBackend?: 'container';
  /** Why the file is refused: Qwen Code prefers no agent to one that runs in the wrong place. */
  readonly refusals: readonly Issue[];
}

/**
 * Reads `executor` and `executionBackend`. The line reader does not apply to these two: a front matter that
 * mentions one of them, at any depth outside a block scalar, must be valid YAML.
 * `yaml` is the front matter with LF line ends, and `origin` maps an offset in it to the document.
 */
export function readExecution(
  yaml: string,
  strict: StrictYaml,
  places: Places,
  origin: (offset: number) => number,
): Execution {
  const backend = readBackend(yaml, strict, places, origin);
  const executor = readExecutor(yaml, strict, places, origin);
  return { ...backend, ...executor, refusals: [...backend.refusals, ...executor.refusals] };
}

/**
 * What an agent that runs elsewhere, in another program or in a container, does not support: Qwen Code refuses to
 * start it. A setting that works with neither is reported once.
 */
export function executionConflicts(
  { executor, executionBackend }: Execution,
  config: QwenConfig,
  places: Places,
): Issue[] {
  const run = isMapping(config.runConfig) ? config.runConfig.max_turns : undefined;
  const withExecutor = conflictIssues(
    {
      tools: config.tools,
      disallowedTools: config.disallowedTools,
      mcpServers: config.mcpServers,
      hooks: config.hooks,
      maxTurns: config.maxTurns,
      runConfig: run,
      model: config.model === 'inherit' || config.model === '' ? undefined : config.model,
    },
    places,
    'executor',
    'in another program',
  );
  const inContainer = conflictIssues(
    { executor, mcpServers: config.mcpServers, hooks: config.hooks },
    places,
    'executionBackend',
    'in a container',
  );
  const issues = [...(executor ? withExecutor : []), ...(executionBackend ? inContainer : [])];
  return issues.filter(
    (issue, index) => issues.findIndex(earlier => earlier.field === issue.field) === index,
  );
}

function conflictIssues(
  settings: Readonly<Record<string, unknown>>,
  places: Places,
  runner: string,
  where: string,
): Issue[] {
  return Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([key]) => ({
      code: 'key.conflict',
      effect: 'fails',
      field: key,
      range: places.key([key]),
      problem: `\`${key}\` and \`${runner}\` exclude each other`,
      consequence: `Qwen Code runs an agent with \`${runner}\` ${where}, where \`${key}\` is not supported: it loads the agent and then refuses to start it`,
      advice: 'Remove one of the two',
    }));
}

function readBackend(
  yaml: string,
  strict: StrictYaml,
  places: Places,
  origin: (offset: number) => number,
): Pick<Execution, 'executionBackend' | 'refusals'> {
  const key = 'executionBackend';
  const present = strict.has(key);
  const claim = claims(yaml, key).find(match => !inBlock(strict, match.index));
  if (!present && !claim) return { refusals: [] };
  if (strict.errors.length > 0) return { refusals: [unreadable(key, claim, places, origin)] };
  if (!present) return { refusals: [] };
  const value = strict.get(key);
  if (value === 'container') return { executionBackend: 'container', refusals: [] };
  const written = quotable(value);
  return {
    refusals: [
      {
        code: 'value.choice',
        effect: 'rejected',
        field: key,
        range: places.value([key]),
        problem:
          written === undefined
            ? `\`${key}\` must be \`container\``
            : `Unknown value \`${written}\` for \`${key}\``,
        consequence: 'Qwen Code refuses the file rather than run the agent outside a container',
        advice: 'Write `container`, or delete the line',
        ...(written !== undefined && { subject: written }),
        data: { choices: ['container'], suggestion: 'container' },
      },
    ],
  };
}

function readExecutor(
  yaml: string,
  strict: StrictYaml,
  places: Places,
  origin: (offset: number) => number,
): Pick<Execution, 'executor' | 'refusals'> {
  const key = 'executor';
  const present = strict.has(key);
  const [first] = claims(yaml, key);
  const claimed = present || (first !== undefined && !inBlock(strict, first.index));
  if (claimed && strict.errors.length > 0) {
    // An error above the executor does not affect it.
    const line = first ? yaml.slice(0, first.index).split('\n').length : 0;
    if (!present || strict.errors.some(error => error.line >= line))
      return { refusals: [unreadable(key, first, places, origin)] };
  }
  if (!present) return { refusals: [] };
  const executor = executorOf(strict.get(key));
  if (executor) return { executor, refusals: [] };
  return {
    refusals: [
      {
        code: 'value.type',
        effect: 'rejected',
        field: key,
        range: places.key([key]),
        problem: '`executor` must be a mapping with `kind` and `command`',
        consequence: 'Qwen Code refuses the file rather than run the agent elsewhere',
        advice: `Write \`kind\` (${quotedList(['acp', 'codex'])}), \`command\` as a string and, where needed, \`args\` as a list of strings`,
        data: { expected: ['mapping'] },
      },
    ],
  };
}

function executorOf(value: unknown): Execution['executor'] {
  if (!isMapping(value)) return undefined;
  const { kind, command, args } = value;
  if ((kind !== 'acp' && kind !== 'codex') || typeof command !== 'string' || command.trim() === '')
    return undefined;
  if (args === undefined) return { kind, command: command.trim() };
  if (!Array.isArray(args) || args.some(arg => typeof arg !== 'string')) return undefined;
  return { kind, command: command.trim(), args: args as string[] };
}

function claims(yaml: string, key: string): RegExpExecArray[] {
  return [...yaml.matchAll(new RegExp(`^[ \\t]*["']?${key}["']?[ \\t]*:`, 'gm'))];
}

function inBlock({ blockScalars }: StrictYaml, offset: number): boolean {
  return blockScalars.some(block => block.start <= offset && offset < block.end);
}

function unreadable(
  key: string,
  claim: RegExpExecArray | undefined,
  places: Places,
  origin: (offset: number) => number,
): Issue {
  const written: OffsetRange | undefined = claim && {
    start: origin(claim.index + claim[0].search(/\S/)),
    end: origin(claim.index + claim[0].length),
  };
  return {
    code: 'yaml.invalid',
    effect: 'rejected',
    field: key,
    range: written ?? places.key([key]),
    problem: `Front matter with \`${key}\` is not valid YAML`,
    consequence:
      'Qwen Code repairs other fields in such a file, but refuses it because of this one rather than run the agent in the wrong place',
    advice: 'Fix the YAML',
  };
}
