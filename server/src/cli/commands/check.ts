import { type Command, Option } from 'commander';
import { targetNames } from '../../language/features/targets.ts';
import { rules } from '../../language/rules/index.ts';
import type { Severity } from '../../language/severity.ts';
import { listed } from '../../language/wordList.ts';
import { type CheckRequest, check } from '../check.ts';
import { changedSince } from '../git/changedSince.ts';
import { printableLine } from '../printable.ts';
import { levels, type Report } from '../reports/report.ts';
import type { Sources } from '../sources.ts';
import { CliError, suggestion, type Terminal } from '../terminal.ts';
import { watch } from '../watch.ts';
import { type Output, OutputOptions, writeOutputs } from './checkOutputs.ts';
import type { CliCommand, ExitCode } from './command.ts';
import { choiceOption, countOf, valueOption } from './options.ts';
import { defineSources, type SourceOptions, sourcesOf, targetsHelp } from './sourceOptions.ts';

/** The options of `check`, beside those for its files. */
interface CheckOptions {
  readonly level?: Severity;
  readonly quiet?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly maxWarnings?: number;
  readonly strict?: boolean;
  readonly rule?: Readonly<Record<string, Severity | 'off'>>;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly since?: string;
  readonly stats?: boolean;
  readonly watch?: boolean;
}

/** The outputs of each command that was defined. */
const outputsOf = new WeakMap<Command, OutputOptions>();

/** `agent-files check`. */
export const checkCommand: CliCommand = {
  name: 'check',
  summary: 'report problems in agent files, and fix them',
  define: command => {
    const outputs = new OutputOptions();
    outputsOf.set(command, outputs);
    command
      .optionsGroup('Fixes:')
      .option('--fix', 'apply all safe fixes')
      .option('--fix-dry-run', 'print what --fix would change as a unified diff, and write nothing')
      .optionsGroup('Output:')
      .addOption(outputs.format)
      .addOption(outputs.output)
      .addOption(
        choiceOption(
          '--level <severity>',
          'the lowest severity to list, by default warning, and hint in JSON, SARIF and for GitLab',
          levels,
        ),
      )
      .option('--quiet', 'report only what makes the run fail, and print nothing if there is nothing')
      .option('--watch', 'check again whenever a file changes')
      .option('--stats', 'also print how long each part and each rule took')
      .optionsGroup('What counts:')
      .option('--strict', 'fail on warnings too')
      .addOption(
        new Option('--max-warnings <number>', 'fail on more warnings than this').argParser(
          countOf('--max-warnings'),
        ),
      )
      .addOption(ruleOption())
      .option('--baseline <file>', 'do not report the findings that this file lists')
      .option('--update-baseline', 'write the findings to that file')
      .option('--since <revision>', 'only files that have changed since then, and those that depend on them');
    defineSources(command);
    command
      .addOption(
        valueOption(
          '--for <tools>',
          'also check the files for other tools, and report what each would reject, ignore or not limit; comma-separated names',
          targetNames(),
        ),
      )
      .addHelpText('after', targetsHelp)
      .addHelpText('after', exitCodes);
  },
  async run(command, terminal) {
    const outputs = outputsOf.get(command)!.all();
    const options = command.opts<CheckOptions>();
    const run = (): Promise<ExitCode> => once(command, options, outputs, terminal);
    if (!options.watch) return run();
    if (command.opts<SourceOptions>().stdin)
      throw new CliError('--watch and --stdin cannot be used together.');
    const written = [
      ...outputs.flatMap(({ file }) => file ?? []),
      ...(options.baseline ? [options.baseline] : []),
    ];
    await watch(command.args, written, run, terminal);
    return 0;
  },
};

const exitCodes = `
Exit code:
  0  no errors
  1  errors; with --strict or --max-warnings, too many warnings
  2  invalid usage, or files that cannot be read or written`;

/** One run from finding the files to the exit code. */
async function once(
  command: Command,
  options: CheckOptions,
  outputs: readonly Output[],
  terminal: Terminal,
): Promise<ExitCode> {
  const measuredFrom = options.stats ? performance.now() : undefined;
  const request = await requestOf(options, outputs, terminal.cwd, measuredFrom);
  const sources = await sourcesOf(command, terminal, options.rule);
  const report = await check(sources, request, terminal);
  const printsFixed = request.fix === 'write' && sources.files.some(({ text }) => text !== undefined);
  // Of standard input, what is printed is the text.
  if (printsFixed) printText(sources, terminal);
  writeOutputs(report, outputs, printsFixed ? { ...terminal, out: terminal.err } : terminal);
  return exitCodeOf(sources, report, options, terminal);
}

function printText(sources: Sources, terminal: Terminal): void {
  for (const { uri, text } of sources.files)
    if (text !== undefined) terminal.out(sources.texts.get(uri) ?? text);
}

/** What the options ask for. Throws where they contradict each other. */
async function requestOf(
  options: CheckOptions,
  outputs: readonly Output[],
  cwd: string,
  measuredFrom: number | undefined,
): Promise<CheckRequest> {
  const {
    level,
    quiet = false,
    fix,
    fixDryRun,
    strict,
    maxWarnings,
    baseline,
    updateBaseline,
    since,
  } = options;
  const exclusive: readonly [boolean, string][] = [
    [quiet && level !== undefined, '--quiet and --level'],
    [fix === true && fixDryRun === true, '--fix and --fix-dry-run'],
    [strict === true && maxWarnings !== undefined, '--strict and --max-warnings'],
  ];
  for (const [isBoth, both] of exclusive) if (isBoth) throw new CliError(`${both} cannot be used together.`);
  if (updateBaseline && baseline === undefined) throw new CliError('--update-baseline requires --baseline.');
  const formats = outputs.map(({ format }) => format);
  return {
    level,
    isQuiet: quiet,
    failing: strict ? ['error', 'warning'] : ['error'],
    fix: fix ? 'write' : fixDryRun ? 'dryRun' : 'no',
    baseline: baseline === undefined ? undefined : { file: baseline, isUpdated: updateBaseline === true },
    changes: since === undefined ? undefined : await changedSince(cwd, since),
    needs: {
      fixes: formats.includes('sarif'),
      fingerprints: formats.includes('sarif') || formats.includes('gitlab'),
    },
    measuredFrom,
  };
}

/** Prints the warnings of a run, and throws its errors; otherwise returns its exit code. */
function exitCodeOf(
  { warnings }: Sources,
  { files, problems, failing }: Report,
  { maxWarnings }: CheckOptions,
  terminal: Terminal,
): ExitCode {
  for (const warning of warnings) terminal.err(`${printableLine(warning)}\n`);
  if (problems.length > 0) throw new CliError(problems.map(printableLine).join('\n'));
  const severities = files.flatMap(({ diagnostics }) => diagnostics.map(({ severity }) => severity));
  const found = severities.filter(severity => severity === 'warning').length;
  const isTooMuch = maxWarnings !== undefined && found > maxWarnings;
  if (isTooMuch) terminal.err(`Too many warnings: ${found}, and ${maxWarnings} are allowed.\n`);
  return isTooMuch || severities.some(severity => failing.includes(severity)) ? 1 : 0;
}

const settings = [...levels, 'off'] as const;

/** `--rule ID=SEVERITY`. */
function ruleOption(): Option {
  const ids = rules.map(({ id }) => id);
  return new Option('--rule <id=severity>', 'set the severity of a rule, or turn it off; can be repeated')
    .choices(ids.flatMap(id => settings.map(setting => `${id}=${setting}`)))
    .argParser((value: string, before: CheckOptions['rule']) => {
      const [id = '', setting = ''] = value.split('=');
      if (!ids.includes(id)) throw new CliError(`Unknown rule "${id}".${suggestion(id, ids)}`);
      const severity = settings.find(known => known === setting);
      if (!severity)
        throw new CliError(`Invalid value "${setting}" for --rule ${id}. Use ${listed(settings, 'or')}.`);
      return { ...before, [id]: severity };
    });
}
