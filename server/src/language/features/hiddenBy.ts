import { decoded } from '../decoded.ts';
import { scopeOf } from '../dialect/scope.ts';
import type { Snapshot } from '../snapshot.ts';
import { duplicatesOf, placeOf } from '../workspaceIndex.ts';

/** The file that a tool uses in place of another one of the same name. */
export interface HiddenBy {
  /** Where it lies, as far as it tells it from others: `agents/team/writer.md`. */
  readonly place: string;
  /** False where it is not known which of the files the tool uses. */
  readonly isCertain: boolean;
}

/** The file that hides this one, or may; `undefined` for a file that its tool uses. */
export function hiddenBy({
  document,
  dialect,
  loader,
  load,
  path,
  workspace,
}: Pick<Snapshot, 'document' | 'dialect' | 'loader' | 'load' | 'path' | 'workspace'>): HiddenBy | undefined {
  const { name, loads } = load;
  const { uri } = document;
  // What happens to duplicates is known of the dialect's own tool only.
  if (!loads || name === null || !dialect.duplicates || loader.tool !== dialect.loader.tool) return undefined;
  if (workspace.named(name).every(file => file.uri === uri)) return undefined;
  const scope = scopeOf(dialect, path);
  const others = duplicatesOf({ uri, dialect: dialect.id, scope, tool: loader.tool, name }, workspace);
  const last = others.reduce<(typeof others)[number] | undefined>(
    (found, file) => (found && decoded(found.uri) > decoded(file.uri) ? found : file),
    undefined,
  );
  if (!last) return undefined;
  const isCertain = dialect.keepsDuplicate === 'last';
  return isCertain && decoded(last.uri) < decoded(uri) ? undefined : { place: placeOf(last), isCertain };
}
