import { inTextOrder, type LoadNote, type LoadResult, nothingLoaded } from './loader.ts';

/** The result for a file that the tool does not load, with the reasons. */
export function refused(notes: readonly LoadNote[]): LoadResult {
  return { ...nothingLoaded, notes: inTextOrder(notes) };
}
