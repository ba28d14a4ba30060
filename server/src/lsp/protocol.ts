// Custom messages between client and server: names and types only.
import type { FileDetails, Overview } from '../language/overview/model.ts';

/** Requests the preview of a file. Works for every file, also for one that no tool reads. */
export const previewRequest = 'agentFiles/preview';

export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
  /** True for the prompt exactly as it is sent; otherwise it is rendered. */
  readonly asSent?: boolean;
  /** For a whole page that is read without the extension: its style sheet, and the digest of it, `sha256-…`. */
  readonly page?: { readonly css: string; readonly digest: string };
}

/** Requests the prompt of a file as the tool reads it, with the same parameters. The result is `null` without one. */
export const promptRequest = 'agentFiles/prompt';

export interface PreviewResult {
  /** The version of the text that was rendered; `null` when the server does not have the document open. */
  readonly version: number | null;
  /** The agent's name, or else the file's. */
  readonly title: string;
  /**
   * The content of the page's `main` element: our markup around escaped text, without scripts and styles.
   * An element with `data-line` renders that zero-based line of the document. With `page`: a whole HTML document.
   */
  readonly html: string;
}

/** Requests the steps from a file to an agent that is used; with `textDocument`. The result is `null` for other files. */
export const doctorRequest = 'agentFiles/doctor';

export interface DoctorParams {
  readonly textDocument: { readonly uri: string };
}

export interface DoctorResult {
  /** "Why is this agent not used?" */
  readonly title: string;
  readonly markdown: string;
}

/**
 * The command of the code action that asks for them, with the URI of the file. Only offered to clients that set
 * `commands: true` in their initialization options, and run by these.
 */
export const doctorCommand = 'agentFiles.doctor';

/**
 * Notifies the client of the dialect of an open document and how the tool loads it, whenever its diagnostics are
 * published. Only sent to clients that set `status: true` in their initialization options.
 */
export const statusNotification = 'agentFiles/status';

export interface StatusParams {
  readonly uri: string;
  /** `null` when the document is not an agent file, or no longer one. */
  readonly status: AgentFileStatus | null;
}

export interface AgentFileStatus {
  /** How the tool loads the file, in a few words: "loads as reviewer". Plain text, as are `detail` and `reason`. */
  readonly text: string;
  /** The tool, and the basis of the verdict. */
  readonly detail: string;
  /** The reason, in a sentence or two; may be empty. */
  readonly reason: string;
  readonly severity: 'information' | 'warning' | 'error';
  /** The kind of agent file. */
  readonly dialect: DialectName;
  /**
   * What determines the dialect: `agentFiles.associations`, those of `.agentfilesrc`, the keys in a folder shared by
   * tools, the path, or the likeness to an agent file outside the folders of all tools.
   */
  readonly by: 'association' | 'configuration' | 'keys' | 'path' | 'collection';
}

/**
 * Notifies the client of the files that are taken for agent files although no tool reads them where they lie, and of those
 * that a project associates with a dialect, whenever that changes. Only sent to clients that set `collections: true` in their initialization options.
 */
export const collectionsNotification = 'agentFiles/collections';

export interface CollectionsParams {
  /** "32 files look like Claude Code subagents outside .claude/agents; checked as such. …" Empty for none. */
  readonly message: string;
  readonly collections: readonly { readonly dialect: DialectName; readonly files: number }[];
  /** Globs over absolute paths for these files, and for those that `.agentfilesrc` associates with a dialect. */
  readonly globs: readonly string[];
}

/**
 * The command of code lenses: a URI, a position, and the locations to show. The server uses the client's commands only where
 * it sets `commands: true` in its initialization options.
 */
export const showReferencesCommand = 'agentFiles.showReferences';

/** The command that opens a file (a URI) which a code action has created. */
export const openFileCommand = 'agentFiles.openFile';

/** The context keys in which the client stores these statuses, for the `when` clauses of package.json. */
export const openFileKeys = {
  /** The open documents that are agent files. */
  agentFiles: 'agentFiles.openAgentFiles',
  /** The open documents that are not, whatever their paths. */
  others: 'agentFiles.openOthers',
} as const;

/** A kind of agent file. */
export interface DialectName {
  /** Stable: settings refer to it. */
  readonly id: string;
  /** "Claude Code subagent". */
  readonly title: string;
}

/** Requests all dialects. The result is a list of `DialectName`. */
export const dialectsRequest = 'agentFiles/dialects';

/** Requests the files below a folder from the client, where the server has no disk. The result is their URIs. */
export const findFilesRequest = 'agentFiles/findFiles';

export interface FindFilesParams {
  /** A URI. */
  readonly folder: string;
  readonly globs: readonly string[];
}

/** Requests the text of a file from the client. The result is `null` when there is no such file. */
export const readFileRequest = 'agentFiles/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/**
 * Requests all agent files, by tool and folder, once the open folders have been searched. The result is an `Overview`; it is
 * empty for a client that has not set `overview: true` in its initialization options.
 */
export const overviewRequest = 'agentFiles/overview';

export type OverviewResult = Overview;

/** Requests what some files run with and cost. The result has one entry for each URI, `null` for no agent file. */
export const fileDetailsRequest = 'agentFiles/fileDetails';

export interface FileDetailsParams {
  readonly uris: readonly string[];
}

export type FileDetailsResult = readonly (FileDetails | null)[];

/**
 * Notifies a client that has requested the overview that it has changed, once until it requests it again; or that only the
 * details of some files may have.
 */
export const overviewChangedNotification = 'agentFiles/overviewChanged';

export interface OverviewChangedParams {
  /** The files with other details; absent when the overview itself has changed. */
  readonly uris?: readonly string[];
}

/** Requests the tools for which a new file can be made. The result is a list of `NewFileKind`. */
export const newFileKindsRequest = 'agentFiles/newFileKinds';

export interface NewFileKindsParams {
  readonly kind: 'agent' | 'skill' | 'command' | 'rule';
}

export type NewFileGrant = 'read' | 'write' | 'run' | 'web' | 'delegate';

export interface NewFileKind {
  readonly dialect: DialectName;
  /** "Claude Code". */
  readonly tool: string;
  /** What an agent can be given by choice; empty where that is not known. */
  readonly grants: readonly NewFileGrant[];
  /** The models to choose from, beside the one that the tool takes by itself. */
  readonly models: readonly { readonly value: string; readonly description: string }[];
  readonly places: readonly NewFilePlace[];
  /** How many such files there are in the open folders. */
  readonly existing: number;
}

/** A folder for new files. */
export interface NewFilePlace {
  readonly uri: string;
  /** Its path from the open folder. */
  readonly label: string;
}

/** Requests the text of a new file, which the server does not write. The result is `null` for an unknown dialect. */
export const newFileRequest = 'agentFiles/newFile';

export interface NewFileParams {
  /** The id of a dialect. */
  readonly dialect: string;
  /** The URI of a folder. */
  readonly folder: string;
  readonly name: string;
  readonly purpose: string;
  /** What an agent may do; absent for whatever its tool gives it without a list. */
  readonly grants?: readonly NewFileGrant[];
  readonly model?: string;
}

export interface NewFileResult {
  readonly uri: string;
  readonly text: string;
  /** Why it is not to be written as it is, in plain text. */
  readonly problem?: string;
}
