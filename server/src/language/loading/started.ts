import type { Effective } from './effective.ts';
import type { LoadResult } from './loader.ts';

/** What there is to say of an agent that its tool does not start. */
export function notStarted(reason: string): Effective {
  return {
    starts: false,
    tools: [],
    conditional: [],
    model: null,
    effort: null,
    permissionMode: null,
    preloaded: [],
    reason,
  };
}

/** What an agent starts with: what is not given is as in the conversation. One without any tool says so. */
export function startedWith(parts: Pick<Effective, 'tools' | 'model'> & Partial<Effective>): Effective {
  return {
    starts: true,
    conditional: [],
    effort: 'default',
    permissionMode: null,
    preloaded: [],
    reason: parts.tools?.length === 0 ? 'It starts without any tool' : null,
    ...parts,
  };
}

/** Why a tool does not start the agent of a file, by the issues that say so: it is not loaded, or fails when it is used. */
export function refusalOf({ loads, fields, issues }: LoadResult): string | undefined {
  // Tools start an agent whose list gives it no tool, but where they say so themselves.
  const cause = issues.find(({ code, effect }) =>
    loads ? effect === 'fails' && code !== 'tools.none' : effect === 'rejected' || effect === 'crashes',
  );
  if (cause) return cause.problem;
  if (loads) return undefined;
  return fields.disable === true ? 'It is disabled' : 'The file is not an agent';
}

/** Tools in alphabetical order, each once. */
export function sortedTools(tools: readonly string[]): string[] {
  return [...new Set(tools)].sort((a, b) => (a < b ? -1 : 1));
}
