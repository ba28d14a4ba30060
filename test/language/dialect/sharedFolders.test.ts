import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dialect } from '../../../server/src/language/dialect/dialect.ts';
import { fieldsOf } from '../../../server/src/language/dialect/fieldTable.ts';
import {
  agentFileGlobs,
  dialectForKeys,
  isInSharedFolder,
  mostLike,
} from '../../../server/src/language/fileKinds.ts';
import { dialects } from '../../../server/src/language/tools/index.ts';

const sharing = (...keys: string[]) => ({ shares: { files: [], keys } }) as unknown as Dialect;
const kimi = sharing('whenToUse', 'override');
const antigravity = sharing('mainAgent', 'subagent', 'inheritMcp');

test('recognizes the tool of a file in a shared folder by its keys', () => {
  const of = (...keys: string[]) => mostLike([kimi, antigravity], new Set(keys));
  assert.equal(of('name', 'whenToUse'), kimi);
  assert.equal(of('mainAgent', 'name'), antigravity);
  assert.equal(of('override', 'mainAgent', 'inheritMcp'), antigravity);
  assert.equal(of('override', 'mainAgent'), kimi);
  assert.equal(of('name', 'description'), undefined);
  assert.equal(of(), undefined);
});

test('ignores keys elsewhere', () => {
  const keys = new Set(dialects.flatMap(({ shares }) => shares?.keys ?? []));
  assert.equal(dialectForKeys('/p/.claude/agents/x.md', keys), undefined);
  assert.equal(isInSharedFolder('/p/.claude/agents/x.md'), false);
});

for (const dialect of dialects.filter(({ shares }) => shares !== undefined)) {
  const { files, keys } = dialect.shares!;
  test(`${dialect.id}: its keys are its own fields, and its shared folders are searched`, () => {
    for (const key of keys) assert.ok(fieldsOf(dialect).field([key]), key);
    for (const glob of files) assert.ok(agentFileGlobs().includes(glob), glob);
    const others = dialects.filter(other => other !== dialect).flatMap(({ shares }) => shares?.keys ?? []);
    for (const key of keys) assert.ok(!others.includes(key), `${key} is another dialect's, too`);
    const path = `/p/${files[0]!.replaceAll('**/', '').replace('*', 'x')}`;
    assert.ok(isInSharedFolder(path));
    assert.equal(dialectForKeys(path, new Set(['name', keys[0]!])), dialect);
  });
}
