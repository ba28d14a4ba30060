import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

const skill = (description: string) => `---\ndescription: ${description}\n---\nDo it.\n`;
const files = {
  '.claude/skills/invoices/SKILL.md': skill('Reads invoices and sums them up.'),
  '.claude/skills/charts/SKILL.md': skill('Draws charts from tables of numbers.'),
  '.claude/agents/reviewer.md':
    '---\nname: reviewer\ndescription: Reviews database migrations before they run.\n---\nYou review.\n',
};

interface Ranked {
  readonly name: string;
  readonly kind: string;
  readonly path: string;
  readonly score: number;
  readonly words: readonly string[];
}

async function ranking(cwd: string, text: string, ...args: string[]): Promise<Ranked[]> {
  const { out } = await run(cwd, ['route', text, '--format', 'json', ...args]);
  return (JSON.parse(out) as { ranking: Ranked[] }).ranking;
}

test('route ranks skills and agents by the words of a request, whatever their endings, and names the words', async () => {
  const cwd = project(files);
  const [first, ...others] = await ranking(cwd, 'Can you review this migration of the database?');
  assert.deepEqual(
    [first!.name, first!.kind, first!.path, [...first!.words].sort(), others],
    ['reviewer', 'agent', '.claude/agents/reviewer.md', ['database', 'migration', 'review'], []],
  );
  const { out, code } = await run(cwd, ['route', 'Draw a chart of my invoices']);
  assert.equal(code, 0);
  assert.match(out, /^score +kind +name +words that decided +file\n.* charts +.*chart.*\n.*invoices/);
  assert.match(out, /A ranking of the words .*; the model may choose otherwise\.\n$/);
});

test('route knows only what the model is given: a description that is not sent does not count', async () => {
  const long = Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => [
      `.claude/skills/a${at}/SKILL.md`,
      skill(`${'d'.repeat(390)} ${at}`),
    ]),
  );
  const cwd = project({
    ...files,
    ...long,
    '.claude/skills/z/SKILL.md': skill(`Paints houses. ${'e'.repeat(300)}`),
  });
  assert.equal((await ranking(cwd, 'paint my house'))[0]?.name, 'z');
  assert.deepEqual(await ranking(cwd, 'paint my house', '--model', '200k'), []);
});

test('route says so where no word fits, and where several are the same', async () => {
  const cwd = project({
    ...files,
    '.claude/skills/bills/SKILL.md': skill('Sends letters.'),
    '.claude/skills/mails/SKILL.md': skill('Sends letters.'),
  });
  const none = await run(cwd, ['route', 'xyzzy']);
  assert.deepEqual(
    [none.code, none.out],
    [1, 'No word of the request is in what the model is told of 5 agents and skills.\n'],
  );
  const { out } = await run(cwd, ['route', 'send a letter']);
  assert.match(out, /For these words, bills and mails are the same\./);
  assert.equal((await run(cwd, ['route', ' '])).code, 2);
});
