import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completionsAt } from '../../../server/src/language/features/completions.ts';
import { hoverAt } from '../../../server/src/language/features/hover.ts';
import { readProject } from '../../support/marks.ts';

const others = [
  '=== .claude/agents/writer.md\n---\nname: writer\ndescription: Writes *well*.\n---\nW.\n',
  '=== .claude/skills/style/SKILL.md\n---\nname: Style\ndescription: S.\n---\nS.\n',
  '=== .claude/commands/git/commit.md\nCommit.\n',
  '=== kit/.claude-plugin/plugin.json\n{ "name": "kit" }\n',
  '=== kit/agents/worker.md\n---\ndescription: Works.\n---\nW.\n',
  '=== .agents/skills/other/SKILL.md\n---\nname: other\ndescription: O.\n---\nO.\n',
].join('');

/** The file with the cursor after each of its completions is applied, by what is inserted. */
function inserted(text: string): string[] {
  const { snapshot, offset } = readProject(others + text);
  return completionsAt(snapshot, offset).flatMap(({ item: { textEdit } }) => {
    assert.ok(textEdit && 'range' in textEdit);
    const { document } = snapshot;
    const [start, end] = [document.offsetAt(textEdit.range.start), document.offsetAt(textEdit.range.end)];
    assert.equal(end, offset);
    return `${document.slice({ start: document.text.lastIndexOf('\n', offset - 1) + 1, end: start })}${textEdit.newText}`;
  });
}

const command = (body: string) => `=== .claude/commands/go.md\n${body}\n`;

test('names of agents are completed in calls, with those of plugins', () => {
  const agents = ['general-purpose', 'Explore', 'Plan', 'kit:worker', 'writer'];
  const names = inserted(command('Task(subagent_type="¦')).map(text => text.replace(/.*="/, ''));
  assert.deepEqual(names.sort(), agents.sort());
  assert.ok(inserted(command('subagent_type: "wr¦')).includes('subagent_type: "writer'));
  assert.ok(inserted(command('Use Agent(¦')).includes('Use Agent(writer'));
});

test('skills and commands are completed behind a slash, agents behind an at sign', () => {
  assert.deepEqual(inserted(command('Run /¦')).sort(), ['Run /git:commit', 'Run /style']);
  assert.ok(inserted(command('(/gi¦')).includes('(/git:commit'));
  assert.deepEqual(inserted(command('a/¦')), []);
  assert.ok(inserted(command('Ask @wr¦')).includes('Ask @agent-writer'));
  assert.deepEqual(inserted('=== .claude/agents/x.md\n---\nname: x\ndescription: X.\n---\nSee /¦\n'), []);
});

test('names in front matter are completed with those of plugins, and not with the file’s own', () => {
  const agent = (line: string) =>
    `=== .claude/agents/x.md\n---\nname: x\ndescription: X.\n${line}\n---\nX.\n`;
  assert.deepEqual(inserted(agent('skills: ¦')), ['skills: git:commit', 'skills: style']);
  const called = inserted(agent('tools: Agent(¦)'));
  assert.ok(called.includes('tools: Agent(kit:worker') && !called.includes('tools: Agent(x'));
});

test('hover on a name shows what it stands for', () => {
  const shown = (text: string) => {
    const { snapshot, offset } = readProject(others + text);
    const contents = hoverAt(snapshot, offset)?.contents;
    return typeof contents === 'object' && 'value' in contents ? contents.value : undefined;
  };
  assert.equal(
    shown(command('subagent_type: "wri¦ter"')),
    '**`writer`**: Claude Code subagent\n\nWrites \\*well\\*.\n\nDefined in `agents/writer.md`.',
  );
  assert.match(shown(command('Ask `kit:wor¦ker`.')) ?? '', /Claude Code plugin agent/);
  assert.match(shown(command('subagent_type: "Expl¦ore"')) ?? '', /Searches and reads/);
  assert.equal(shown(command('Ask nobo¦dy.')), undefined);
});
