import { scopeOf } from '../dialect/scope.ts';
import { duplicatesOf, firstFiles, placeOf } from '../workspaceIndex.ts';
import { replaceValue } from './edits/scalar.ts';
import type { Rule } from './rule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';
import { nameFromPath } from './useName.ts';

/** So many of the other files are related places of a finding. */
const mostRelated = 20;

/** Two files in one scope with the same name. */
export const noDuplicateName: Rule = {
  id: 'noDuplicateName',
  title: 'Give each agent a unique name',
  severity: 'warning',
  why: 'Tools identify agents by name. When two agents in one folder have the same name, Claude Code, Gemini CLI and OpenCode keep one and hide the other, and Copilot CLI runs the first one for that name. What other tools do is unknown, so there it is a hint.',
  sources: [claudeCodeObserved, loadersObserved],
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
      {
        dialect: 'kimi-agent',
        path: '.kimi-code/agents/writer.md',
        text: '---\nname: writer\n      ^^^^^^ hint\ndescription: Writes.\n---\nYou write.\n',
        others: {
          '.kimi-code/agents/author.md':
            '---\nname: writer\ndescription: Writes documentation.\n---\nYou write documentation.\n',
        },
      },
    ],
    valid: [
      {
        dialect: 'copilot-chatmode',
        path: '.github/chatmodes/writer.chatmode.md',
        text: '---\nname: Writer\ndescription: Writes.\n---\nYou write.\n',
        others: {
          '.github/chatmodes/author.chatmode.md':
            '---\nname: Writer\ndescription: Writes documentation.\n---\nYou write documentation.\n',
        },
      },
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
  *check({ document, dialect, loader, load, path, workspace }) {
    const { name, loads } = load;
    const { tool } = loader;
    // `duplicates` describes the dialect's own tool only.
    const duplicates = tool === dialect.loader.tool ? dialect.duplicates : undefined;
    const isQuiet = duplicates === null || (duplicates === undefined && dialect.defines !== 'agent');
    if (!loads || name === null || isQuiet) return;
    if (workspace.named(name).every(({ uri }) => uri === document.uri)) return;
    const file = { uri: document.uri, dialect: dialect.id, scope: scopeOf(dialect, path), tool, name };
    const others = duplicatesOf(file, workspace);
    if (others.length === 0) return;
    const range = document.entry('name')?.range ?? document.frontMatter.open;
    const first = firstFiles(others, mostRelated);
    const places = first.slice(0, 3).map(placeOf);
    const listed =
      others.length > 3 ? `${places.join(', ')} and ${others.length - 3} more` : places.join(', ');
    const elsewhere = others.length === 1 ? listed : `${others.length} other files`;
    yield {
      range,
      severity: duplicates === undefined ? 'hint' : 'warning',
      problem: `Duplicate ${dialect.defines} name \`${name}\` (also in ${elsewhere})`,
      consequence: duplicates?.replace(/\.$/, '') ?? `What ${tool} does with them is not known`,
      advice: others.length === 1 ? 'Use unique names' : `Use unique names here and in ${listed}`,
      fixes: () => {
        const entry = document.entry('name');
        const free = nameFromPath({ document });
        const taken = workspace.named(free).some(({ uri }) => uri !== document.uri);
        if (!entry || free === name || taken) return [];
        const changes = [replaceValue(document, entry, free)];
        return [{ title: `Rename to \`${free}\`, the file’s name`, changes, safe: false }];
      },
      related: first.flatMap(file =>
        file.nameRange ? [{ uri: file.uri, range: file.nameRange, message: 'Same name here' }] : [],
      ),
    };
  },
};
