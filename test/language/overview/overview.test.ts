import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../server/src/language/features/diagnostics.ts';
import { detailsOf } from '../../../server/src/language/overview/fileDetails.ts';
import { summaryOf } from '../../../server/src/language/overview/fileSummary.ts';
import type { OverviewFolder } from '../../../server/src/language/overview/model.ts';
import { overviewOf } from '../../../server/src/language/overview/overview.ts';
import { indexedFileOf } from '../../../server/src/language/snapshot.ts';
import { snapshotsIn } from '../../support/projectFiles.ts';

/** The overview of a project as indented lines: `title (outcome, severity, problems)` for a file. */
function overview(text: string, roots = ['file:///project']): string {
  const placed = snapshotsIn(text).map(snapshot => ({
    summary: summaryOf(snapshot, diagnose(snapshot)),
    scope: indexedFileOf(snapshot).scope,
  }));
  const { message, tools } = overviewOf(placed, roots);
  const lines = (folders: readonly OverviewFolder[], indent: string): string[] =>
    folders.flatMap(({ label, uri, folders, files }) => [
      `${indent}${label}${uri === undefined ? '' : ` <${uri.replace('file:///', '')}>`}`,
      ...lines(folders, `${indent}  `),
      ...files.map(file => `${indent}  ${file.title} (${file.outcome}, ${file.severity}, ${file.problems})`),
    ]);
  return [message, ...lines(tools, '')].join('\n');
}

const agent = (name: string, more = '') =>
  `---\nname: ${name}\ndescription: Writes.\n${more}---\nYou write.\n`;

test('files are listed by tool, scope and folder, folders first', () => {
  const text = [
    `=== .claude/agents/writer.md\n${agent('writer')}`,
    `=== .claude/agents/team/tester.md\n${agent('tester')}`,
    `=== .claude/agents/team/qa/second.md\n${agent('second')}`,
    `=== .claude/skills/deploy/SKILL.md\n---\nname: deploy\ndescription: Deploys the site.\n---\nRun it.\n`,
    `=== web/.claude/agents/a%20b.md\n${agent('spaced')}`,
    `=== CLAUDE.md\nBe brief.\n`,
    `=== web/CLAUDE.md\nBe brief.\n`,
    `=== .opencode/agents/helper.md\n---\ndescription: Helps.\nmode: subagent\n---\nYou help.\n`,
  ].join('');
  assert.equal(
    overview(text),
    `5 agents, 1 skill, 2 other files
Claude Code
  .claude/agents <project/.claude/agents>
    team <project/.claude/agents/team>
      qa <project/.claude/agents/team/qa>
        second (loads, good, 0)
      tester (loads, good, 0)
    writer (loads, good, 0)
  .claude/skills <project/.claude/skills>
    deploy (loads, good, 0)
  web <project/web>
    CLAUDE.md (loads, good, 0)
  web/.claude/agents <project/web/.claude/agents>
    spaced (loads, good, 0)
  CLAUDE.md (loads, good, 0)
OpenCode
  .opencode/agents <project/.opencode/agents>
    helper (loads, good, 0)`,
  );
});

test('the message counts what does not load, and notes of other kinds are left out', () => {
  const text = [
    `=== .claude/agents/broken.md\n---\nname: broken\ndescription: Writes.\n`,
    `=== .claude/agents/mode.md\n${agent('mode', 'permissionMode: paln\n')}`,
    `=== .claude/agents/README.md\n# About these agents\n`,
  ].join('');
  assert.equal(
    overview(text),
    `2 agents, 1 does not load
Claude Code
  .claude/agents <project/.claude/agents>
    broken (rejected, error, 1)
    mode (unrestricted, error, 1)`,
  );
});

test('hints are not counted as problems', () => {
  const hinted = `=== .claude/agents/a.md\n${agent('a', 'tools: Read, Bash, Grep\n')}`;
  assert.deepEqual(
    diagnose(snapshotsIn(hinted)[0]!).map(({ severity }) => severity),
    ['hint'],
  );
  assert.match(overview(hinted), /a \(loads, good, 0\)/);
});

test('without agent files there is no message', () => {
  assert.equal(overview(''), '');
});

test('folders of several open folders are told apart by their names', () => {
  const text = `=== a/.claude/agents/x.md\n${agent('x')}=== b/.claude/agents/x.md\n${agent('x')}`;
  assert.equal(
    overview(text, ['file:///project/a', 'file:///project/b/']),
    `2 agents
Claude Code
  a/.claude/agents <project/a/.claude/agents>
    x (loads, good, 0)
  b/.claude/agents <project/b/.claude/agents>
    x (loads, good, 0)`,
  );
});

/** The description of the only file. */
const described = (text: string) => detailsOf(snapshotsIn(text)[0]!);

test('a file is described by what it may do and what it costs', () => {
  const file = '=== .claude/agents/a.md\n';
  assert.equal(described(`${file}${agent('a')}`).description, 'all tools · 4 tokens');
  assert.equal(
    described(`${file}${agent('a', 'tools: Read, Edit, Bash\n')}`).description,
    'read, edit, run · 4 tokens',
  );
  assert.equal(described(`${file}---\nname: a\n`).description, 'will not load');
});

test('the tooltip says why a file does not load, and escapes what it quotes', () => {
  assert.match(described('=== .claude/agents/a.md\n---\nname: a\n').tooltip, /will not load\n\n\S/);
  const hostile = described(
    '=== .claude/agents/a.md\n---\nname: a\ndescription: "[x](command:y) $(zap) <b>"\n---\nHi.\n',
  ).tooltip;
  assert.ok(!/[^\\]\[x\]|[^\\]<b|[^\\]\$\(/.test(hostile), hostile);
});
