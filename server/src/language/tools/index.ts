import type { Dialect } from '../dialect/dialect.ts';
import type { Tool } from '../dialect/tool.ts';
import { agentSkills } from './agentSkills/index.ts';
import { agentsFolder } from './agentsFolder/index.ts';
import { antigravity } from './antigravity/index.ts';
import { augment } from './augment/index.ts';
import { claudeCode } from './claudeCode/index.ts';
import { claudeMpm } from './claudeMpm/index.ts';
import { cline } from './cline/index.ts';
import { codeBuddy } from './codeBuddy/index.ts';
import { codex } from './codex/index.ts';
import { continueDev } from './continue/index.ts';
import { copilot } from './copilot/index.ts';
import { cursor } from './cursor/index.ts';
import { devin } from './devin/index.ts';
import { factory } from './factory/index.ts';
import { geminiCli } from './geminiCli/index.ts';
import { goose } from './goose/index.ts';
import { junie } from './junie/index.ts';
import { kilo } from './kilo/index.ts';
import { kimi } from './kimi/index.ts';
import { kiro } from './kiro/index.ts';
import { letta } from './letta/index.ts';
import { openCode } from './openCode/index.ts';
import { openHands } from './openHands/index.ts';
import { qoder } from './qoder/index.ts';
import { qwenCode } from './qwenCode/index.ts';
import { trae } from './trae/index.ts';

/** The tools whose files are understood, by the alphabet. Adding one is its folder and its line here. */
export const tools: readonly Tool[] = [
  agentsFolder,
  agentSkills,
  antigravity,
  augment,
  claudeCode,
  claudeMpm,
  cline,
  codeBuddy,
  codex,
  continueDev,
  copilot,
  cursor,
  devin,
  factory,
  geminiCli,
  goose,
  junie,
  kilo,
  kimi,
  kiro,
  letta,
  openCode,
  openHands,
  qoder,
  qwenCode,
  trae,
];

/** Every dialect there is. */
export const dialects: readonly Dialect[] = tools.flatMap(tool => tool.dialects);
