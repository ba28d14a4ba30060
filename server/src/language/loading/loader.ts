import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { IssueCode } from './issueCodes.ts';

/** What a loader is given: a file at one instant. */
export interface LoaderInput {
  readonly document: AgentDocument;
  /** The path as the tool sees it, with `/`, relative to the project (`.claude/agents/x.md`) or absolute. */
  readonly path: string;
}

/**
 * How badly the tool's reading departs from what the file says. It decides the severity of the diagnostic:
 *
 * - `crashes`: the tool does not start, or loses every agent, because of this file (error)
 * - `rejected`: the file is not loaded (error)
 * - `fails`: it is read without complaint, and then cannot be used: it fails whenever it runs, or another agent
 *   takes its place (error)
 * - `unrestricted`: it loads, and a limit that the author wrote does not hold (error)
 * - `ignored`: it loads, and something written has no effect (warning)
 * - `changed`: it loads, and takes a value that differs from the text (warning)
 * - `leaked`: it loads, and sends something to the model provider that was not meant for it (warning)
 * - `noted`: nothing is lost; worth knowing (information or hint, as the rule decides)
 */
export type Effect =
  | 'crashes'
  | 'rejected'
  | 'fails'
  | 'unrestricted'
  | 'ignored'
  | 'changed'
  | 'leaked'
  | 'noted';

/** One difference between what the file says and what the tool takes. */
export interface Issue {
  /** The cause. Each code is turned into diagnostics by exactly one rule. */
  readonly code: IssueCode;
  readonly effect: Effect;
  /** The text at fault, as narrow as is true: what a squiggle goes under. */
  readonly range: OffsetRange;
  /** What happens, why, and what to do, in the author's terms: whole sentences, no parser jargon. */
  readonly message: string;
  /** The top-level key that it is about. */
  readonly field?: string;
  /** Set where others than the tool's makers say so: the finding is a warning at most, and else a hint. */
  readonly evidence?: 'secondHand';
  /** What a quick fix needs and only the loader knows; its shape goes with the code (see `issueCodes.ts`). */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What the tool makes of a file. */
export interface LoadResult {
  /** True when the tool has an agent (command, skill …) from this file. */
  readonly loads: boolean;
  /** The file is plainly not meant as one (a README, notes): nothing is said about it. */
  readonly ignored?: boolean;
  readonly name: string | null;
  readonly description: string | null;
  readonly model: string | null;
  /** The tools granted, as the tool resolves them; `null`: all of them. */
  readonly tools: readonly string[] | null;
  /** The tools taken away, as the tool resolves them; `null`: none. */
  readonly disallowedTools: readonly string[] | null;
  readonly permissionMode: string | null;
  /** Every field that takes effect, by the name the tool knows it by, with the value it takes. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** In the order of the text. */
  readonly issues: readonly Issue[];
  /** The part of the text that the tool takes as the prompt; `undefined` when it does not load. */
  readonly body?: OffsetRange;
}

/** An emulation of how one tool reads one kind of file. A pure function with a name and a proof. */
export interface Loader {
  /** The tool as its vendor writes it: "Claude Code". Messages use it. */
  readonly tool: string;
  /** The release that was emulated. */
  readonly version: string;
  /** When its behaviour was recorded, `YYYY-MM-DD`. */
  readonly recorded: string;
  /** `measured`: held to recorded verdicts by a conformance test. `documented`: written from documentation only. */
  readonly evidence: 'measured' | 'documented';
  /** Says what the tool makes of the file. Never throws, does no IO, evaluates nothing. */
  load(input: LoaderInput): LoadResult;
}

/** The result for a file of which the tool makes nothing; spread over with what is known. */
export const nothingLoaded: LoadResult = {
  loads: false,
  name: null,
  description: null,
  model: null,
  tools: null,
  disallowedTools: null,
  permissionMode: null,
  fields: {},
  issues: [],
};

/** Notes in the order of the text. Loaders collect them in the order of their tool's steps. */
export function inTextOrder(issues: readonly Issue[]): Issue[] {
  return [...issues].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
