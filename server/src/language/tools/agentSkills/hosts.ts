import type { Host } from '../../dialect/dialect.ts';
import { codexSkill } from '../codex/loader/skill.ts';
import { copilotCliSkill } from '../copilot/cli/skill.ts';
import { geminiCliSkill } from '../geminiCli/loader/skill.ts';
import { mistralVibeSkill } from '../mistralVibe/loader/skill.ts';
import { openCodeSkill } from '../openCode/loader/skill.ts';
import { openHandsSkill } from '../openHands/loader/skill.ts';

/** The tools whose reading of skills was recorded, each with the folder in which its own skills lie. */
export const skillHosts: readonly Host[] = [
  { target: 'codex', loader: codexSkill, place: '.agents/skills/*/SKILL.md' },
  { target: 'opencode', loader: openCodeSkill, place: '.opencode/skills/*/SKILL.md' },
  { target: 'copilot-cli', loader: copilotCliSkill, place: '.github/skills/*/SKILL.md' },
  { target: 'gemini', loader: geminiCliSkill, place: '.gemini/skills/*/SKILL.md' },
  { target: 'openhands', loader: openHandsSkill, place: '.openhands/skills/*/SKILL.md' },
  { target: 'vibe', loader: mistralVibeSkill, place: '.vibe/skills/*/SKILL.md' },
];
