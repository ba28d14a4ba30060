import type { Source } from '../../dialect/dialect.ts';

/** The sources of the facts about OpenCode and Kilo. Observation takes precedence over documentation. */
const verified = '2026-11-21';

/** The released program, run offline on test files. */
export const openCodeObserved: Source = {
  title: 'OpenCode 1.18.33, observed',
  verified,
  evidence: 'measured',
};

export const openCodePermissionsDocumentation: Source = {
  title: 'OpenCode documentation, permissions',
  url: 'https://opencode.ai/docs/permissions/',
  verified,
  evidence: 'documentation',
};

export const openCodeCommandsDocumentation: Source = {
  title: 'OpenCode documentation, commands',
  url: 'https://opencode.ai/docs/commands/',
  verified,
  evidence: 'documentation',
};

/** The released program, run offline on test files. */
export const kiloObserved: Source = {
  title: 'Kilo 7.7.9, observed',
  verified,
  evidence: 'measured',
};

export const kiloAgentsDocumentation: Source = {
  title: 'Kilo documentation, agent properties',
  url: 'https://kilo.ai/docs/customize/agent-properties',
  verified,
  evidence: 'documentation',
};

/** The released program, run offline on test configurations. */
export const openCodeConfigObserved: Source = {
  title: 'OpenCode 1.18.33, configuration observed',
  url: 'https://opencode.ai/docs/config/',
  verified: '2026-11-29',
  evidence: 'measured',
};
