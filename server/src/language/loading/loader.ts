import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { Effective, Environment, EnvironmentReader } from './effective.ts';
import type { Expansion, ExpansionCall } from './expansion.ts';
import type { Issue } from './issue.ts';

/** What a loader is given: a file at one instant. */
export interface LoaderInput {
  readonly document: AgentDocument;
  /** The path as the tool sees it, with `/`, relative to the project (`.claude/agents/x.md`) or absolute. */
  readonly path: string;
}

/** How a skill or command is called, and what is shown of it before it is. */
export interface Invocation {
  /** The entry in the menu of commands; `null` where the user cannot call it. */
  readonly menu: MenuEntry | null;
  /** True when the model may call it from the start of a session. */
  readonly modelInvocable: boolean;
  /** True when the user may call it from the start of a session. */
  readonly userInvocable: boolean;
  /** The line by which the model knows of it, before any budget is applied; `null` where it does not. */
  readonly listing: string | null;
}

/** What the listing of skills says of one, before anything is cut. */
export interface ListedText {
  readonly name: string;
  readonly description: string;
  /** True where the file itself says it, and not only its first text. */
  readonly isWritten: boolean;
}

/** What the menu of commands shows. */
export interface MenuEntry {
  readonly name: string;
  /** Without the scope that the tool adds in brackets. */
  readonly description: string;
  /** Empty where the file gives none. */
  readonly argumentHint: string;
}

/** To which files instructions apply. */
export interface FileScope {
  /** The folder whose files they are about, as in the path that the loader was given; empty for the project's. */
  readonly folder: string;
  /**
   * True when nothing else limits them: in the project's folder they are loaded in every session, in a folder below
   * when any of its files is read.
   */
  readonly unconditional: boolean;
  /** Whether reading a file brings them in. `path` is relative to `folder`, with `/`. */
  matches(path: string): boolean;
  /** The patterns that name files, each alone; none that only take files back, and none with an issue of its own. */
  readonly patterns?: readonly ScopePattern[];
}

/** One pattern of a scope. */
export interface ScopePattern {
  readonly text: string;
  readonly range: OffsetRange;
  /** Whether the pattern alone matches; as `matches` of the scope. */
  matches(path: string): boolean;
}

/** How the tool loads a file. */
export interface LoadResult {
  /** True when the tool has an agent (command, skill …) from this file. */
  readonly loads: boolean;
  /** True when the file is clearly not meant as one (a README, notes): it is not reported. */
  readonly ignored?: boolean;
  readonly name: string | null;
  readonly description: string | null;
  readonly model: string | null;
  /** The tools granted, as the tool resolves them; `null`: all of them. */
  readonly tools: readonly string[] | null;
  /** The tools taken away, as the tool resolves them; `null`: none. */
  readonly disallowedTools: readonly string[] | null;
  readonly permissionMode: string | null;
  /** Every field that takes effect, by the tool's name for it, with the value that the tool uses. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Only of files that are called, where the tool's way with them is known. */
  readonly invocation?: Invocation;
  /** Only of what the model can call from the start of a session. */
  readonly listed?: ListedText;
  /** Only of instructions that may depend on the files at hand, where the tool's way with them is known. */
  readonly scope?: FileScope;
  /** Only of agents, where it is known: the line by which models know of it, without the name of its plugin. */
  readonly agentLine?: string;
  /** Only of output styles: true where the tool keeps its own instructions for coding beside the style. */
  readonly keepsCodingInstructions?: boolean;
  /** In the order of the text. */
  readonly issues: readonly Issue[];
  /** The part of the text that the tool reads as the prompt; `undefined` when it does not load. */
  readonly body?: OffsetRange;
}

/** An emulation of how one tool reads one kind of file: a pure function, its name and its evidence. */
export interface Loader {
  /** The tool as its vendor writes it: "Claude Code". Messages use it. */
  readonly tool: string;
  /** The release that was emulated. */
  readonly version: string;
  /** When its behavior was recorded, `YYYY-MM-DD`. */
  readonly recorded: string;
  /** `measured`: checked against recorded verdicts by a conformance test. `documented`: based on documentation only. */
  readonly evidence: 'measured' | 'documented';
  /** Returns how the tool loads the file. Never throws, does no IO, evaluates nothing. */
  load(input: LoaderInput): LoadResult;
  /** Returns what an agent runs with, given how it loads; absent where the tool's way with it is not known. */
  effective?(input: LoaderInput, load: LoadResult, environment: Environment): Effective;
  /**
   * Returns what is sent for a call of a skill or command, given how it loads; `undefined` where it does not load, absent
   * where the tool's way with it is not known.
   */
  expand?(input: LoaderInput, load: LoadResult, call: ExpansionCall): Expansion | undefined;
  /** How the environment for `effective` is read. */
  readonly environment?: EnvironmentReader;
}

/** The result for a file that the tool does not load; a base to spread known parts over. */
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
