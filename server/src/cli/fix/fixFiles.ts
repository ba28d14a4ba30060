import { fixAll, loadsWorse } from '../../language/features/fixAll.ts';
import { applyChanges } from '../../language/rules/edits/outcome.ts';
import { indexedFileOf, withText } from '../../language/snapshot.ts';
import { type IndexedFile, RelatedFiles } from '../../language/workspaceIndex.ts';
import type { FoundFile, Sources } from '../sources.ts';

/** A file whose text the safe fixes change. */
export interface FixedFile {
  readonly file: FoundFile;
  readonly before: string;
  readonly after: string;
}

/** A fix in one file can allow another one elsewhere; real projects need two rounds. */
const mostRounds = 10;

/**
 * Applies the safe fixes of all files until nothing changes, and returns the files with another text, in their order. The
 * texts are those that `sources` read from then on; nothing is written. A file that its tool would load worse keeps its
 * text, and so does one that is not `wanted`. Files that cannot be read are passed over: the check reports them.
 */
export async function fixFiles(
  sources: Sources,
  wanted: (file: FoundFile) => boolean = () => true,
): Promise<FixedFile[]> {
  const related = new RelatedFiles();
  const indexed = new Map<FoundFile, IndexedFile>();
  const before = new Map<FoundFile, string>();
  let pending: readonly FoundFile[] = sources.files;
  for (let round = 0; round < mostRounds && pending.length > 0; round++) {
    const changed = new Set<FoundFile>();
    for (const file of pending) {
      const fixed = await fixFile(sources, file, related, wanted(file));
      if (!fixed) continue;
      const known = indexed.get(file);
      if (known) related.delete(known);
      related.add(fixed.indexed);
      indexed.set(file, fixed.indexed);
      if (fixed.after === fixed.before) continue;
      changed.add(file);
      if (!before.has(file)) before.set(file, fixed.before);
      sources.texts.set(file.uri, fixed.after);
    }
    // In the first round, not all others were known yet.
    const dependsOnOthers = (file: FoundFile): boolean => {
      const known = indexed.get(file);
      return known !== undefined && related.dependsOnOthers(known);
    };
    pending =
      round > 0 && changed.size === 0
        ? []
        : sources.files.filter(file => changed.has(file) || dependsOnOthers(file));
  }
  return [...before].flatMap(([file, text]) => {
    const after = sources.texts.get(file.uri)!;
    return after === text ? [] : [{ file, before: text, after }];
  });
}

/** What one file becomes; `undefined` if it is not an agent file, or cannot be read or checked. */
async function fixFile(
  sources: Sources,
  file: FoundFile,
  related: RelatedFiles,
  isWanted: boolean,
): Promise<{ readonly before: string; readonly after: string; readonly indexed: IndexedFile } | undefined> {
  try {
    const source = await sources.read(file, related);
    if (!source) return undefined;
    const { snapshot, rules } = source;
    const before = snapshot.document.text;
    if (!isWanted) return { before, after: before, indexed: indexedFileOf(snapshot) };
    const after = applyChanges(before, fixAll(snapshot, rules));
    const result = after === before ? snapshot : withText(snapshot, after);
    if (result !== snapshot && loadsWorse(result, snapshot))
      return { before, after: before, indexed: indexedFileOf(snapshot) };
    return { before, after, indexed: indexedFileOf(result) };
  } catch {
    // The check that follows reports what is wrong with it.
    return undefined;
  }
}
