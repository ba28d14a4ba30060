/** The script that a command runs: where its path is in the command, and the path. */
export interface Script {
  readonly start: number;
  readonly end: number;
  /** The variable that the path starts with: `CLAUDE_PROJECT_DIR`. */
  readonly variable: string | undefined;
  /** The rest of the path, with `/`, without one at its start. */
  readonly path: string;
  /** True where the script itself is the program, so that it must be executable. */
  readonly isProgram: boolean;
}

/** Programs that run a script. */
const interpreter =
  /^(?:\/(?:usr\/)?bin\/(?:env\s+)?|env\s+)?(?:bash|sh|zsh|dash|node|bun|bun\s+run|deno\s+run|tsx|npx\s+tsx|python3?|py|uv\s+run|uv\s+run\s+python3?|ruby|perl|php|pwsh|powershell)(?:\.exe)?\s+(?:-(?:[exuB]+|S|-\S+|ExecutionPolicy\s+\S+|NoProfile|File)\s+)*/;

const path =
  /^(?:"(?:\$\{?(?<a>[A-Z_]+)\}?\/)?(?<quoted>[^"$`\\*?<>|;&]+)"|(?:"\$\{?(?<b>[A-Z_]+)\}?"\/|\$\{?(?<c>[A-Z_]+)\}?\/)?(?<bare>[\w./@+-]+))(?=\s|$|;|&&)/;

/** Folders that a build or an installation makes: a script in one may not be there yet. */
const made = /(?:^|\/)(?:node_modules|dist|build|out|target|vendor|\.?venv|__pycache__|\.cache|tmp)\//;

/**
 * The script that a command of a shell runs first; `undefined` where none is certain. A command that provides for
 * failure (`… || true`) may name one that is not there.
 */
export function scriptIn(command: string): Script | undefined {
  if (command.length > 2_000 || command.includes('||') || /^\s*(?:if|\[|test|for|while)\s/.test(command))
    return undefined;
  const lead = /^\s*/.exec(command)![0].length;
  const program = interpreter.exec(command.slice(lead))?.[0] ?? '';
  const start = lead + program.length;
  const match = path.exec(command.slice(start));
  const { a, b, c, quoted, bare } = match?.groups ?? {};
  const variable = a ?? b ?? c;
  const written = (quoted ?? bare ?? '').replace(/^(?:\.\/)+/, '');
  if (!match || !isScript(written, quoted ?? bare ?? '', variable, program !== '')) return undefined;
  const isQuoted = quoted !== undefined;
  return {
    start: start + (isQuoted ? 1 : 0),
    end: start + match[0].length - (isQuoted ? 1 : 0),
    variable,
    path: written,
    isProgram: program === '',
  };
}

/** Whether a path is certainly one of a file that must be there. */
function isScript(path: string, written: string, variable: string | undefined, isRun: boolean): boolean {
  if (path === '' || /^[/~-]|(?:^|\/)\.\.(?:\/|$)|\/$/.test(path) || made.test(path)) return false;
  if (variable !== undefined) return true;
  // A bare name is looked for in the search path, and may be a subcommand.
  return isRun ? /\.[a-z]\w{0,3}$/.test(path) : written.includes('/');
}
