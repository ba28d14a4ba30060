// What client and server say to each other beyond the Language Server Protocol: names and shapes, nothing else.

/** Asks for the preview of a file. Answered for every file, also for one that no tool reads. */
export const previewRequest = 'agentFiles/preview';

export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
}

export interface PreviewResult {
  /** The version of the text that was rendered; `null` when the server does not have the document open. */
  readonly version: number | null;
  /** What the previewed thing is called: the agent's name, else the file's. */
  readonly title: string;
  /**
   * The content of the page's `main` element: markup of ours around escaped text, without scripts and styles.
   * An element with `data-line` stands for that zero-based line of the document.
   */
  readonly html: string;
}

/**
 * Tells the editor what an open document is and what the tool makes of it, each time that its diagnostics are sent.
 * Only for editors that ask for it, by `status: true` in their initialization options.
 */
export const statusNotification = 'agentFiles/status';

export interface StatusParams {
  readonly uri: string;
  /** `null` when the document is no agent file, or none any more. */
  readonly status: AgentFileStatus | null;
}

export interface AgentFileStatus {
  /** What the tool makes of the file, in a few words: "loads as reviewer". Plain text, as are `detail` and `reason`. */
  readonly text: string;
  /** Whose verdict it is. */
  readonly detail: string;
  /** Why, in a sentence or two; empty where there is nothing to tell. */
  readonly reason: string;
  readonly severity: 'information' | 'warning' | 'error';
  /** What kind of agent file it is. */
  readonly dialect: DialectName;
  /** What says so: the setting `agentFiles.associations`, the file's keys in a folder of several tools, or its path. */
  readonly by: 'association' | 'keys' | 'path';
}

/** The context keys in which the client keeps what it has been told so, for the conditions of menus in package.json. */
export const openFileKeys = {
  /** The open documents that are agent files. */
  agentFiles: 'agentFiles.openAgentFiles',
  /** Those that are none, whatever their paths look like. */
  others: 'agentFiles.openOthers',
} as const;

/** A kind of agent file. */
export interface DialectName {
  /** Stable; in settings. */
  readonly id: string;
  /** "Claude Code subagent". */
  readonly title: string;
}

/** Asks for every dialect that a file can be taken for. Answered with a list of `DialectName`. */
export const dialectsRequest = 'agentFiles/dialects';

/** Asks the editor for the files below a folder, where the server has no disk. Answered with their URIs. */
export const findFilesRequest = 'agentFiles/findFiles';

export interface FindFilesParams {
  /** A URI. */
  readonly folder: string;
  readonly globs: readonly string[];
}

/** Asks the editor for the text of a file. Answered with `null` when there is none. */
export const readFileRequest = 'agentFiles/readFile';

export interface ReadFileParams {
  readonly uri: string;
}
