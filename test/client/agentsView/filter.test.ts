import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterBy, filtered, filtersFor } from '../../../client/src/agentsView/filter.ts';
import type { FileSummary, OverviewFolder } from '../../../server/src/language/overview/model.ts';

const file = (title: string, more: Partial<FileSummary> = {}): FileSummary => ({
  uri: `file:///w/.claude/agents/${title}.md`,
  title,
  kind: 'agent',
  dialect: 'Claude Code subagent',
  tool: 'Claude Code',
  outcome: 'loads',
  severity: 'good',
  problems: 0,
  ...more,
});
const folder = (label: string, files: FileSummary[], folders: OverviewFolder[] = []): OverviewFolder => ({
  label,
  files,
  folders,
});
const tools = [
  folder(
    'Claude Code',
    [],
    [
      folder('.claude/agents', [file('good'), file('bad', { problems: 2, outcome: 'rejected' })]),
      folder('.claude/skills', [file('deploy', { kind: 'skill', problems: 1 })]),
    ],
  ),
];

/** The labels of what a filter leaves, in order. */
const left = (folders: readonly OverviewFolder[]): string[] =>
  folders.flatMap(({ label, folders, files }) => [
    label,
    ...left(folders),
    ...files.map(({ title }) => title),
  ]);

test('each filter leaves the accepted files and the folders around them', () => {
  const named = Object.fromEntries(
    filtersFor({ tools }).map(filter => [filter.label, left(filtered(tools, filter))]),
  );
  assert.deepEqual(named, {
    'With Problems': ['Claude Code', '.claude/agents', 'bad', '.claude/skills', 'deploy'],
    'Not Loaded': ['Claude Code', '.claude/agents', 'bad'],
    Agents: ['Claude Code', '.claude/agents', 'good', 'bad'],
    Skills: ['Claude Code', '.claude/skills', 'deploy'],
  });
});

test('a text is looked for in titles and paths, whatever its case', () => {
  assert.deepEqual(left(filtered(tools, filterBy(' DEPLOY '))), ['Claude Code', '.claude/skills', 'deploy']);
  assert.deepEqual(left(filtered(tools, filterBy('agents/good'))), ['Claude Code', '.claude/agents', 'good']);
  assert.deepEqual(left(filtered(tools, filterBy('100%'))), []);
});
