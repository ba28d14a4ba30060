import { repairs } from './edits/outcome.ts';
import { lineBreakOf } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

/** A prompt that is missing or too short. */
export const useBody = issueRule({
  id: 'useBody',
  title: 'Write a prompt below the front matter',
  why: 'The text below the front matter is the agent’s prompt. Some tools reject a file without it.',
  sources: [loadersObserved],
  codes: ['body.empty'],
  fixes: (issue, context) => {
    const { document, load } = context;
    const described = document.entry('description')?.value ?? load.description;
    const { state, body } = document.frontMatter;
    if (issue.effect === 'noted' || state !== 'closed' || typeof described !== 'string') return [];
    const lineBreak = lineBreakOf(document);
    const glued = /[\r\n]$/.test(document.text.slice(0, body.start)) ? '' : lineBreak;
    const text = `${glued}${lineBreak}${described.trim()}${lineBreak}`;
    const changes = [{ range: { start: body.start, end: body.start }, newText: text }];
    if (!repairs(changes, issue, context)) return [];
    return [{ title: 'Use the description as the prompt', changes, safe: false }];
  },
  examples: {
    invalid: [
      {
        dialect: 'qwen-agent',
        text: '---\n^^^ error\nname: writer\ndescription: Writes.\n---\n',
      },
    ],
    valid: [
      {
        dialect: 'qwen-agent',
        text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\n---\n',
      },
    ],
  },
});
