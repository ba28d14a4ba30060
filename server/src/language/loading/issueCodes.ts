/**
 * The causes that a loader can name, each with what it means. They are shared by all loaders, so that one rule
 * speaks about one cause whatever the tool; what the cause leads to is the note's `effect`.
 * `data` in brackets says what such a note carries for its quick fix.
 */
export const issueCodes = {
  // The file.
  'file.notRead': 'The tool does not read files of this name or in this folder.',
  // The fences.
  'frontMatter.missing': 'There is no front matter, and the tool wants one.',
  'frontMatter.late':
    'Something stands before the opening fence, or the fence is not written as the tool wants it.',
  'frontMatter.unclosed': 'The closing fence is missing.',
  'frontMatter.closedEarly':
    'The tool ends the front matter before its author does. [lost: string[], the keys dropped]',
  'frontMatter.executable': 'The fence names a language whose text the tool executes.',
  'frontMatter.lost':
    'The tool gives up on the front matter and takes the whole file as the prompt. [key?: string, the value to quote; suggestion?: string, the YAML to write instead]',
  'body.empty': 'The tool wants a prompt and there is none, or it is too short.',
  'body.placeholder': 'A placeholder in the prompt that the tool does not know, or does not substitute.',
  'body.ignored': 'There is a prompt, and this kind of file takes none.',
  'body.tooLong': 'The prompt is longer than the tool takes.',
  // The YAML.
  'yaml.invalid': 'The YAML cannot be read. [key?: string, the value that it helps to quote]',
  'yaml.repaired':
    'The YAML is invalid, or no text where one is wanted, and the tool mends it. [key: string, the value to quote; empty when quoting does not help]',
  'yaml.commentCut': 'A ` #` ends the value. [key: string]',
  'yaml.commentKept': 'A comment becomes part of the value, because the tool had to mend the YAML.',
  'yaml.duplicateKey':
    'A key is given twice. [winner?: "first" | "last", absent when the tool refuses the file for it]',
  'yaml.literalNewline':
    'A literal \\n is turned into a line break, or left as two characters. [converted: boolean]',
  'yaml.dropped': 'An anchor, tag or other mark is dropped from the value.',
  // What identifies the agent.
  'name.missing': 'The name is missing or empty.',
  'name.invalid': 'The name is of a kind that the tool does not take.',
  'description.missing': 'The description is missing or empty.',
  'description.invalid': 'The description is of a kind that the tool does not take.',
  // Keys.
  'key.unknown': 'A key that the tool does not know. [suggestion?: string]',
  'key.missing': 'A key that the tool wants in such a file is missing. [key: string]',
  'key.conflict': 'Two keys that exclude each other.',
  'key.limit': 'A key that was meant to limit the agent and does not. [suggestion: string]',
  'key.ignored':
    'A known key that has no effect in this place (a plugin, a target). [elsewhere?: true, where another tool reads it from the same file]',
  'key.deprecated': 'A key that still works and has been replaced. [suggestion?: string]',
  // Values.
  'value.type':
    'A value of a type that the tool does not take. [expected: string, suggestion?: string, the YAML to write instead]',
  'value.choice': 'A value outside the list that the tool takes. [choices: string[], suggestion?: string]',
  'value.number': 'A number outside the range that the tool takes.',
  'value.boolean': 'A word that is no boolean to this tool. [suggestion: "true" | "false"]',
  'value.null': 'A key without a value, where the tool wants one or none at all.',
  'value.color': 'A colour that the tool does not show, or does not take. [suggestion?: string, as YAML]',
  'value.model': 'A model that the tool will not find. [suggestion?: string]',
  // Tools.
  'tools.empty': 'The tool list is there and empty. [meaning: "none" | "all"]',
  'tools.none': 'The tool list resolves to no tool at all.',
  'tools.ineffective': 'The tool list has no effect: the agent has every tool.',
  'tools.unknown': 'A name that is no tool. [suggestion?: string]',
  'tools.dead': 'A name that was a tool once. [replacement?: string]',
  'tools.unavailable': 'A tool that such an agent never gets.',
  'tools.shadowed': 'A tool that is dropped because of another in the list.',
  'tools.specifier': 'A specifier in parentheses that does not narrow the tool.',
  'tools.mcpForm': 'An MCP tool name in a form of another product. [suggestion?: string]',
  'tools.alias': 'An older name of a tool, which still works. [suggestion: string]',
  // Nested fields.
  'hooks.invalid': 'A hook entry of a wrong shape.',
  'hooks.event': 'A hook event that the tool does not have. [suggestion?: string]',
  'mcp.invalid': 'An MCP server entry of a wrong shape.',
} as const satisfies Record<string, string>;

/** The cause of a note. */
export type IssueCode = keyof typeof issueCodes;
