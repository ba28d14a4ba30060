// Writes what only the npm package has: the types of `agent-files/core`. npm runs it before it packs.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const { status } = spawnSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-b', 'server/src/language'],
  {
    stdio: ['ignore', 2, 2],
  },
);
if (status !== 0) process.exit(status ?? 1);
const declarations = readFileSync('out/types/language/language/api.d.ts', 'utf8');
if (/\b(?:from|import)\b[^\n]*['"]/.test(declarations))
  throw new Error(
    'server/src/language/api.ts refers to types of other files, which the package does not have.',
  );
mkdirSync('types', { recursive: true });
writeFileSync('types/core.d.ts', declarations);
