import type { CheckedFile } from './checkFiles.ts';

/** A hash of text, as 16 hexadecimal digits. */
export type Hash = (text: string) => string;

/** Loads Node's hashes, which few runs need. */
export async function loadHash(): Promise<Hash> {
  const { createHash } = await import('node:crypto');
  return text => createHash('sha256').update(text).digest('hex').slice(0, 16);
}

type Diagnostic = CheckedFile['diagnostics'][number];

/**
 * The fingerprints of the findings of a file: what each is about, and which it is of those about the same. Lines and
 * wordings do not count. A finding that stands for several has one for each.
 */
export function fingerprintsIn(
  { diagnostics }: Pick<CheckedFile, 'diagnostics'>,
  hash: Hash,
): Map<Diagnostic, readonly string[]> {
  const seen = new Map<string, number>();
  return new Map(
    diagnostics.map(diagnostic => [
      diagnostic,
      diagnostic.identities.map(identity => {
        const before = seen.get(identity) ?? 0;
        seen.set(identity, before + 1);
        return hash(`${identity}\n${before}`);
      }),
    ]),
  );
}
