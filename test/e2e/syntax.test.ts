import assert from 'node:assert/strict';
import { closeAll, openAgent } from './support/agentEditor.ts';
import { inWorkbench, screenshot } from './support/page.ts';
import { until } from './support/until.ts';

/** The tokens of the line that contains `part`, without spaces and colors. */
async function piecesOf(part: string): Promise<string[]> {
  const lines = await inWorkbench<string[][]>(
    '[...document.querySelectorAll(".editor-instance .view-line")].map(line => [...line.querySelectorAll("span > span")].map(piece => piece.textContent.replace(/\\u00a0/g, " ").trim()))',
  );
  return lines.find(pieces => pieces.join(' ').includes(part)) ?? [];
}

describe('the highlighting of front matter', () => {
  afterEach(closeAll);

  it('distinguishes tools, servers and specifiers', async () => {
    await openAgent(
      'colored.md',
      [
        '---',
        'name: colored',
        'description: <example>Colors</example>',
        'tools: Read, Bash(git log:*), mcp__github__search, "Edit"',
        'disallowedTools:',
        '  - Write # never',
        '  - WebFetch',
        'model: sonnet',
        '---',
        'Read, Bash and mcp__github__search in the text are just words.',
        '',
      ].join('\n'),
    );
    const pieces = await until('the highlighting', async () => {
      const found = await piecesOf('mcp__ github');
      return found.length > 0 && found;
    });
    await screenshot('syntax');
    for (const piece of ['Read', 'Bash', 'git log:*', 'github', 'search', 'Edit']) {
      assert.ok(pieces.includes(piece), `${piece} in ${JSON.stringify(pieces)}`);
    }
    assert.ok((await piecesOf('never')).includes('Write'));
    assert.deepEqual(await piecesOf('sonnet'), ['model', ':', 'sonnet']);
    const prose = await piecesOf('just words');
    assert.ok(!prose.includes('Read') && !prose.includes('github'), JSON.stringify(prose));
  });
});
