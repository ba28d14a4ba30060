import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadsOut } from '../../../client/src/preview/leadsOut.ts';

const folders = ['/home/me/project'];
const documentPath = '/home/me/project/.claude/agents/a.md';

test('a linked file outside of the open folders leads out', () => {
  const isOut = (path: string): boolean => leadsOut({ path, documentPath, folders, isLink: false });
  assert.ok(!isOut('/home/me/project/docs/style.md'));
  assert.ok(!isOut('/home/me/project/.claude/agents/b.md'));
  assert.ok(isOut('/etc/passwd'));
  assert.ok(isOut('/home/me/project-2/a.md'));
  assert.ok(isOut('/home/me/project'));
});

test('a symbolic link may lead out', () => {
  assert.ok(leadsOut({ path: '/home/me/project/x.md', documentPath, folders, isLink: true }));
});

test('without an open folder around the document, what lies outside of its own folder leads out', () => {
  for (const open of [[], ['/other']]) {
    const isOut = (path: string): boolean => leadsOut({ path, documentPath, folders: open, isLink: false });
    assert.ok(!isOut('/home/me/project/.claude/agents/docs/x.md'));
    assert.ok(isOut('/home/me/project/README.md'));
  }
});
