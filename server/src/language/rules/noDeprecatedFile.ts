import type { Rule } from './rule.ts';
import { vscodeMigrationDocumentation } from './sources.ts';

/** A kind of file that its tool's makers have deprecated. */
export const noDeprecatedFile: Rule = {
  id: 'noDeprecatedFile',
  title: 'Use the kind of file that replaces a deprecated one',
  severity: 'information',
  why: 'Such files are still read in some places, and no longer in others: VS Code does not load prompt files in sessions of its agent host, where skills take their place. VS Code converts them itself (Chat: Migrate).',
  sources: [vscodeMigrationDocumentation],
  examples: {
    invalid: [
      {
        dialect: 'copilot-prompt',
        text: '---\n^^^ information\ndescription: Explains the code.\nagent: ask\n---\nExplain it.\n',
      },
    ],
    valid: [
      // A file that somebody begins to write.
      { dialect: 'copilot-prompt', text: '\n' },
      {
        dialect: 'copilot-instructions',
        text: '---\napplyTo: "**"\n---\nUse plain words.\n',
      },
    ],
  },
  *check({ dialect, document, load }) {
    const { deprecation } = dialect;
    if (!deprecation || !load.loads || document.text.trim() === '') return;
    const { consequence, advice } = deprecation;
    yield {
      range: document.frontMatter.open,
      problem: 'This kind of file is deprecated',
      ...(consequence && { consequence }),
      ...(advice && { advice }),
    };
  },
};
