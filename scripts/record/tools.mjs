// The tools that can be recorded.
import { claudeCode } from './claudeCode/index.mjs';
import { geminiCli } from './geminiCli/index.mjs';

export const tools = [claudeCode, geminiCli];
