import { lineBreakOf } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** An opening delimiter without a closing one. */
export const useClosedFrontMatter = issueRule({
  id: 'useClosedFrontMatter',
  title: 'Close the front matter',
  why: 'Without a second line of three dashes, the file has no front matter: it is not loaded, or all of it is read as YAML.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['frontMatter.unclosed'],
  fixes: (_issue, { document }) => {
    const { state, content } = document.frontMatter;
    if (state !== 'unclosed' || document.yaml.entries.length === 0) return [];
    const lineBreak = lineBreakOf(document);
    const before = /[\r\n]$/.test(document.text.slice(0, content.end)) ? '' : lineBreak;
    const newText = `${before}---${lineBreak}`;
    return [
      {
        title: 'Close the front matter here',
        changes: [{ range: { start: content.end, end: content.end }, newText }],
        safe: false,
      },
    ];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\n^^^ error\nname: writer\ndescription: Writes.\n\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\n---\n\nYou write.\n',
      },
    ],
    valid: [
      { dialect: 'claude-subagent', text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n' },
    ],
  },
});
