import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedPages } from '../language/docs/pages.ts';
import { configurationSchema } from './configurationSchema.ts';
import { dialectSchemas } from './dialectSchemas.ts';
import { inspectSchema } from './inspectSchema.ts';
import { deriveManifest } from './manifest.ts';

// Generates, below the current folder, the pages, schemas and parts of package.json that come from the rules and dialects.
const manifest = 'package.json';
for (const [path, text] of [
  ...generatedPages(),
  ['schemas/agentfilesrc.schema.json', configurationSchema()] as const,
  ['schemas/inspect.schema.json', inspectSchema()] as const,
  ...dialectSchemas(),
  [manifest, deriveManifest(readFileSync(manifest, 'utf8'))] as const,
]) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(path);
}
