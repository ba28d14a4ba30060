import type { VocabularyEntry } from '../../../dialect/dialect.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import type { IssueCode } from '../../../loading/issueCodes.ts';
import { problems } from '../../../loading/problems.ts';
import { copilotElsewhere, copilotTools } from '../../copilot/tools.ts';
import { toolIn } from '../../shared/toolConversions.ts';
import { geminiTools, unlistableGeminiTools } from '../tools.ts';
import { refuses } from './refusal.ts';

const builtIn = new Set(geminiTools.map(tool => tool.value));
const aliases = new Map(
  geminiTools.flatMap(tool => (tool.aliases ?? []).map(alias => [alias, tool.value] as const)),
);

/** The current name of a tool that Gemini CLI has renamed and still accepts by its old name. */
export function currentToolName(name: string): string | undefined {
  return aliases.get(name);
}

/** The names of the built-in tools. */
const builtInToolNames: readonly string[] = [...builtIn];

/**
 * Whether Gemini CLI accepts a name in `tools`: a built-in tool, case-sensitive; a tool discovered by command;
 * `*`; or `mcp_<server>_<tool>`, where the server ends at the first underscore and only a whole part can be `*`.
 */
export function isGeminiToolName(name: string): boolean {
  if (builtIn.has(name) || aliases.has(name)) return true;
  if (name.startsWith('discovered_tool_') || name === '*' || name === 'mcp_*') return true;
  const parts = /^mcp_([^_]+)_(.+)$/.exec(name);
  if (!parts) return false;
  const [, server = '', tool = ''] = parts;
  const slug = /^[a-z0-9_.:-]+$/i;
  return slug.test(server) && (tool === '*' || (slug.test(tool) && !/^_*$/.test(tool)));
}

/** Why a name is refused, and what to write instead. */
export interface RefusedTool {
  readonly code: IssueCode;
  readonly problem: string;
  readonly consequence: string;
  readonly several?: string;
  readonly suggestion?: string;
}

/** Explains why Gemini CLI refuses `name` in `tools`. Call it only for names that it refuses. */
export function refusedTool(name: string): RefusedTool {
  if (unlistableGeminiTools.includes(name))
    return {
      code: 'tools.unavailable',
      problem: problems.unavailableTool(name),
      consequence:
        'Gemini CLI has the tool but does not accept it in `tools`, and does not load the file; an agent without `tools` has it',
      several:
        'Gemini CLI has the tools but does not accept them in `tools`, and does not load the file; an agent without `tools` has them',
    };
  const mcp = mcpForm(name);
  if (mcp && !isOfVsCode(name)) return mcp;
  const bare = name.replace(/\(.*\)$/s, '').trim();
  if (bare !== name) {
    const suggestion = isGeminiToolName(bare) ? bare : toolIn('gemini', bare);
    return {
      code: 'tools.specifier',
      problem: `\`${bare}(…)\` does not narrow the tool`,
      consequence: 'Gemini CLI does not support specifiers in `tools`, and does not load the file',
      several: 'Gemini CLI does not support specifiers in `tools`, and does not load the file',
      ...(suggestion && isGeminiToolName(suggestion) ? { suggestion } : {}),
    };
  }
  const problem = problems.unknownTool(name);
  if (name.includes('*'))
    return {
      code: 'tools.unknown',
      problem,
      consequence:
        'Gemini CLI supports only the wildcards `*`, `mcp_*` and `mcp_<server>_*`, and does not load the file',
      several: refuses,
    };
  const suggestion =
    toolIn('gemini', name) ??
    (isOfVsCode(name) ? toolIn('gemini', name.split('/')[0]!) : nearestWord(name, builtInToolNames));
  const unavailable = geminiTools.find(tool => tool.value === suggestion)?.unavailable;
  if (unavailable)
    return {
      code: 'tools.unknown',
      problem,
      consequence: `Gemini CLI does not load the file; its own \`${suggestion}\` is not available to agents`,
      several: refuses,
    };
  return {
    code: 'tools.unknown',
    problem,
    consequence: refuses,
    ...(suggestion && suggestion !== name ? { suggestion } : {}),
  };
}

/** True for a tool in a tool set of VS Code, such as `search/codebase`, which looks like a tool of a server. */
function isOfVsCode(name: string): boolean {
  const known = ({ value, aliases = [] }: VocabularyEntry) => value === name || aliases.includes(name);
  return name.includes('/') && (copilotTools.some(known) || copilotElsewhere.has(name.toLowerCase()));
}

const mcpForms = 'Gemini CLI expects `mcp_<server>_<tool>` or `mcp_<server>_*`, and does not load the file';

function mcpForm(name: string): RefusedTool | undefined {
  const problem = problems.foreignMcpForm(name);
  const consequence = mcpForms;
  const as = (server: string | undefined, tool: string | undefined): RefusedTool => {
    const suggestion = `mcp_${server}_${tool || '*'}`;
    return {
      code: 'tools.mcpForm',
      problem,
      consequence,
      ...(server && !server.includes('_') && isGeminiToolName(suggestion) ? { suggestion } : {}),
    };
  };
  const claude = /^mcp__(.+?)(?:__(.*))?$/.exec(name);
  if (claude) return as(claude[1], claude[2]);
  const path = /^@?([\w.:-]+)\/([\w.:*-]*)$/.exec(name);
  if (path) return as(path[1], path[2]);
  const kiro = /^@([\w.:-]+)$/.exec(name);
  if (kiro) return as(kiro[1], '*');
  const pair = /^([A-Za-z0-9.:-]+)__([\w.:-]+)$/.exec(name);
  if (pair) return as(pair[1], pair[2]);
  const server = /^mcp_([^_*]+)_?$/.exec(name);
  if (server) return as(server[1], '*');
  const prefix = /^mcp_([^_]+)_.+\*/.exec(name);
  if (prefix)
    return {
      code: 'tools.mcpForm',
      problem,
      consequence: 'Gemini CLI supports `*` only for all tools of a server, and does not load the file',
      several: mcpForms,
      suggestion: `mcp_${prefix[1]}_*`,
    };
  return name.startsWith('mcp_') ? { code: 'tools.mcpForm', problem, consequence } : undefined;
}
