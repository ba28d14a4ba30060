/** The products whose tool names are known well enough to translate. */
export type ToolProduct =
  | 'claude'
  | 'copilot'
  | 'opencode'
  | 'gemini'
  | 'qwen'
  | 'factory'
  | 'kiro'
  | 'antigravity'
  | 'junie'
  | 'devin'
  | 'openhands'
  | 'augment';

/** The names of one capability in each product; the first is the one to write, the others are synonyms. */
export interface ToolConversion {
  readonly meaning: string;
  /** What it lets an agent do to the world; absent for a tool that only organizes the agent's own work. */
  readonly does?: 'read' | 'write' | 'run' | 'web' | 'delegate';
  readonly names: Readonly<Partial<Record<ToolProduct, readonly string[]>>>;
  /** A product's wider name, where it has only one that grants more than this capability. */
  readonly within?: Readonly<Partial<Record<ToolProduct, string>>>;
}

/** Tool names side by side, verified 2026-11-21. Where one name covers two capabilities, the wider comes first. */
export const toolConversions: readonly ToolConversion[] = [
  {
    meaning: 'read a file',
    does: 'read',
    names: {
      claude: ['Read', 'NotebookRead'],
      copilot: ['read', 'view'],
      opencode: ['read'],
      gemini: ['read_file'],
      qwen: ['read_file'],
      factory: ['Read'],
      kiro: ['read'],
      antigravity: ['view_file'],
      junie: ['Read'],
      devin: ['read'],
      augment: ['view'],
    },
  },
  {
    meaning: 'search in files',
    does: 'read',
    names: {
      claude: ['Grep'],
      copilot: ['search', 'grep', 'codebase'],
      opencode: ['grep'],
      gemini: ['grep_search', 'search_file_content'],
      qwen: ['grep_search'],
      factory: ['Grep'],
      antigravity: ['grep_search'],
      junie: ['Grep'],
      devin: ['grep'],
      augment: ['codebase-retrieval'],
    },
    within: { kiro: 'read' },
  },
  {
    meaning: 'find files',
    does: 'read',
    names: {
      claude: ['Glob'],
      copilot: ['glob'],
      opencode: ['glob'],
      gemini: ['glob'],
      qwen: ['glob'],
      factory: ['Glob'],
      antigravity: ['find_by_name'],
      junie: ['Glob'],
      devin: ['glob'],
    },
    within: { kiro: 'read' },
  },
  {
    meaning: 'list a folder',
    does: 'read',
    names: {
      claude: ['LS'],
      opencode: ['list', 'ls'],
      gemini: ['list_directory'],
      qwen: ['list_directory'],
      factory: ['LS'],
      antigravity: ['list_dir'],
    },
    within: { kiro: 'read' },
  },
  {
    meaning: 'edit a file',
    does: 'write',
    names: {
      claude: ['Edit', 'MultiEdit'],
      copilot: ['edit', 'editFiles'],
      opencode: ['edit', 'patch'],
      gemini: ['replace'],
      qwen: ['edit', 'replace'],
      factory: ['Edit', 'ApplyPatch'],
      antigravity: ['replace_file_content'],
      junie: ['Edit'],
      devin: ['edit'],
      openhands: ['file_editor'],
      augment: ['str-replace-editor'],
    },
    within: { kiro: 'write' },
  },
  {
    meaning: 'write a file',
    does: 'write',
    names: {
      claude: ['Write'],
      copilot: ['create'],
      opencode: ['write'],
      gemini: ['write_file'],
      qwen: ['write_file'],
      factory: ['Create'],
      kiro: ['write'],
      antigravity: ['write_to_file'],
      junie: ['Write'],
      devin: ['write'],
      augment: ['save-file'],
    },
  },
  {
    meaning: 'run a command',
    does: 'run',
    names: {
      claude: ['Bash'],
      copilot: ['execute', 'bash', 'shell', 'runCommands', 'read_bash', 'stop_bash', 'list_bash'],
      opencode: ['bash'],
      gemini: ['run_shell_command'],
      qwen: ['run_shell_command'],
      factory: ['Execute'],
      kiro: ['shell'],
      antigravity: ['run_command'],
      junie: ['Bash'],
      devin: ['exec'],
      openhands: ['terminal'],
      augment: ['launch-process'],
    },
  },
  {
    meaning: 'fetch a page',
    does: 'web',
    names: {
      claude: ['WebFetch'],
      copilot: ['web', 'web_fetch', 'fetch'],
      opencode: ['webfetch'],
      gemini: ['web_fetch'],
      qwen: ['web_fetch'],
      factory: ['FetchUrl'],
      kiro: ['web'],
      antigravity: ['read_url_content'],
      devin: ['webfetch'],
    },
  },
  {
    meaning: 'search the web',
    does: 'web',
    names: {
      claude: ['WebSearch'],
      opencode: ['websearch'],
      gemini: ['google_web_search'],
      qwen: ['web_search'],
      factory: ['WebSearch'],
      antigravity: ['search_web'],
      junie: ['WebSearch'],
      devin: ['web_search'],
    },
    within: { kiro: 'web' },
  },
  {
    meaning: 'keep a to-do list',
    names: {
      claude: ['TodoWrite'],
      copilot: ['todo', 'update_todo'],
      opencode: ['todowrite'],
      gemini: ['write_todos'],
      qwen: ['todo_write'],
    },
  },
  {
    meaning: 'use a skill',
    names: {
      claude: ['Skill'],
      copilot: ['skill'],
      opencode: ['skill'],
      gemini: ['activate_skill'],
      qwen: ['skill'],
    },
  },
  {
    meaning: 'ask the user',
    names: {
      claude: ['AskUserQuestion'],
      copilot: ['ask_user'],
      opencode: ['question'],
      gemini: ['ask_user'],
      qwen: ['ask_user_question'],
      antigravity: ['ask_question'],
      junie: ['AskUserQuestion'],
    },
  },
  {
    meaning: 'keep notes of the session',
    names: { copilot: ['sql', 'session_store_sql'] },
  },
  {
    meaning: 'start another agent',
    does: 'delegate',
    names: {
      claude: ['Agent', 'Task'],
      copilot: ['agent', 'task', 'read_agent', 'list_agents', 'write_agent'],
      opencode: ['task'],
      gemini: ['invoke_agent'],
      qwen: ['agent', 'task'],
      antigravity: ['invoke_subagent'],
      kiro: ['subagent'],
    },
  },
];

/**
 * What `product` calls a tool that another product, or an earlier release, calls `name`: `Read` is `read_file` in
 * Gemini. A specifier in parentheses is ignored. `undefined` when no product has the name.
 */
export function toolIn(product: ToolProduct, name: string): string | undefined {
  const bare = name.replace(/\(.*\)$/s, '').trim();
  const folded = bare.toLowerCase();
  const means = (same: (known: string) => boolean) =>
    toolConversions.find(
      ({ names, within }) =>
        (names[product] ?? within?.[product]) && Object.values(names).some(known => known.some(same)),
    );
  const row = means(known => known === bare) ?? means(known => known.toLowerCase() === folded);
  return row?.names[product]?.[0] ?? row?.within?.[product];
}
