import type { BuiltInSupport, EditorCondition, PathPattern } from '../dialect/builtInSupport.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { AgentDocument, Path } from '../document/agentDocument.ts';

/** What the client says of the editor it runs in. */
export interface ClientInfo {
  /** As the product calls itself: "Visual Studio Code". */
  readonly name: string;
  readonly version: string;
  /** The ids of the languages it knows. */
  readonly languages: readonly string[];
  /** The ids of those of its extensions that add to its own support. */
  readonly extensions?: readonly string[];
}

/**
 * Reads what a client says of its editor in `initializationOptions.editor`; `undefined` when it says nothing of the
 * kind.
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
 * What the editor does by itself in a document of that language; `undefined` where it leaves everything to us.
 * Of an older release than is known to do it nothing is expected: it may know the language and do less, and to say
 * twice what it says is better than to leave it unsaid. Of several the first counts whose condition holds.
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
