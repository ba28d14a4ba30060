import { scopeOf } from '../dialects/scope.ts';
import { namesakesOf } from '../workspaceIndex.ts';
import type { Rule } from './rule.ts';
import { claudeCodeObserved } from './sources.ts';

/** Two files of one scope with one name. */
export const noDuplicateName: Rule = {
  id: 'noDuplicateName',
  title: 'Give each agent a name of its own',
  severity: 'warning',
  why: 'Where two agents of one folder have the same name, the tool keeps one of them and hides the other. Which one is not documented.',
  sources: [claudeCodeObserved],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        path: '.claude/agents/writer.md',
        text: '---\nname: writer\n      ^^^^^^ warning\ndescription: Writes.\n---\nYou write.\n',
        others: {
          '.claude/agents/docs/author.md':
            '---\nname: writer\ndescription: Writes documentation.\n---\nYou write documentation.\n',
        },
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        path: '.claude/agents/writer.md',
        text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
        others: {
          '.claude/agents/docs/author.md':
            '---\nname: author\ndescription: Writes documentation.\n---\nYou write documentation.\n',
        },
      },
    ],
  },
  *check({ document, dialect, load, path, workspace }) {
    if (!dialect.defines || !load.loads || load.name === null) return;
    const { name } = load;
    if (workspace.named(name).every(({ uri }) => uri === document.uri)) return;
    const file = { uri: document.uri, dialect: dialect.id, scope: scopeOf(dialect, path), name };
    const others = namesakesOf(file, workspace);
    if (others.length === 0) return;
    const range = document.entry('name')?.range ?? document.frontMatter.open;
    const places = others.slice(0, 3).map(file => decodeURIComponent(file.uri.split('/').at(-1)!));
    const listed =
      others.length > 3 ? `${places.join(', ')} and ${others.length - 3} more` : places.join(', ');
    yield {
      range,
      message: `\`${name}\` is also the name in ${listed}. ${dialect.loader.tool} keeps one of them and hides the others; which one is not documented. Give each a name of its own.`,
      related: others.flatMap(file =>
        file.nameRange ? [{ uri: file.uri, range: file.nameRange, message: 'The same name here.' }] : [],
      ),
    };
  },
};
