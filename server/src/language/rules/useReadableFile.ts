import { decoded } from '../decoded.ts';
import { hasCode } from '../loading/issue.ts';
import { resolvedPath } from '../paths.ts';
import type { IndexedFile } from '../workspaceIndex.ts';
import { issueRule } from './issueRule.ts';
import type { FileMoves, Finding, Rule, RuleContext } from './rule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

const byIssue = issueRule({
  id: 'useReadableFile',
  title: 'Put the file where the tool reads it',
  why: 'Tools read files with certain names in certain folders: some only at the top level, some only with a lowercase extension. Any other file is never read, whatever its content. The files of one folder that is not read are reported once, at the first of them. Where the name alone shows what a file is, such as `planner.agent.md` outside the folders of Copilot, it is an information.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['file.notRead'],
  isAboutPlace: true,
  examples: {
    invalid: [
      {
        dialect: 'gemini-agent',
        path: '.gemini/agents/team/writer.md',
        text: '---\n^^^ warning\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
      {
        dialect: 'claude-skill',
        path: '.claude/skills/pdf/skill.md',
        text: '---\n^^^ warning\nname: pdf\ndescription: Reads PDF files.\n---\nRead them.\n',
        others: {
          '.claude/skills/web/csv/SKILL.md': '---\nname: csv\ndescription: Reads CSV.\n---\nRead them.\n',
        },
      },
    ],
    valid: [
      {
        dialect: 'gemini-agent',
        path: '.gemini/agents/writer.md',
        text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
      {
        dialect: 'gemini-agent',
        path: '.gemini/agents/team/writer.md',
        text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
        others: {
          '.gemini/agents/team/author.md': '---\nname: author\ndescription: Writes too.\n---\nYou write.\n',
        },
      },
    ],
  },
});

/** A file that the tool does not read. */
export const useReadableFile: Rule = {
  ...byIssue,
  *check(context) {
    const { document, workspace } = context;
    for (const found of byIssue.check(context)) {
      // Nothing is wrong with the file but its place, which may be meant.
      const finding: Finding = found.severity === 'error' ? { ...found, severity: 'warning' } : found;
      const { issue } = finding;
      const { folder, to, unless } =
        (issue && hasCode(issue, ['file.notRead']) ? issue.data : undefined) ?? {};
      if (unless !== undefined && workspace.has(resolvedPath(document.uri, unless))) continue;
      if (folder === undefined) {
        yield finding;
        continue;
      }
      const own = { uri: document.uri, to };
      const others = workspace.unreadIn(folder).filter(({ uri }) => uri !== own.uri);
      if (others.some(({ uri }) => uri < own.uri)) continue;
      const count = others.length;
      const consequence = `${finding.consequence}; ${count === 1 ? 'one more file is' : `${count} more files are`} not read either`;
      yield {
        ...finding,
        ...(count > 0 && { consequence }),
        moves: () => movesOf(own, others, context),
      };
    }
  },
};

interface Unread {
  readonly uri: string;
  readonly to: string | undefined;
}

/** The moves of a file, and of all in its folder, as far as nothing is known to be at their targets. */
function movesOf(own: Unread, others: readonly IndexedFile[], { workspace }: RuleContext): FileMoves[] {
  const all = [own, ...others.map(({ uri, unread }) => ({ uri, to: unread?.to }))];
  const moves = all
    .flatMap(({ uri, to }) => (to === undefined ? [] : [{ from: uri, to: resolvedPath(uri, encoded(to)) }]))
    .filter(({ to }, at, list) => !workspace.has(to) && list.findIndex(other => other.to === to) === at);
  const [first] = moves;
  const alone = first?.from === own.uri ? [{ title: titleFor(own), files: [first] }] : [];
  return moves.length > 1 ? [{ title: `Move all ${moves.length} files`, files: moves }, ...alone] : alone;
}

function titleFor({ uri, to = '' }: Unread): string {
  if (!to.includes('/')) return `Rename to \`${to}\``;
  const target = decoded(resolvedPath(uri, encoded(to)));
  const inTool = /\/(\.[^/]+\/.*)$/.exec(target)?.[1];
  return `Move to \`${inTool ?? target.split('/').slice(-3).join('/')}\``;
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
