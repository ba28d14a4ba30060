import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

/** Front matter that a tool executes as code. */
export const noExecutableFrontMatter = issueRule({
  id: 'noExecutableFrontMatter',
  title: 'Do not use executable front matter',
  why: 'OpenCode and Kilo run the text between `---js` and `---` as JavaScript as soon as the project is opened. Anyone who can write such a file can run programs on the machine of everyone who opens the project.',
  sources: [loadersObserved],
  codes: ['frontMatter.executable'],
  severities: { noted: 'error', ignored: 'error', changed: 'error', leaked: 'error' },
  fixes: (issue, { document }) => {
    const written = document.slice(issue.range);
    return written.startsWith('---')
      ? [
          {
            title: 'Change to YAML front matter',
            changes: [{ range: issue.range, newText: '---' }],
            safe: false,
          },
        ]
      : [];
  },
  examples: {
    invalid: [
      {
        dialect: 'opencode-agent',
        text: '---js\n^^^^^ error\n{ description: "Writes." }\n---\nYou write.\n',
        fixed: '---\n{ description: "Writes." }\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'opencode-agent',
        text: '---\ndescription: Writes.\n---\nYou write.\n',
      },
    ],
  },
});
