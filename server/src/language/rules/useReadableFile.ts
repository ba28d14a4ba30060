import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A file that the tool does not look at. */
export const useReadableFile = issueRule({
  id: 'useReadableFile',
  title: 'Put the file where the tool reads it',
  why: 'Tools look for files of certain names in certain folders: some only at the top level, some only with an ending in small letters. A file beside that is never read, whatever it says.',
  sources: [claudeCodeObserved, loadersObserved],
  issues: ['file.notRead'],
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
