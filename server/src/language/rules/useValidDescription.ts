import { repairs } from './edits/outcome.ts';
import { doubleQuoted, meantLines, replaceValue, writtenValue } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A description that the tool does not read as a string. */
export const useValidDescription = issueRule({
  id: 'useValidDescription',
  title: 'Write the description as a string',
  why: 'A number, `true`, a list or a mapping is not a description, and most tools do not load the file. Quote the value to make it a string.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['description.invalid'],
  fixes: (issue, context) => {
    const { document } = context;
    const entry = document.entry('description');
    if (!entry || entry.value === null) return [];
    const written = meantLines(document.slice(writtenValue(document, entry)));
    // A list of sentences becomes one string; any other value is quoted unchanged.
    const items =
      Array.isArray(entry.value) && !written.startsWith('[') ? entry.value.map(String).join(' ') : written;
    if (/\n/.test(items) || items === '') return [];
    const changes = [replaceValue(document, entry, doubleQuoted(items))];
    return repairs(changes, issue, context) ? [{ title: 'Quote the description', changes, safe: false }] : [];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: [draft]\n             ^^^^^^^ error\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: "[draft]"\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: "[draft] Writes."\n---\nYou write.\n',
      },
    ],
  },
});
