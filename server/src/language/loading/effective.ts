/** An MCP server that a session has. */
export interface KnownServer {
  /** As its configuration names it; one of a plugin by the name that the tool gives it. */
  readonly name: string;
  /** The names of its tools, where they are known. */
  readonly tools?: readonly string[];
  /** True where an agent can name it in a list of its own servers. */
  readonly canBeNamed: boolean;
}

/** A skill or command that a session has. */
export interface KnownSkill {
  /** The name of its folder or file. */
  readonly name: string;
  /** Further names by which it is found. */
  readonly aliases: readonly string[];
  /** True where only the user can call it, or where it waits for certain files. */
  readonly withheld: boolean;
}

/** What surrounds an agent when it starts, as far as it is known. */
export interface Environment {
  /** `subagent`: started by a conversation. `main`: it is the conversation. */
  readonly role: 'subagent' | 'main';
  /** The model of the conversation; absent where it is not known. */
  readonly model?: string;
  /** The MCP servers; absent where nothing is known of them. */
  readonly servers?: readonly KnownServer[];
  /** The skills and commands; absent where nothing is known of them. */
  readonly skills?: readonly KnownSkill[];
  /** False where the user has not trusted the folder: the tool then skips what could run programs. */
  readonly isTrusted: boolean;
}

/** An environment of which nothing is known. */
export const unknownEnvironment: Environment = { role: 'subagent', isTrusted: true };

/** What an agent runs with once it is started. */
export interface Effective {
  /** False where the tool does not start it. */
  readonly starts: boolean;
  /** The tools that it has, sorted; `null`: all of the session. */
  readonly tools: readonly string[] | null;
  /** Tools of its list that only some sessions have, and where. */
  readonly conditional: readonly { readonly tool: string; readonly where: string }[];
  /** The id that is sent as the model; `null`: that of the conversation. */
  readonly model: string | null;
  /** The effort that is sent; `default`: as the model does by itself, `null`: none. */
  readonly effort: string | null;
  /** The permission mode; `null`: that of the conversation. */
  readonly permissionMode: string | null;
  /** The skills whose text it is given at its start, by the names of their folders or files. */
  readonly preloaded: readonly string[];
  /** Keys of the file that have no effect in this environment, and where that is; absent for none. */
  readonly ignoredKeys?: readonly { readonly key: string; readonly where: string }[];
  /** Why it does not start, or starts without any tool; `null` otherwise. */
  readonly reason: string | null;
}

/** A file that an environment is read from. */
export interface EnvironmentFile {
  /** The path below its folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The files of a plugin that an environment is read from. */
export interface EnvironmentPlugin {
  /** The name of its folder. */
  readonly folder: string;
  /** The path of its folder, with `/` at the end. */
  readonly path: string;
  readonly files: readonly EnvironmentFile[];
}

/** How the environment of a tool's agents is read from the files of a project. */
export interface EnvironmentReader {
  /** The path of the project's folder, with `/` at its end; `undefined` for a file that belongs to none. */
  projectOf(path: string): string | undefined;
  /** Globs of the files below the project's folder. */
  readonly files: readonly string[];
  /** Globs of the files below the folder of a plugin. */
  readonly pluginFiles: readonly string[];
  read(
    files: readonly EnvironmentFile[],
    plugins: readonly EnvironmentPlugin[],
  ): Pick<Environment, 'servers' | 'skills'>;
}
