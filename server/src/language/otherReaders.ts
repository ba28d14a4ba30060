import type { Dialect } from './dialect/dialect.ts';
import { nameIn, placeFor } from './dialect/place.ts';
import { AgentDocument } from './document/agentDocument.ts';
import { loaderOf, type Snapshot } from './snapshot.ts';
import { dialects } from './tools/index.ts';

/**
 * The tools with files of the same kind, by recorded behavior, that do not load the file because they cannot read its
 * YAML. Only the front matter is read again, since nothing else matters.
 */
export function toolsThatCannotRead({
  document,
  dialect,
  path,
}: Pick<Snapshot, 'document' | 'dialect' | 'path'>): string[] {
  const head = `${document.text.slice(0, document.frontMatter.body.start)}\nYou write the texts.\n`;
  // The tools that read the file of such a dialect where it lies have been asked.
  const known = (dialect.hosts && dialect.readers?.(path)) ?? [];
  const readers = dialects
    .filter(({ defines }) => defines === dialect.defines)
    .flatMap(other => {
      if (!other.hosts) return other.id === dialect.id ? [] : [other];
      return other.hosts.map(({ loader, place }): Dialect => ({ ...other, loader, files: [place] }));
    });
  const tools = readers.flatMap(other => {
    const asOther = AgentDocument.of(head, document.uri);
    const loader = loaderOf(other, asOther);
    if (other.loader.evidence !== 'measured' || known.includes(loader.tool)) return [];
    const { loads, issues } = loader.load({
      document: asOther,
      path: placeFor(other, nameIn(dialect, path)),
    });
    return !loads && issues.some(({ code }) => code === 'yaml.invalid') ? [loader.tool] : [];
  });
  return [...new Set(tools)];
}
