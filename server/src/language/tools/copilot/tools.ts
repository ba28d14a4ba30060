import type { VocabularyEntry } from '../../dialect/dialect.ts';

// Verified 2026-11-21: the aliases in GitHub's documentation, what they grant in Copilot CLI 1.0.102.

/**
 * The tools that a custom agent can list, by the names that every Copilot surface accepts. Names are case-insensitive.
 * VS Code also has tools of extensions (`publisher.name/tool`) and of MCP servers (`server/tool`).
 */
export const copilotTools: readonly VocabularyEntry[] = [
  { value: '*', description: 'Every tool, the same as without the key.' },
  {
    value: 'read',
    description: 'Reads files.',
    aliases: ['Read', 'NotebookRead', 'view', 'readFile', 'read/readFile'],
  },
  {
    value: 'edit',
    description: 'Creates and changes files.',
    aliases: ['Edit', 'MultiEdit', 'Write', 'NotebookEdit'],
  },
  {
    value: 'search',
    description: 'Finds files by name, and text in files.',
    aliases: ['codebase', 'search/codebase'],
  },
  {
    value: 'execute',
    description: 'Runs shell commands.',
    aliases: ['shell', 'Bash', 'powershell', 'runCommands', 'runInTerminal', 'execute/runInTerminal'],
  },
  {
    value: 'agent',
    description: 'Delegates work to other custom agents.',
    aliases: ['custom-agent', 'Task', 'agent/runSubagent'],
  },
  {
    value: 'web',
    description: 'Fetches pages and searches the web; not available to the cloud agent.',
    aliases: ['WebSearch', 'WebFetch', 'web/fetch', 'fetch'],
  },
  {
    value: 'todo',
    description: 'Keeps a task list; not available to the cloud agent.',
    aliases: ['TodoWrite', 'todos'],
  },
  { value: 'vscode', description: 'Tools of the editor itself; VS Code only.' },
  { value: 'github/*', description: 'Every tool of the GitHub MCP server.' },
  { value: 'playwright/*', description: 'Every tool of the Playwright MCP server.' },
  { value: 'edit/createFile', description: 'Creates files but does not change any.' },
  { value: 'edit/editFiles', description: 'Changes files but does not create any.', aliases: ['editFiles'] },
  { value: 'search/textSearch', description: 'Searches text in files.', aliases: ['grep'] },
  { value: 'search/fileSearch', description: 'Finds files by name.', aliases: ['glob'] },
  { value: 'search/listDirectory', description: 'Lists a folder; VS Code only.' },
  { value: 'search/usages', description: 'Finds where a symbol is used; VS Code only.', aliases: ['usages'] },
  { value: 'search/changes', description: 'Shows the changed files; VS Code only.', aliases: ['changes'] },
  { value: 'read/problems', description: 'Reads the Problems panel; VS Code only.', aliases: ['problems'] },
  { value: 'read/terminalLastCommand', description: 'Reads the last terminal command; VS Code only.' },
  { value: 'vscode/askQuestions', description: 'Asks the user; VS Code only.' },
];

/** What a name in `tools` grants in Copilot CLI on Linux and macOS. Keys are in lowercase. */
export const copilotCliGrants: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      [['view'], 'read view readfile read/readfile notebookread'],
      [['create', 'edit'], 'edit write multiedit notebookedit'],
      [['create'], 'create createfile edit/createfile'],
      [['edit'], 'editfiles edit/editfiles'],
      [['grep', 'glob'], 'search codebase search/codebase'],
      [['grep'], 'grep textsearch search/textsearch'],
      [['glob'], 'glob filesearch search/filesearch'],
      [
        ['bash', 'read_bash', 'stop_bash', 'list_bash'],
        'execute shell bash runcommands runinterminal execute/runinterminal',
      ],
      [['task', 'read_agent', 'list_agents', 'write_agent'], 'agent task custom-agent agent/runsubagent'],
      [['web_fetch'], 'web web_fetch webfetch websearch fetch web/fetch'],
      [['update_todo'], 'todo todos todowrite update_todo'],
      ...[
        'read_bash',
        'stop_bash',
        'list_bash',
        'read_agent',
        'list_agents',
        'write_agent',
        'fetch_copilot_cli_documentation',
        'session_store_sql',
        'tool_search_tool',
        'ask_user',
        'skill',
        'sql',
      ].map(name => [[name], name] as const),
    ] as readonly (readonly [readonly string[], string])[]
  ).flatMap(([granted, names]) => names.split(' ').map(name => [name, granted] as const)),
);

/** Tools of Copilot CLI that only some sessions have, and which. */
export const copilotCliSometimes: ReadonlyMap<string, string> = new Map([
  ['web_fetch', 'while it is online'],
  ['ask_user', 'in an interactive session'],
]);

/** Tools that Copilot CLI gives every agent, whatever its list says. */
export const copilotCliAlways: readonly string[] = ['skill', 'sql'];

/**
 * Names that grant nothing in Copilot CLI as recorded (offline) but are tools elsewhere: in VS Code, on Windows, of
 * other models, or of GitHub’s own server, such as web search.
 */
export const copilotElsewhere: ReadonlySet<string> = new Set(
  [
    'powershell read_powershell write_powershell stop_powershell list_powershell write_bash apply_patch rg',
    'vscode usages problems changes new think findtestfiles githubrepo opensimplebrowser runtasks runtests testfailure',
    'terminallastcommand terminalselection selection extensions vscodeapi listdirectory search/listdirectory searchresults',
    'search/usages search/changes search/searchresults read/problems read/terminallastcommand read/terminalselection',
    'vscode/askquestions vscode/extensions vscode/newworkspace vscode/opensimplebrowser vscode/runcommand vscode/vscodeapi',
    'execute/runtask execute/runtasks execute/runtests execute/testfailure execute/getterminaloutput execute/createandruntask',
    'createandruntask gettaskoutput runtask getterminaloutput runnotebookcell edit/editnotebook edit/createdirectory runvscodecommand',
    'edit/createjupyternotebook execute/runnotebookcell read/getnotebooksummary editnotebook createdirectory new/newworkspace',
    'askuserquestion runsubagent githubtextsearch web/githubrepo memory web_search',
  ]
    .join(' ')
    .split(' '),
);
