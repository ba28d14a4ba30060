// The tools that can be recorded.
import { claudeCode } from './claudeCode/index.mjs';
import { codex } from './codex/index.mjs';
import { geminiCli } from './geminiCli/index.mjs';
import { openCode } from './openCode/index.mjs';

export const tools = [claudeCode, geminiCli, openCode, codex];
