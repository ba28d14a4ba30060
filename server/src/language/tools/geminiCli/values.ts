import type { VocabularyEntry } from '../../dialect/dialect.ts';

/** `kind`. Case-sensitive. */
export const geminiKinds: readonly VocabularyEntry[] = [
  { value: 'local', description: 'Runs locally, with the prompt below the front matter.' },
  { value: 'remote', description: 'Runs elsewhere and is found through its agent card.' },
];

/** Suggested models, as of 0.61.0. Any string is accepted and none is checked. */
export const geminiModels: readonly VocabularyEntry[] = [
  { value: 'inherit', description: 'The model of the session.' },
  { value: 'auto', description: 'Gemini CLI chooses depending on the task.' },
  { value: 'pro', description: 'The strongest configured model.' },
  { value: 'flash', description: 'The fast configured model.' },
  { value: 'flash-lite', description: 'The smallest and cheapest configured model.' },
  { value: 'gemini-2.5-pro', description: 'Gemini 2.5 Pro.' },
  { value: 'gemini-3.5-flash', description: 'Gemini 3.5 Flash.' },
  { value: 'gemini-3.8-flash', description: 'Gemini 3.8 Flash.' },
  { value: 'gemini-3.5-flash-lite', description: 'Gemini 3.5 Flash-Lite.' },
  { value: 'gemini-3.1-pro-preview', description: 'Gemini 3.1 Pro Preview.' },
];

/** Forms of names in `tools` that match more than one tool, or a tool of an MCP server. */
export const geminiToolForms: readonly VocabularyEntry[] = [
  {
    value: '*',
    description: 'Every tool except those that start other agents. It must be quoted in YAML.',
  },
  {
    value: 'mcp_*',
    description: 'Every tool of every MCP server.',
  },
  {
    value: 'mcp_<server>_*',
    description: 'Every tool of one MCP server. It cannot name a server with an underscore in its name.',
    snippet: 'mcp_${1:server}_*',
    pattern: '^mcp_[A-Za-z0-9.:-]+_\\*$',
  },
  {
    value: 'mcp_<server>_<tool>',
    description: 'One tool of an MCP server. The server is not checked.',
    snippet: 'mcp_${1:server}_${2:tool}',
    pattern: '^mcp_[A-Za-z0-9.:-]+_[A-Za-z0-9_.:-]+$',
  },
];

/** The protocol of a server under `mcp_servers` without `command`. Case-sensitive. */
export const geminiServerTypes: readonly VocabularyEntry[] = [
  { value: 'sse', description: 'Server-sent events at `url`.' },
  { value: 'http', description: 'Streamable HTTP at `url`.' },
];

/** The `${…}` placeholders of a prompt. Any other name makes the agent fail. */
export const geminiPlaceholderTerms: readonly VocabularyEntry[] = [
  { value: '${query}', description: 'The task given to the agent.' },
  { value: '${today}', description: 'The date.' },
  { value: '${activeModel}', description: 'The model that the agent runs on.' },
  { value: '${cliVersion}', description: 'The version of Gemini CLI.' },
];
