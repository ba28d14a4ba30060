import type { BuiltInSupport, EditorCondition, PathPattern } from '../dialect/builtInSupport.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { AgentDocument, Path } from '../document/agentDocument.ts';

/** The client info: which editor it runs in. */
export interface ClientInfo {
  /** The name of the product: "Visual Studio Code". */
  readonly name: string;
  readonly version: string;
  /** The ids of its languages. */
  readonly languages: readonly string[];
  /** The ids of installed extensions that add to its built-in support. */
  readonly extensions?: readonly string[];
}

/**
 * Reads the client info in `initializationOptions.editor`; `undefined` if it is missing or invalid.
 */
export function clientInfoIn(options: unknown): ClientInfo | undefined {
  const editor = (options as { editor?: Partial<ClientInfo> } | undefined)?.editor;
  if (
    typeof editor?.name !== 'string' ||
    typeof editor.version !== 'string' ||
    !Array.isArray(editor.languages)
  ) {
    return undefined;
  }
  const { extensions } = editor;
  return {
    name: editor.name,
    version: editor.version,
    languages: editor.languages.map(String),
    ...(Array.isArray(extensions) && { extensions: extensions.map(String) }),
  };
}

/**
 * The built-in support of the client for documents of that language; `undefined` if there is none. Releases older than
 * the recorded one count as without support, because repeating something is better than omitting it. The first whose
 * condition holds applies.
 */
export function coreSupportFor(
  editor: ClientInfo | undefined,
  languageId: string,
  dialect: Dialect,
  document?: AgentDocument,
): BuiltInSupport | undefined {
  if (!editor?.languages.includes(languageId)) return undefined;
  return dialect.builtInSupport?.find(
    ({ editors, languageIds, since, requires = {} }) =>
      editors.includes(editor.name) &&
      isSince(editor.version, since) &&
      languageIds.includes(languageId) &&
      holds(requires, editor, document),
  );
}

/** True when the release `version` is `since` or a later one. Products built of VS Code have patches of their own. */
function isSince(version: string, since: string): boolean {
  const [release, oldest] = [version, since].map(text => /^(\d+)\.(\d+)/.exec(text)?.slice(1).map(Number));
  if (!release || !oldest) return false;
  const [major, minor] = release.map((part, at) => part - oldest[at]!);
  return major! > 0 || (major === 0 && minor! >= 0);
}

function holds(
  { extension, field }: EditorCondition,
  { extensions = [] }: ClientInfo,
  document: AgentDocument | undefined,
): boolean {
  if (extension !== undefined && !extensions.some(id => id.toLowerCase() === extension.toLowerCase()))
    return false;
  return field === undefined || document?.entry(field.key)?.value === field.value;
}

/** True when a path has the form of a pattern: `*` for any key, `#` for any position. */
export function matches(pattern: PathPattern, path: Path): boolean {
  return (
    pattern.length === path.length &&
    pattern.every((step, at) =>
      typeof path[at] === 'number' ? step === '#' : step === '*' || step === path[at],
    )
  );
}
