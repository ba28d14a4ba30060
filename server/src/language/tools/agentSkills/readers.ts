import type { IssueCode } from '../../loading/issueCodes.ts';

/**
 * Which tools read skills from which folder of a project or user. Codex, OpenCode, Copilot CLI, Gemini CLI and Claude
 * Code as recorded on 2026-11-29; the others by the table of the `skills` installer 1.7.4 and their documentation.
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
const withoutNesting: ReadonlySet<string> = new Set(['Gemini CLI', 'Claude Code']);

/** Tools that see only a skill directly in the folder if there is one. */
const hidesOthers: ReadonlySet<string> = new Set(['Copilot CLI']);

/** What the standard rejects a skill for: a code, or a key without a value. */
export type Cause = IssueCode | 'name.empty' | 'description.empty';

/**
 * What a recorded tool loads although the standard rejects it, or sometimes loads: then nothing certain can be said.
 * Everything else that the standard rejects, the tool does not load either.
 */
const lenient: Readonly<Record<string, readonly Cause[]>> = {
  'Claude Code': [
    'name.missing',
    'name.empty',
    'name.invalid',
    'description.missing',
    'description.empty',
    'description.invalid',
    'frontMatter.missing',
    'frontMatter.unclosed',
    'frontMatter.late',
    'yaml.invalid',
  ],
  Codex: ['name.missing', 'name.empty', 'name.invalid', 'description.invalid', 'yaml.invalid'],
  'Copilot CLI': ['name.missing', 'description.missing'],
  'Gemini CLI': ['name.empty', 'name.invalid', 'description.empty', 'description.invalid', 'yaml.invalid'],
  OpenCode: ['description.missing', 'yaml.invalid'],
};

/** What the standard allows, or only warns about. */
export type Departure =
  | 'byteOrderMark'
  | 'name.long'
  | 'description.long'
  | 'argument-hint'
  | 'user-invocable';

/** What a recorded tool drops a skill for although the standard does not: a departure, or the type of a key. */
const strict: Readonly<Record<string, readonly Departure[]>> = {
  Codex: ['byteOrderMark', 'name.long'],
  'Copilot CLI': ['name.long', 'description.long', 'argument-hint', 'user-invocable'],
  'Gemini CLI': ['byteOrderMark'],
};

/** Keys outside the standard that a recorded tool reads in a skill. */
const ownKeys: Readonly<Record<string, readonly string[]>> = {
  'Copilot CLI': ['argument-hint', 'user-invocable', 'disable-model-invocation'],
};

/** The tools that read an unquoted value with `: ` on one line as it is meant. */
const repairing: ReadonlySet<string> = new Set(['Codex', 'OpenCode', 'Gemini CLI']);

/** A tool that reads a skill where it lies. */
export interface SkillReader {
  readonly tool: string;
  /** Whether the tool was run; otherwise only its documentation is known. */
  readonly isMeasured: boolean;
  /** Whether it may load a skill in spite of what the standard rejects it for. */
  readonly loadsDespite: (cause: Cause) => boolean;
  /** Whether it drops a skill for what the standard does not. */
  readonly dropsFor: (departure: Departure) => boolean;
  /** Whether it reads a value with an unquoted `: ` on one line as it is meant. */
  readonly repairsColons: boolean;
  /** The keys outside the standard that it reads. */
  readonly ownKeys: readonly string[];
}

/** The tools that see no other skill in the folder of skills, because the skill at a path is directly in it. */
export function hidingReaders(path: string): readonly string[] {
  if (!/(?:^|\/)\.[^/]+\/skills\/[^/]+$/.test(path)) return [];
  return skillReadersAt(path)
    .map(({ tool }) => tool)
    .filter(tool => hidesOthers.has(tool));
}

/** The tools that read the skill at a path, with `/`; none where a skill lies only to be copied or packaged. */
export function skillReadersAt(path: string): readonly SkillReader[] {
  const skills = /^(?:.*\/)?(\.(?:[^/]+\/){1,3}?skills?)\/((?:[^/]+\/)*)[^/]+$/.exec(path);
  const [, folder = '', below = ''] = skills ?? [];
  const tools = Object.hasOwn(folders, folder) ? folders[folder]!.split(', ') : [];
  const isNested = below.split('/').length > 2;
  return tools
    .filter(tool => !isNested || !withoutNesting.has(tool))
    .map(tool => ({
      tool,
      isMeasured: Object.hasOwn(lenient, tool),
      loadsDespite: cause => lenient[tool]?.includes(cause) ?? false,
      dropsFor: departure => strict[tool]?.includes(departure) ?? false,
      repairsColons: repairing.has(tool),
      ownKeys: ownKeys[tool] ?? [],
    }));
}
