import { collectionMessage } from '../language/collections/collectionMessage.ts';
import type { Sources } from './sources.ts';

/** The line below the text output that says what was taken for agent files outside the folders of all tools. */
export function collectionNote({ collections }: Pick<Sources, 'collections'>): string {
  return collections.length === 0 ? '' : `${collectionMessage(collections)}\n`;
}

/** The same for the JSON output; empty when there is none. */
export function collectionsIn({ collections }: Pick<Sources, 'collections'>) {
  if (collections.length === 0) return {};
  return { collections: collections.map(({ dialect, files }) => ({ dialect: dialect.id, files })) };
}
