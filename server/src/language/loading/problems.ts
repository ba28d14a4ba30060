/**
 * The problem texts of causes that several tools share, so that the same cause has the same words in all of them. Each
 * takes what it is about as the author wrote it, and returns Markdown without a final period.
 */
export const problems = {
  duplicateKey: (key: string) => `Duplicate key \`${key}\``,
  unknownKey: (key: string) => `Unknown key \`${key}\``,
  /** A key that was meant to limit the agent and does not. */
  noLimit: (key: string) => `\`${key}\` does not limit this agent`,
  ignoredKey: (key: string) => `\`${key}\` has no effect here`,
  deprecatedKey: (key: string) => `\`${key}\` is deprecated`,
  noValue: (key: string) => `\`${key}\` has no value`,
  missingKey: (key: string) => `\`${key}\` is missing`,
  emptyKey: (key: string) => `\`${key}\` is empty`,
  unknownTool: (name: string) => `Unknown tool \`${name}\``,
  unavailableTool: (name: string) => `Tool \`${name}\` is not available here`,
  /** A tool that only some sessions have. */
  /** A list of tools that neither gives nor takes away any. */
  ineffective: (key: string) => `\`${key}\` has no effect`,
  deadTool: (name: string) => `Tool \`${name}\` no longer exists`,
  /** The name of an MCP tool in a form of another product. */
  foreignMcpForm: (name: string) => `\`${name}\` is not how MCP tools are named here`,
  unknownModel: (name: string) => `Unknown model \`${name}\``,
  unknownEvent: (name: string) => `Unknown hook event \`${name}\``,
} as const;

/** The same for several names, `list`, of one list or file. */
export const problemsOfSeveral = {
  unknownKeys: (list: string) => `Unknown keys ${list}`,
  ignoredKeys: (list: string) => `${list} have no effect here`,
  unknownTools: (list: string) => `Unknown tools ${list}`,
  unavailableTools: (list: string) => `Tools ${list} are not available here`,
  deadTools: (list: string) => `Tools ${list} no longer exist`,
  droppedTools: (list: string) => `Tools ${list} are dropped`,
  oldNames: (list: string) => `${list} are old names`,
  specifiers: (list: string) => `${list} do not narrow the tools`,
  foreignMcpForms: (list: string) => `${list} are not how MCP tools are named here`,
  unknownEvents: (list: string) => `Unknown hook events ${list}`,
  notBooleans: (list: string) => `${list} are not booleans`,
} as const;
