import type { Source } from '../../dialect/dialect.ts';

/** Sources of the facts about Qwen Code. Where they disagree, the observation wins. */
const verified = '2026-11-21';

/** The server and loader of the released program, run offline on test files. */
export const qwenObserved: Source = {
  title: 'Qwen Code 0.24.4, observed',
  verified,
  evidence: 'measured',
};

export const qwenSubagentsDocumentation: Source = {
  title: 'Qwen Code documentation, subagents',
  url: 'https://github.com/QwenLM/qwen-code/blob/main/docs/users/features/sub-agents.md',
  verified,
  evidence: 'documentation',
};

export const qwenHooksDocumentation: Source = {
  title: 'Qwen Code documentation, hooks',
  url: 'https://github.com/QwenLM/qwen-code/blob/main/docs/users/features/hooks.md',
  verified,
  evidence: 'documentation',
};
