import type { VocabularyEntry } from '../dialect/dialect.ts';
import { type Capabilities, capabilitiesOf } from '../features/capabilities.ts';
import {
  type DisplaySeverity,
  displaySeverityOf,
  displaySeverityOfIssues,
  type Said,
} from '../features/displaySeverity.ts';
import { importedFilesOf } from '../features/importedFiles.ts';
import { type PatternMatches, patternMatchesOf } from '../features/patternMatches.ts';
import { placeholdersOf } from '../features/placeholders.ts';
import type { TargetReading } from '../features/targets.ts';
import { titleOf } from '../features/title.ts';
import { type Verdict, verdictOf } from '../features/verdict.ts';
import type { Issue } from '../loading/issue.ts';
import { messageOf } from '../loading/issue.ts';
import type { Snapshot } from '../snapshot.ts';
import type { CostPart } from './costHtml.ts';
import { type DescriptionPart, splitExamples } from './exampleDialogue.ts';
import { type Setting, settingsOf } from './previewSettings.ts';
import {
  countSafeFixes,
  findingsOf,
  type PreviewProblem,
  type ProblemRow,
  problemRows,
} from './problemRows.ts';

/** What the preview is for, and what is known of the file from outside of it. */
export interface PreviewOptions {
  /** How the other tools read it that it is checked for. */
  readonly readings?: readonly TargetReading[];
  /** Whether the client can apply fixes and run the page's commands. */
  readonly isInteractive?: boolean;
  /** Whether there is, or can be, a configuration file for fixes that change it. */
  readonly canDeclare?: boolean;
  /** True for the prompt exactly as it is sent; otherwise it is rendered. */
  readonly asSent?: boolean;
  /** Where the file belongs: "Project". */
  readonly scope?: string | undefined;
}

/** A part of a long text, with what was left out. */
export interface Excerpt {
  readonly text: string;
  /** The length of the whole, in UTF-16 code units. */
  readonly length: number;
  readonly truncated: boolean;
}

/** Everything that the preview shows of one file, before it becomes markup. Lines are zero-based. */
export interface PreviewModel {
  /** The agent's name, else the file's. */
  readonly title: string;
  /** "Claude Code subagent". */
  readonly kind: string;
  readonly verdict: Verdict;
  readonly displaySeverity: DisplaySeverity;
  /** The color that the tool takes, and the line that says so. */
  readonly color: string | undefined;
  readonly settings: readonly Setting[];
  readonly problems: readonly ProblemRow[];
  /** How many problems there are beyond those listed. */
  readonly furtherProblems: number;
  readonly description:
    | {
        /** As the tool reads it; as written when the tool reads nothing. */
        readonly parts: readonly DescriptionPart[];
        readonly length: number;
        readonly truncated: boolean;
        readonly line: number;
        /** Why the tool's text is another than the author's. */
        readonly alterations: readonly string[];
        readonly displaySeverity: DisplaySeverity;
      }
    | undefined;
  /** The issues of which the problems tell. */
  readonly told: ReadonlySet<Issue>;
  /** How many findings have a safe fix. */
  readonly safeFixes: number;
  readonly isInteractive: boolean;
  readonly scope: string | undefined;
  /** The verdicts of the other tools that read the file, or that it is checked for. */
  readonly otherTools: readonly Verdict[];
  /** What the agent may do, as far as it is known. */
  readonly capabilities: Capabilities | undefined;
  /** The texts that the file adds to conversations. */
  readonly cost: readonly CostPart[];
  /** How many files it imports. */
  readonly imports: number;
  /** For which files it is read; `undefined` for any, and where the files are not known. */
  readonly matches: readonly PatternMatches[] | undefined;
  readonly prompt:
    | (Excerpt & {
        readonly line: number;
        readonly asSent: boolean;
        /** What the tool replaces in it. */
        readonly placeholders: readonly VocabularyEntry[];
      })
    | undefined;
}

/** Beyond these sizes, in characters, lines and problems, the preview shows a part and says so. */
const longest = { description: 20_000, prompt: 200_000, lines: 5_000, problems: 100 };

/** Works out what the preview shows. `problems` are the file's diagnostics, in the order of the text. */
export function previewModel(
  snapshot: Snapshot,
  problems: readonly PreviewProblem[],
  { readings = [], isInteractive = false, canDeclare = false, asSent = false, scope }: PreviewOptions = {},
): PreviewModel {
  const { document, dialect, load } = snapshot;
  const verdict = verdictOf(snapshot);
  const told = toldBy(problems);
  return {
    title: titleOf(snapshot),
    kind: dialect.title,
    verdict,
    displaySeverity: displaySeverityOf(verdict, problems),
    color: typeof load.fields.color === 'string' ? load.fields.color : undefined,
    settings: load.ignored ? [] : settingsOf(snapshot, problems, told),
    problems: problemRows(document, problems, longest.problems, {
      canFix: isInteractive,
      canDeclare,
      loads: load.loads,
    }),
    furtherProblems: Math.max(0, problems.length - longest.problems),
    told,
    safeFixes: isInteractive ? countSafeFixes(problems) : 0,
    isInteractive,
    scope,
    description: load.ignored ? undefined : descriptionOf(snapshot, problems),
    otherTools: [...snapshot.furtherReadings(), ...readings.map(reading => reading.snapshot)].map(verdictOf),
    capabilities: load.ignored ? undefined : capabilitiesOf(snapshot),
    cost: costOf(snapshot, verdict),
    imports: importedFilesOf(snapshot).length,
    matches: load.ignored ? undefined : patternMatchesOf(snapshot),
    prompt: promptOf(snapshot, asSent),
  };
}

/** The issues that the problems report. */
function toldBy(problems: readonly PreviewProblem[]): ReadonlySet<Issue> {
  return new Set(problems.flatMap(findingsOf).flatMap(({ issue }) => issue ?? []));
}

function descriptionOf({ document, load }: Snapshot, said: readonly Said[]): PreviewModel['description'] {
  const entry = document.entry('description');
  const written = entry?.value;
  const text = load.description ?? (!load.loads && typeof written === 'string' ? written : undefined);
  if (text === undefined || text.trim() === '') return undefined;
  const excerpt = excerptOf(text, longest.description);
  const alterations = load.issues.filter(isAlteredDescription);
  return {
    parts: splitExamples(excerpt.text),
    length: excerpt.length,
    truncated: excerpt.truncated,
    line: entry ? document.positionAt(entry.keyRange.start).line : 0,
    alterations: alterations.map(messageOf),
    displaySeverity: displaySeverityOfIssues(alterations, said),
  };
}

function isAlteredDescription(issue: Issue): boolean {
  return issue.field === 'description' && issue.effect === 'changed';
}

function promptOf(snapshot: Snapshot, asSent: boolean): PreviewModel['prompt'] {
  const { document, load } = snapshot;
  const range = load.body ?? document.frontMatter.body;
  const text = document.slice(range);
  const blank = /^\s*$/.test(text.slice(0, longest.prompt)) && text.trim() === '';
  if (blank) return undefined;
  const { line } = document.positionAt(range.start);
  return { ...excerptOf(text, longest.prompt), line, asSent, placeholders: placeholdersOf(snapshot) };
}

/** When the description of each kind of file is sent, and when its text is. */
const whenSent: Readonly<Record<Verdict['what'], readonly [description: string | undefined, text: string]>> =
  {
    agent: ['in every conversation that can start the agent', 'when the agent runs'],
    skill: ['in every conversation that can use the skill', 'when the skill is used'],
    command: [undefined, 'when the command is called'],
    style: [undefined, 'while the style is used'],
    rule: [undefined, 'when the rule applies'],
    file: [undefined, 'when the file is read'],
  };

/** The texts of a file that loads, with their sizes. */
function costOf({ document, load }: Snapshot, { what }: Verdict): readonly CostPart[] {
  if (!load.loads || load.ignored) return [];
  const [described, sent] = whenSent[what];
  const { start, end } = load.body ?? document.frontMatter.body;
  const parts = [
    { name: 'Description', characters: load.description?.length ?? 0, when: described },
    { name: 'Prompt', characters: document.slice({ start, end }).trim().length, when: sent },
  ];
  return parts.flatMap(({ when, ...part }) => (when && part.characters > 0 ? [{ ...part, when }] : []));
}

/** Cuts a text at the last line break before `limit`, or at `limit` itself where a line is longer; or by lines. */
function excerptOf(text: string, limit: number): Excerpt {
  let end = Math.min(text.length, limit);
  const lineEnd = text.length > limit ? text.lastIndexOf('\n', limit) : -1;
  if (lineEnd > limit / 2) end = lineEnd;
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    if (++lines === longest.lines) end = at;
  }
  return { text: text.slice(0, end), length: text.length, truncated: end < text.length };
}
