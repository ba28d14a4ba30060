/** The tools and tool sets that it has without any extension. */
const alone = [
  'agent',
  'agent/runSubagent',
  'execute',
  'execute/runInTerminal',
  'read',
  'read/terminalLastCommand',
  'todo',
  'vscode',
  'vscode/askQuestions',
];

/** Those that come with Copilot Chat, as its documentation names them. */
const withCopilot = [
  'edit',
  'edit/createFile',
  'edit/editFiles',
  'search',
  'search/changes',
  'search/fileSearch',
  'search/listDirectory',
  'search/textSearch',
  'search/usages',
  'read/problems',
  'web',
];

/** The tools that VS Code 1.139.1 lists, with and without Copilot Chat. */
export const vscodeTools = { alone, withCopilot: [...alone, ...withCopilot] };
