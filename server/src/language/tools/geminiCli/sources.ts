import type { Source } from '../../dialect/dialect.ts';

/** The sources of the facts about Gemini CLI. Where they disagree, the observation wins. */
const verified = '2026-11-21';

/** The loader of the released program, run offline on test files. */
export const geminiObserved: Source = {
  title: 'Gemini CLI 0.61.0, observed',
  verified,
  evidence: 'measured',
};

export const geminiSubagentsDocumentation: Source = {
  title: 'Gemini CLI documentation, subagents',
  url: 'https://geminicli.com/docs/core/subagents',
  verified,
  evidence: 'documentation',
};

export const geminiRemoteDocumentation: Source = {
  title: 'Gemini CLI documentation, remote subagents',
  url: 'https://geminicli.com/docs/core/remote-agents',
  verified,
  evidence: 'documentation',
};

/** The loaders of commands and extensions of the released program, run offline on test files. */
export const geminiExtensionsObserved: Source = {
  title: 'Gemini CLI 0.61.0, commands and extensions observed',
  url: 'https://geminicli.com/docs/extensions/reference',
  verified: '2026-11-29',
  evidence: 'measured',
};
