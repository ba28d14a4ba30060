// The floor for `agent-files check`: reads every file, splits off its front matter and parses the YAML, nothing else.
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { parseDocument } from 'yaml';

let keys = 0;
for (const file of globSync(['**/.claude/agents/**/*.md'], {
  cwd: process.argv[2],
  absolute: true,
  dot: true,
}).sort()) {
  const text = readFileSync(file, 'utf8');
  const match = /^---\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  if (match) keys += Object.keys(parseDocument(match[1]!).toJS() as object).length;
}
process.stdout.write(`${keys}\n`);
