import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedPages } from '../language/docs/pages.ts';
import { deriveManifest } from './manifest.ts';

// Writes what is made from the rules and dialects, below the current folder: the pages, and parts of package.json.
const manifest = 'package.json';
for (const [path, text] of [
  ...generatedPages(),
  [manifest, deriveManifest(readFileSync(manifest, 'utf8'))] as const,
]) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(path);
}
