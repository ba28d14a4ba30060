/**
 * Which tools read skills from which folder of a project or user. Codex, OpenCode, Copilot CLI, Gemini CLI, Claude
 * Code, OpenHands and Mistral Vibe as recorded on 2026-11-29; the others by the table of the `skills` installer 1.7.4
 * and their documentation. OpenHands and Mistral Vibe read `.agents/skills` too. There they are left out: they drop
 * skills that every other tool loads, of which only those who use them want to know.
 */
const folders: Readonly<Record<string, string>> = {
  '.agents/skills':
    'Codex, OpenCode, Copilot CLI, Gemini CLI, Amp, Antigravity, Cline, Cursor, Factory, Kilo Code, Kimi Code, Pi, Warp, Zed',
  '.adal/skills': 'AdaL',
  '.aider-desk/skills': 'AiderDesk',
  '.amp/skills': 'Amp',
  '.augment/skills': 'Augment',
  '.autohand/skills': 'Autohand Code CLI',
  '.bob/skills': 'IBM Bob',
  '.claude/skills': 'Claude Code, OpenCode, Copilot CLI',
  '.cline/skills': 'Cline',
  '.codeartsdoer/skills': 'CodeArts Agent',
  '.codebuddy/skills': 'CodeBuddy',
  '.codemaker/skills': 'Codemaker',
  '.codestudio/skills': 'Code Studio',
  '.codex/skills': 'Codex',
  '.commandcode/skills': 'Command Code',
  '.config/opencode/skill': 'OpenCode',
  '.config/opencode/skills': 'OpenCode',
  '.continue/skills': 'Continue',
  '.copilot/skills': 'Copilot CLI',
  '.cortex/skills': 'Cortex Code',
  '.crush/skills': 'Crush',
  '.cursor/skills': 'Cursor',
  '.devin/skills': 'Devin',
  '.factory/skills': 'Factory',
  '.forge/skills': 'ForgeCode',
  '.gemini/skills': 'Gemini CLI',
  '.github/skills': 'Copilot CLI',
  '.goose/skills': 'Goose',
  '.grok/skills': 'Grok Build',
  '.hermes/skills': 'Hermes Agent',
  '.iflow/skills': 'iFlow CLI',
  '.inferencesh/skills': 'inference.sh',
  '.jazz/skills': 'Jazz',
  '.junie/skills': 'Junie',
  '.kilo/skills': 'Kilo Code',
  '.kilocode/skills': 'Kilo Code',
  '.kimchi/skills': 'Kimchi',
  '.kimi-code/skills': 'Kimi Code',
  '.kiro/skills': 'Kiro',
  '.kode/skills': 'Kode',
  '.lingma/skills': 'Lingma',
  '.mcpjam/skills': 'MCPJam',
  '.minimax/skills': 'MiniMax Code',
  '.moxby/skills': 'Moxby',
  '.mux/skills': 'Mux',
  '.neovate/skills': 'Neovate',
  '.ona/skills': 'Ona',
  '.opencode/skill': 'OpenCode',
  '.opencode/skills': 'OpenCode',
  '.openhands/skills': 'OpenHands',
  '.pi/skills': 'Pi',
  '.pochi/skills': 'Pochi',
  '.posit/assistant/skills': 'Posit Assistant',
  '.qoder/skills': 'Qoder',
  '.qwen/skills': 'Qwen Code',
  '.reasonix/skills': 'Reasonix',
  '.roo/skills': 'Roo Code',
  '.rovodev/skills': 'Rovo Dev',
  '.tabnine/agent/skills': 'Tabnine CLI',
  '.terramind/skills': 'Terramind',
  '.tinycloud/skills': 'Tinycloud',
  '.trae/skills': 'Trae',
  '.vibe/skills': 'Mistral Vibe',
  '.windsurf/skills': 'Windsurf',
  '.zcode/skills': 'ZCode',
  '.zencoder/skills': 'Zencoder',
};

/** The folders with skills of some tool, but for those with a dialect of their own. */
export const skillFolders = Object.keys(folders).filter(folder => folder !== '.claude/skills');

/** Tools that read skills directly in the folder only, not in folders below it. */
const withoutNesting: ReadonlySet<string> = new Set([
  'Gemini CLI',
  'Claude Code',
  'OpenHands',
  'Mistral Vibe',
]);

/** Tools that see only a skill directly in the folder if there is one. */
const hidesOthers: ReadonlySet<string> = new Set(['Copilot CLI']);

/** The tools that see no other skill in the folder of skills, because the skill at a path is directly in it. */
export function hidingReaders(path: string): readonly string[] {
  if (!/(?:^|\/)\.[^/]+\/skills\/[^/]+$/.test(path)) return [];
  return skillReadersAt(path).filter(tool => hidesOthers.has(tool));
}

/** The tools that read the skill at a path, with `/`; none where a skill lies only to be copied or packaged. */
export function skillReadersAt(path: string): readonly string[] {
  const skills = /^(?:.*\/)?(\.(?:[^/]+\/){1,3}?skills?)\/((?:[^/]+\/)*)[^/]+$/.exec(path);
  const [, folder = '', below = ''] = skills ?? [];
  const tools = Object.hasOwn(folders, folder) ? folders[folder]!.split(', ') : [];
  const isNested = below.split('/').length > 2;
  return tools.filter(tool => !isNested || !withoutNesting.has(tool));
}
