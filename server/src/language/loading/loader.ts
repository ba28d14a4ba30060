import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { Issue } from './issue.ts';

/** What a loader is given: a file at one instant. */
export interface LoaderInput {
  readonly document: AgentDocument;
  /** The path as the tool sees it, with `/`, relative to the project (`.claude/agents/x.md`) or absolute. */
  readonly path: string;
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
