/**
 * The causes that a loader can report, each with its meaning. All loaders share them, so that one rule handles one
 * cause for every tool; the issue's `effect` says how much it matters. `issueData.ts` says what goes with a code.
 */
export const issueCodes = {
  // The file.
  'file.notRead': 'The tool does not read files with this name or in this folder.',
  'plugin.rejected': 'The tool refuses the plugin of the file.',
  // The front matter.
  'frontMatter.missing': 'There is no front matter, and the tool requires one.',
  'frontMatter.late':
    'Something precedes the opening delimiter, or the tool does not accept how the delimiter is written.',
  'frontMatter.unclosed': 'The closing delimiter is missing.',
  'frontMatter.closedEarly': 'The tool ends the front matter earlier than its author.',
  'frontMatter.executable': 'The opening delimiter names a language whose text the tool executes.',
  'frontMatter.lost': 'The tool gives up on the front matter and reads the whole file as the prompt.',
  'body.empty': 'The tool requires a prompt and there is none, or it is too short.',
  'body.placeholder':
    'A placeholder in the prompt that the tool does not know, does not fill in, or fills in against expectation.',
  'body.shell': 'A shell command in the prompt that cannot run, or does not.',
  'body.ignored': 'There is a prompt, and this kind of file has none.',
  'body.tooLong': 'The prompt is longer than the tool accepts.',
  // The YAML.
  'yaml.invalid': 'The YAML cannot be read.',
  'yaml.repaired': 'The YAML is invalid, or not a string where one is required, and the tool repairs it.',
  'yaml.commentCut': 'A ` #` ends the value.',
  'yaml.commentKept': 'A comment becomes part of the value, because the tool had to repair the YAML.',
  'yaml.duplicateKey': 'A key occurs twice.',
  'yaml.literalNewline': 'A literal \\n is turned into a line break, or left as two characters.',
  'yaml.overflow': 'The text of a value goes on below its line, at the margin, where it is lost.',
  'yaml.dropped': 'An anchor, alias or tag is dropped from the value.',
  // The JSON.
  'json.invalid': 'The JSON cannot be read.',
  // The TOML.
  'toml.invalid': 'The TOML cannot be read.',
  // Paths.
  'path.invalid': 'A path of a form that the tool does not accept.',
  // What identifies the agent.
  'name.missing': 'The name is missing or empty.',
  'name.invalid': 'The name is of a type or form that the tool does not accept.',
  'description.missing': 'The description is missing or empty.',
  'description.cut': 'The model is shown only the beginning of the description.',
  'description.invalid': 'The description is of a type or form that the tool does not accept.',
  // Keys.
  'key.unknown': 'A key that the tool does not know.',
  'key.missing': 'A key that the tool requires in such a file is missing.',
  'key.conflict': 'Two keys that exclude each other.',
  'key.limit': 'A key that was meant to limit the agent and does not.',
  'key.ignored': 'A known key that has no effect in this place (a plugin, a target).',
  'key.deprecated': 'A key that still works and has been replaced.',
  // Values.
  'value.type': 'A value of a type that the tool does not accept.',
  'value.choice': 'A value outside the list that the tool accepts.',
  'value.number': 'A number outside the range that the tool accepts.',
  'value.boolean': 'A value that the tool does not read as a boolean.',
  'value.null': 'A key without a value, where the tool requires a value or no key.',
  'value.color': 'A color that the tool does not show, or does not accept.',
  'value.model': 'A model that the tool will not find.',
  'model.replaced': 'A model in whose place the tool uses another.',
  'model.profile': 'A model that is not one of the profiles of the tool.',
  // Tools.
  'tools.empty': 'The tool list is there and empty.',
  'tools.none': 'The tool list resolves to no tools.',
  'tools.ineffective': 'The tool list has no effect: the agent has every tool.',
  'tools.unknown': 'A name that is not a tool.',
  'tools.dead': 'A name that was a tool in an earlier release.',
  'tools.unavailable': 'A tool that such an agent never gets.',
  'tools.shadowed': 'A tool that is dropped because of another in the list.',
  'tools.specifier': 'A specifier in parentheses that does not narrow the tool.',
  'tools.mcpForm': 'An MCP tool name in a form of another product.',
  'tools.alias': 'An older name of a tool, which still works.',
  // Nested fields.
  'hooks.invalid': 'A hook entry of a wrong shape.',
  'hooks.event': 'A hook event that the tool does not have.',
  'hooks.matcher': 'A matcher or a condition of a hook that nothing meets.',
  'permission.invalid': 'A permission rule that the tool does not accept, or that matches nothing.',
  'secret.plain': 'A secret in clear text.',
  'mcp.invalid': 'An MCP server entry of a wrong shape.',
} as const satisfies Record<string, string>;

/** The cause of an issue. */
export type IssueCode = keyof typeof issueCodes;
