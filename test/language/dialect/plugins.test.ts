import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { namedPathsIn } from '../../../server/src/language/dialect/plugins.ts';
import { fileAt, pluginsOfManifest } from '../../../server/src/language/fileKinds.ts';

const keys = ['agents', 'commands', 'skills'];
const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;

/** The text of a manifest, and the paths that it names. */
const manifests: readonly [text: string, named: object | undefined][] = [
  ['{"agents": "./custom/one.md"}', { agents: ['custom/one.md'] }],
  ['\uFEFF{"agents": ["./a.md", "./b/../c.md", "./d/"]}', { agents: ['a.md', 'c.md', 'd'] }],
  ['{"commands": {"x": {"source": "./x.md"}, "y": {"content": "Do."}, "z": 5}}', { commands: ['x.md'] }],
  ['{"skills": "./", "agents": []}', { agents: [], skills: [''] }],
  // Paths that lead out of the plugin, and values that are not paths.
  [
    '{"agents": ["../x.md", "./a/../../x.md", "/etc/x.md", "~/x.md", "C:/x.md", ".\\\\x.md"]}',
    { agents: [] },
  ],
  ['{"agents": ["", 5, null, {"a": 1}, ["./x.md"], "./x\\u0000.md"]}', { agents: [] }],
  [`{"agents": ["./${'x'.repeat(2000)}.md"]}`, { agents: [] }],
  ['{"agents": null, "commands": 5, "skills": true}', undefined],
  ['{"__proto__": {"agents": "./x.md"}, "constructor": "./y.md"}', undefined],
  // Not a manifest, or an unfinished one.
  ['{"agents": "./cust', undefined],
  ['{"agents": "./x.md",}', undefined],
  ['["agents"]', undefined],
  ['null', undefined],
  ['', undefined],
  [deep, undefined],
];

for (const [text, named] of manifests) {
  test(`a manifest ${text.slice(0, 60)} names ${named ? JSON.stringify(named) : 'nothing'}`, () => {
    assert.deepEqual(namedPathsIn(text, keys), named);
  });
}

test('accepts any text as a manifest, and no path leads out of the plugin', () => {
  const path = fc.stringMatching(/^[./~\\a-cC:]{0,12}$/);
  const manifest = fc.record({ agents: fc.oneof(path, fc.array(path)), commands: fc.jsonValue() });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        manifest.map(value => JSON.stringify(value)),
      ),
      text => {
        for (const paths of Object.values(namedPathsIn(text, keys) ?? {}))
          for (const each of paths) assert.doesNotMatch(each, /^\/|(?:^|\/)\.{1,2}(?:\/|$)|\\/);
      },
    ),
  );
});

/** A plugin’s manifest, a file in it, its dialect, and the path for its loader. */
const files: readonly [manifest: object, path: string, dialect: string | undefined, judged?: string][] = [
  [{ agents: './custom/one.md' }, 'custom/one.md', 'claude-plugin-agent', 'agents/one.md'],
  [{ agents: './custom/one.md' }, 'custom/two.md', undefined],
  [{ agents: './custom/one.md' }, 'agents/one.md', undefined],
  [{ agents: ['./agents/one.md'] }, 'agents/two.md', undefined],
  [{ agents: ['./agents/one.md'] }, 'skills/x/SKILL.md', 'claude-skill', 'skills/x/SKILL.md'],
  // Claude Code rejects a folder here; its files are meant as agents.
  [{ agents: './custom/agents/' }, 'custom/agents/team/x.md', 'claude-plugin-agent', 'agents/team/x.md'],
  [{ agents: [] }, 'agents/x.md', undefined],
  [{ agents: null }, 'agents/x.md', 'claude-plugin-agent', 'agents/x.md'],
  [{ agents: '../other/x.md' }, 'other/x.md', undefined],
  [{ commands: './cmd' }, 'cmd/git/x.md', 'claude-command', 'commands/git/x.md'],
  [{ commands: './cmd' }, 'cmdx/x.md', undefined],
  [{ commands: './cmd' }, 'commands/x.md', undefined],
  [{ commands: { go: { source: './lone.md' } } }, 'lone.md', 'claude-command', 'commands/go.md'],
  [{ commands: './' }, 'x.md', 'claude-command', 'commands/x.md'],
  [{ commands: './' }, 'agents/x.md', 'claude-plugin-agent', 'agents/x.md'],
  [{ commands: './c*' }, 'cmd/x.md', undefined],
  // Skills add to the usual folder, one level deep; a folder can be a skill itself.
  [{ skills: './more/' }, 'more/x/SKILL.md', 'claude-skill', 'skills/x/SKILL.md'],
  // A `SKILL.md` elsewhere is a skill of the standard.
  [{ skills: './more/' }, 'more/x/y/SKILL.md', 'agent-skill', 'more/x/y/SKILL.md'],
  [{ skills: './more/' }, 'skills/x/SKILL.md', 'claude-skill', 'skills/x/SKILL.md'],
  [{ skills: ['./more/one'] }, 'more/one/SKILL.md', 'claude-skill', 'skills/one/SKILL.md'],
  [{ skills: './' }, 'SKILL.md', 'claude-skill', 'skills/./SKILL.md'],
  [{ skills: './skills/group' }, 'skills/group/x/SKILL.md', 'claude-skill', 'skills/x/SKILL.md'],
  [{ skills: './more/x/SKILL.md' }, 'more/x/SKILL.md', 'agent-skill', 'more/x/SKILL.md'],
  // A project's own files of the same tool keep their dialect.
  [{ agents: './.claude/agents' }, '.claude/agents/x.md', 'claude-subagent', '.claude/agents/x.md'],
  [{ skills: './.claude/skills' }, '.claude/skills/x/SKILL.md', 'claude-skill', 'skills/x/SKILL.md'],
  [{ agents: ['./agents/x.agent.md'] }, 'agents/x.agent.md', 'claude-plugin-agent', 'agents/x.agent.md'],
  [{ outputStyles: './styles' }, 'styles/deep/x.md', 'claude-output-style', 'output-styles/deep/x.md'],
  [{ outputStyles: ['./lone.md'] }, 'output-styles/x.md', undefined],
];

for (const [manifest, path, id, judged] of files) {
  test(`in a plugin with ${JSON.stringify(manifest)}, ${path} is ${id ?? 'nothing'}`, () => {
    const plugin = pluginsOfManifest('/p/plug/.claude-plugin/plugin.json', JSON.stringify(manifest))[0]!;
    const placed = fileAt(`/p/plug/${path}`, [plugin]);
    const found = placed?.isMisplaced ? undefined : placed;
    assert.deepEqual(
      [found?.dialect.id, found?.path],
      [id, judged === undefined ? undefined : `/p/plug/${judged}`],
    );
  });
}
