import type { VocabularyEntry } from '../../dialect/dialect.ts';

/** `kind`. Case counts. */
export const geminiKinds: readonly VocabularyEntry[] = [
  { value: 'local', description: 'Runs here, with the prompt below the front matter.' },
  { value: 'remote', description: 'Runs elsewhere and is reached by its agent card.' },
];

/** Models worth offering, as of 0.61.0. Any text is taken and none is checked. */
export const geminiModels: readonly VocabularyEntry[] = [
  { value: 'inherit', description: 'The model of the session.' },
  { value: 'auto', description: 'Gemini CLI chooses by the task.' },
  { value: 'pro', description: 'The strongest model that is configured.' },
  { value: 'flash', description: 'The fast model that is configured.' },
  { value: 'flash-lite', description: 'The smallest and cheapest model that is configured.' },
  { value: 'gemini-2.5-pro', description: 'Gemini 2.5 Pro.' },
  { value: 'gemini-3.5-flash', description: 'Gemini 3.5 Flash.' },
  { value: 'gemini-3.8-flash', description: 'Gemini 3.8 Flash.' },
  { value: 'gemini-3.5-flash-lite', description: 'Gemini 3.5 Flash-Lite.' },
  { value: 'gemini-3.1-pro-preview', description: 'Gemini 3.1 Pro, a preview.' },
];

/** Forms of names in `tools` that stand for more than one tool, or for one of an MCP server. */
export const geminiToolForms: readonly VocabularyEntry[] = [
  {
    value: '*',
    description: 'Every tool but those that start other agents. In YAML it needs quotes.',
  },
  {
    value: 'mcp_*',
    description: 'Every tool of every MCP server.',
  },
  {
    value: 'mcp_<server>_*',
    description: 'Every tool of one MCP server. A server whose name has an underscore cannot be named so.',
    snippet: 'mcp_${1:server}_*',
    pattern: '^mcp_[A-Za-z0-9.:-]+_\\*$',
  },
  {
    value: 'mcp_<server>_<tool>',
    description: 'One tool of an MCP server. Whether there is such a server is not checked.',
    snippet: 'mcp_${1:server}_${2:tool}',
    pattern: '^mcp_[A-Za-z0-9.:-]+_[A-Za-z0-9_.:-]+$',
  },
];

/** How a server under `mcp_servers` is reached, if not by `command`. Case counts. */
export const geminiServerTypes: readonly VocabularyEntry[] = [
  { value: 'sse', description: 'Server-sent events at `url`.' },
  { value: 'http', description: 'Streamable HTTP at `url`.' },
];

/** What `${…}` stands for in a prompt. Any other word there makes the agent fail. */
export const geminiPlaceholderTerms: readonly VocabularyEntry[] = [
  { value: '${query}', description: 'The task that the agent was given.' },
  { value: '${today}', description: 'The date.' },
  { value: '${activeModel}', description: 'The model that the agent runs on.' },
  { value: '${cliVersion}', description: 'The version of Gemini CLI.' },
];
