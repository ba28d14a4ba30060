// The cost of texts of several shapes at n and at 4 n parts, for every dialect: it may grow with the work, not with its
// square. Bundled and run by shapes.mjs.

import type { Dialect } from '../server/src/language/dialect/dialect.ts';
import { placeFor } from '../server/src/language/dialect/place.ts';
import { AgentDocument } from '../server/src/language/document/agentDocument.ts';
import { applyFix, codeActionsAt } from '../server/src/language/features/codeActions.ts';
import { diagnose } from '../server/src/language/features/diagnostics.ts';
import { fixAll } from '../server/src/language/features/fixAll.ts';
import { diagnoseForAll } from '../server/src/language/features/targetDiagnostics.ts';
import { readForTargets, targetNames } from '../server/src/language/features/targets.ts';
import { renderPreview } from '../server/src/language/preview/index.ts';
import { type Snapshot, takeSnapshot } from '../server/src/language/snapshot.ts';
import { dialects } from '../server/src/language/tools/index.ts';

const times = (n: number, part: (at: number) => string, between = '\n'): string =>
  Array.from({ length: n }, (_, at) => part(at)).join(between);
const front = (yaml: string, body = 'You write.\n'): string =>
  `---\nname: writer\ndescription: Writes.\n${yaml}\n---\n${body}`;

/** Each makes a text of about `n` parts. */
export const shapes: Readonly<Record<string, (n: number) => string>> = {
  'unknown keys': n => front(times(n, at => `key${at}: value`)),
  'invalid keys': n => front(times(n, at => `key${at}: a: b`)),
  'nested keys': n => front(`metadata:\n${times(n, at => `  key${at}: value`)}`),
  'one duplicate key': n => front(times(n, () => 'model: sonnet')),
  'pairs of duplicate keys': n => front(times(n, at => `key${at >> 1}: value`)),
  'list items': n => front(`tools:\n${times(n, at => `  - Read${at}`)}`),
  'comma-separated items': n => front(`tools: ${times(n, at => `Read${at}`, ', ')}`),
  'flow items': n => front(`tools: [${times(n, at => `Read${at}`, ', ')}]`),
  depth: n => front(`metadata: ${'['.repeat(n / 4)}${']'.repeat(n / 4)}`),
  'open brackets': n => front(`metadata: ${'['.repeat(n)}`),
  anchors: n => front(times(n / 2, at => `a${at}: &a${at} x\nb${at}: *a${at}`)),
  'keys within keys': n => front(`metadata:\n  ${'? '.repeat(n / 4)}x`),
  'lines of a value': n => front(`metadata: |\n${times(n, () => '  A line of text.')}`),
  'lines of a plain value': n => front(`metadata:\n${times(n, () => '  A line of text.')}`),
  comments: n => front(times(n, at => `# comment ${at}`)),
  servers: n => front(`mcpServers:\n${times(n, at => `  s${at}: {command: x}`)}`),
  hooks: n => front(`hooks:\n${times(n, at => `  Event${at}:\n    - x`)}`),
  'body lines': n =>
    front(
      '',
      times(n, () => 'A line of text.'),
    ),
  'one long line': n => front('', 'word '.repeat(n)),
  fences: n =>
    front(
      '',
      times(n, () => '```ts\nconst x = 1;\n```'),
    ),
  'open fences': n =>
    front(
      '',
      times(n, at => `${'`'.repeat(3 + (at % 7))}`),
    ),
  'code spans': n =>
    front(
      '',
      times(n, () => '`code`', ' '),
    ),
  'open code spans': n =>
    front(
      '',
      times(n, at => '`'.repeat(1 + (at % 9)), ' x '),
    ),
  imports: n =>
    front(
      '',
      times(n, at => `See @docs/file${at}.md.`),
    ),
  placeholders: n =>
    front(
      '',
      times(n, at => `$ARGUMENTS \${input:name${at}} {{args}} $${at}`),
    ),
  'HTML tags': n =>
    front(
      '',
      times(n, at => `<example${at}>`),
    ),
  links: n =>
    front(
      '',
      times(n, at => `[text](file${at}.md)`),
    ),
  'open links': n => front('', '['.repeat(n)),
  'invisible characters': n =>
    front(
      '',
      times(n, () => 'a\u200Bb'),
    ),
  'wrong encoding': n =>
    front(
      '',
      times(n, () => 'â€™'),
    ),
  'front matter delimiters': n => times(n, () => '---'),
  spaces: n => front(`model: x${' '.repeat(n)}`),
  tabs: n => front(times(n, () => '\tkey: x')),
  quotes: n => front(times(n, at => `key${at}: "open`)),
};

function snapshotFor(text: string, dialect: Dialect): Snapshot {
  const path = `/project/${placeFor(dialect, 'agent')}`;
  return takeSnapshot(AgentDocument.of(text, `file://${encodeURI(path)}`), dialect, path);
}

/** What is done with a text, each as the editor or the command line does it. */
export const actions: Readonly<Record<string, (text: string, dialect: Dialect) => void>> = {
  check: (text, dialect) => void diagnose(snapshotFor(text, dialect)),
  fixAll(text, dialect) {
    const snapshot = snapshotFor(text, dialect);
    applyFix(text, { changes: fixAll(snapshot) });
  },
  quickFixes: (text, dialect) =>
    void codeActionsAt(snapshotFor(text, dialect), { start: 0, end: text.length }),
  targets(text, dialect) {
    const snapshot = snapshotFor(text, dialect);
    diagnoseForAll(snapshot, readForTargets(snapshot, targetNames(), {}));
  },
  preview(text, dialect) {
    const snapshot = snapshotFor(text, dialect);
    renderPreview(snapshot, diagnose(snapshot), snapshot.document.uri, { isInteractive: true });
  },
};

/** The milliseconds of processor time of an action. */
export function measure(action: string, shape: string, n: number, dialect: Dialect): number {
  const text = shapes[shape]!(n);
  // Not the time that passes: other programs take some of it.
  const before = process.cpuUsage();
  actions[action]!(text, dialect);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export { dialects };
