// What is listed of all agent files: types only, without imports, since the client is compiled with them.

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
  /** How the tool loads it; see `Outcome`. */
  readonly outcome:
    | 'loads'
    | 'changed'
    | 'unrestricted'
    | 'hidden'
    | 'fails'
    | 'rejected'
    | 'notMeant'
    | 'empty';
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
