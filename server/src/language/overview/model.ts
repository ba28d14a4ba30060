// What is listed of all agent files: types only, without imports, since the client is compiled with them.

/**
 * How the tool loads a file:
 *
 * - `loads`: as it is written.
 * - `changed`: with changes.
 * - `unrestricted`: a limit that the author wrote does not apply.
 * - `hidden`: the tool uses another file of the same name, or may.
 * - `fails`: it is loaded without complaint, but fails when it is used.
 * - `rejected`: not loaded.
 * - `notMeant`: the file is clearly not of this kind, which is fine.
 * - `empty`: the file is empty.
 */
export type Outcome =
  | 'loads'
  | 'changed'
  | 'unrestricted'
  | 'hidden'
  | 'fails'
  | 'rejected'
  | 'notMeant'
  | 'empty';

/** What a list of all files says of one. */
export interface FileSummary {
  readonly uri: string;
  /** The agent's name, else the file's. */
  readonly title: string;
  readonly kind: 'agent' | 'skill' | 'command' | 'style' | 'rule' | 'file';
  /** "Claude Code subagent". */
  readonly dialect: string;
  /** "Claude Code". */
  readonly tool: string;
  readonly outcome: Outcome;
  readonly severity: 'good' | 'information' | 'warning' | 'error';
  /** How many problems it has, without hints. */
  readonly problems: number;
  /** True for a file that stands for its folder, such as a `SKILL.md`. */
  readonly isFolder?: true;
}

/** What a list of files says of one that can be seen. */
export interface FileDetails {
  /** "read, edit, run · 1,240 tokens". */
  readonly description: string;
  /** Markdown without links. */
  readonly tooltip: string;
}

/** A tool, or a folder of files that it reads. */
export interface OverviewFolder {
  /** The tool's name, or the folder's path from the one above it. */
  readonly label: string;
  /** Absent for a tool. */
  readonly uri?: string;
  readonly folders: readonly OverviewFolder[];
  readonly files: readonly FileSummary[];
}

/** All agent files, by tool and folder. */
export interface Overview {
  /** "12 agents, 2 do not load"; empty without any. */
  readonly message: string;
  /** How many of them do not load. */
  readonly broken: number;
  readonly tools: readonly OverviewFolder[];
}
