// Compares what `check` reports before and after a change: rules, severities and ranges, not wording.
// usage: compareFindings.mjs save FILE FOLDER …      writes the findings of the build in dist/
//        compareFindings.mjs compare FILE FOLDER …   prints what differs from FILE; exit code 1 on a difference
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const [mode, file, ...folders] = process.argv.slice(2);
if (!['save', 'compare'].includes(mode) || !file || folders.length === 0) {
  console.error('usage: compareFindings.mjs save|compare FILE FOLDER …');
  process.exit(2);
}
const targets = ['claude', 'copilot-cli', 'opencode', 'gemini', 'qwen'];
const found = [[], ['--for', targets.join(',')]].flatMap(options => findings(options));

if (mode === 'save') {
  writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
  console.log(`${found.length} findings saved.`);
} else {
  const before = JSON.parse(readFileSync(file, 'utf8'));
  const gone = without(before, found);
  const come = without(found, before);
  for (const line of gone) console.log(`- ${line}`);
  for (const line of come) console.log(`+ ${line}`);
  console.log(`${found.length} findings; ${gone.length} gone, ${come.length} new.`);
  process.exit(gone.length + come.length > 0 ? 1 : 0);
}

/** One line per finding: path, range, severity, rule and target tools. */
function findings(options) {
  const run = spawnSync(
    process.execPath,
    ['dist/cli.cjs', 'check', '--format', 'json', ...options, ...folders],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  );
  if (run.status > 1) throw new Error(run.stderr);
  return JSON.parse(run.stdout).files.flatMap(({ path, diagnostics }) =>
    diagnostics.flatMap(({ range: { start, end }, severity, rule, target = '' }) =>
      // A finding about several tools is one line for each, so that merging findings loses no tool unnoticed.
      target.split(',').map(tool => {
        const place = `${resolve(path)}:${start.line}:${start.character}-${end.line}:${end.character}`;
        return [options.join(' '), place, severity, rule, tool].join(' ');
      }),
    ),
  );
}

/** The multiset difference of two lists of lines. */
function without(lines, others) {
  const counts = new Map();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter(line => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
}
