import type { Dialect } from '../dialect/dialect.ts';
import { globMatcher } from '../dialect/glob.ts';
import { lazy } from '../lazy.ts';
import type { Snapshot } from '../snapshot.ts';
import { tools } from '../tools/index.ts';
import type { ListedIn } from './delivery.ts';

/** The listings in which a file has an entry, of the tools for which it is written. */
export function listedIn(snapshot: Snapshot): readonly ListedIn[] {
  const { document, dialect, loader, load, path, plugin, isCollected } = snapshot;
  if (isCollected || load.ignored || (dialect.defines !== 'skill' && dialect.defines !== 'command'))
    return [];
  return known().flatMap(({ listing, places, pluginPlaces, dialects }) => {
    const readers = dialect.hosts ? (dialect.readers?.(path) ?? []) : [];
    const isOwn = dialects.has(dialect.id) && listing.title === loader.tool;
    if (!isOwn && !readers.includes(listing.title)) return [];
    // Nothing gets lost there, and each reading takes time.
    if (listing.isUnlimited && readers.length > 1) return [];
    const place = placeIn(path, plugin === undefined ? places : pluginPlaces);
    const entry =
      place &&
      listing.entryOf(
        {
          path: place.path,
          document,
          load: other => (other === loader ? load : other.load({ document, path })),
        },
        plugin,
      );
    if (!place || !entry) return [];
    return {
      listing,
      folder: place.folder,
      ...(plugin !== undefined && { plugin }),
      entry,
      isOneOfSeveral: readers.length > 1,
    };
  });
}

interface Place {
  /** The part before the first wildcard. */
  readonly head: string;
  readonly matches: (path: string) => boolean;
}

const known = lazy(() =>
  tools.flatMap(({ listing, dialects }) =>
    listing
      ? {
          listing,
          places: listing.files.map(placeOf),
          pluginPlaces: listing.pluginFiles.map(placeOf),
          dialects: new Set(dialects.map(({ id }: Dialect) => id)),
        }
      : [],
  ),
);

function placeOf(glob: string): Place {
  return { head: `/${/^[^*]*/.exec(glob)![0]}`, matches: globMatcher(glob) };
}

/** The folder that the globs start from, and the path below it. */
function placeIn(path: string, places: readonly Place[]): { folder: string; path: string } | undefined {
  for (const { head, matches } of places) {
    const at = path.lastIndexOf(head);
    if (at >= 0 && matches(path.slice(at + 1)))
      return { folder: path.slice(0, at + 1), path: path.slice(at + 1) };
  }
  return undefined;
}
