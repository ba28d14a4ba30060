// `agent-files/core`: the language core as a library. The types here refer to no others, so that the package can ship this
// file's declarations alone.
import { pathAs } from './dialect/place.ts';
import { AgentDocument } from './document/agentDocument.ts';
import { diagnose, fixesOf } from './features/diagnostics.ts';
import { fixAll } from './features/fixAll.ts';
import { type Verdict, verdictOf } from './features/verdict.ts';
import { dialectById, dialectForKeys, fileAt } from './fileKinds.ts';
import { applyChanges } from './rules/edits/outcome.ts';
import { rules as allRules } from './rules/index.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';
import { dialects as allDialects } from './tools/index.ts';

/** A file, which need not exist. */
export interface AgentFile {
  /** Its path, absolute or from the root of the project, with `/` or `\`. It decides which tool reads the file. */
  readonly path: string;
  readonly text: string;
  /** The id of a dialect, to read the file as one whatever its path. */
  readonly dialect?: string;
}

/** Lines and characters (UTF-16 code units) from zero, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From the start up to the end, which is not part of it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One problem. */
export interface Finding {
  /** The id of the rule. */
  readonly rule: string;
  /** An error means that the tool will not do what the file says. */
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** What is wrong. */
  readonly problem: string;
  /** What the tool does because of it. */
  readonly consequence: string | undefined;
  /** What to do about it. */
  readonly advice: string | undefined;
  /** The three as sentences, in Markdown. */
  readonly message: string;
  readonly range: Range;
  /** The fixes after which the tool can use the file, or the next problem has a fix too. They are computed when called. */
  fixes(): readonly Fix[];
}

/** A change of the text that solves a problem. */
export interface Fix {
  /** An imperative: "Quote the description". */
  readonly title: string;
  /** True if it provably keeps what the author means; otherwise the author has to decide. */
  readonly isSafe: boolean;
  /** The whole text after the fix. */
  readonly text: string;
}

/** What a tool takes from a file. */
export interface Loaded {
  /** The id of the dialect. */
  readonly dialect: string;
  /** The tool whose reading it is. */
  readonly tool: string;
  readonly loads: boolean;
  /**
   * `loads` as written, `changed`, `unrestricted` (a limit that is written does not hold), `hidden` by
   * another file of its name, `fails` when it is used,
   * `rejected`, `empty`, or `notMeant` for a file that is clearly not of this kind.
   */
  readonly outcome:
    | 'loads'
    | 'changed'
    | 'unrestricted'
    | 'hidden'
    | 'fails'
    | 'rejected'
    | 'notMeant'
    | 'empty';
  readonly name: string | null;
  readonly description: string | null;
  readonly model: string | null;
  /** `null` for all tools that there are. */
  readonly tools: readonly string[] | null;
  readonly disallowedTools: readonly string[] | null;
  /** The front matter as the tool reads it. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** How to check files. */
export interface Options {
  /** The severities of rules, by id; `off` turns one off. */
  readonly rules?: Readonly<Record<string, Finding['severity'] | 'off'>>;
}

/** The id of the dialect of a file; `undefined` if it is not an agent file. */
export function dialectOf(file: AgentFile): string | undefined {
  return read(file)?.dialect.id;
}

/** The problems of a file, in the order of its text. Those that depend on other files are not found. */
export function check(file: AgentFile, options: Options = {}): readonly Finding[] {
  const snapshot = read(file);
  if (!snapshot) return [];
  const { document } = snapshot;
  return diagnose(snapshot, options.rules).map(diagnostic => ({
    rule: diagnostic.rule.id,
    severity: diagnostic.severity,
    problem: diagnostic.finding.problem,
    consequence: diagnostic.finding.consequence,
    advice: diagnostic.finding.advice,
    message: diagnostic.message,
    range: document.toRange(diagnostic.range),
    fixes: () =>
      fixesOf(diagnostic)
        .filter(({ declares }) => !declares)
        .map(({ title, safe, changes }) => ({
          title,
          isSafe: safe,
          text: applyChanges(document.text, changes),
        })),
  }));
}

/** What the tool takes from a file; `undefined` if it is not an agent file. */
export function load(file: AgentFile): Loaded | undefined {
  const snapshot = read(file);
  if (!snapshot) return undefined;
  const { dialect, load: loaded, loader } = snapshot;
  const { outcome }: Pick<Verdict, 'outcome'> = verdictOf(snapshot);
  return {
    dialect: dialect.id,
    tool: loader.tool,
    loads: loaded.loads,
    outcome,
    name: loaded.name,
    description: loaded.description,
    model: loaded.model,
    tools: loaded.tools,
    disallowedTools: loaded.disallowedTools,
    fields: loaded.fields,
  };
}

/** The text of a file after all safe fixes. The tool does not load it worse, and a second time nothing changes. */
export function fix(file: AgentFile, options: Options = {}): string {
  const snapshot = read(file);
  return snapshot ? applyChanges(file.text, fixAll(snapshot, options.rules)) : file.text;
}

/** What a call of a skill or command sends. */
export interface Expanded {
  readonly text: string;
  /** The shell commands in it, whose output takes their place. They are never run here. */
  readonly commands: readonly string[];
}

/**
 * What a call of a skill or command sends, with what was written after its name; `undefined` where it cannot be called, or
 * what its tool sends is not known.
 */
export function expand(file: AgentFile, written = ''): Expanded | undefined {
  const snapshot = read(file);
  if (!snapshot) return undefined;
  const { loader, load: loaded, document, path } = snapshot;
  const expansion = loader.expand?.({ document, path }, loaded, { arguments: written });
  return expansion && { text: expansion.text, commands: expansion.commands.map(({ command }) => command) };
}

/** All rules. */
export const rules: readonly { readonly id: string; readonly title: string }[] = allRules.map(
  ({ id, title }) => ({ id, title }),
);

/** All dialects, with the globs of the files that are read as such. */
export const dialects: readonly {
  readonly id: string;
  readonly title: string;
  readonly files: readonly string[];
}[] = allDialects.map(({ id, title, files }) => ({ id, title, files }));

/** The file as its tool reads it. Throws if there is no such dialect. */
function read({ path, text, dialect: id }: AgentFile): Snapshot | undefined {
  const slashed = path.replaceAll('\\', '/');
  const absolute = slashed.startsWith('/') ? slashed : `/${slashed}`;
  const document = AgentDocument.of(text, `file://${absolute.split('/').map(encodeURIComponent).join('/')}`);
  if (id !== undefined) {
    const dialect = dialectById(id);
    if (!dialect) throw new RangeError(`There is no dialect "${id}".`);
    return takeSnapshot(document, dialect, pathAs(dialect, absolute));
  }
  const keyed = dialectForKeys(absolute, new Set(document.yaml.entries.map(({ key }) => key)));
  if (keyed) return takeSnapshot(document, keyed, absolute);
  const placed = fileAt(absolute, []);
  return placed && takeSnapshot(document, placed.dialect, placed.path);
}
