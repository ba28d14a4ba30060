import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A file that the tool does not read. */
export const useReadableFile = issueRule({
  id: 'useReadableFile',
  title: 'Put the file where the tool reads it',
  why: 'Tools read files with certain names in certain folders: some only at the top level, some only with a lowercase extension. Any other file is never read, whatever its content.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['file.notRead'],
  isAboutPlace: true,
  examples: {
    invalid: [
      {
        dialect: 'gemini-agent',
        path: '.gemini/agents/team/writer.md',
        text: '---\n^^^ error\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'gemini-agent',
        path: '.gemini/agents/writer.md',
        text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
    ],
  },
});
