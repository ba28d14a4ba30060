import type { PluginRejection } from '../dialect/plugins.ts';
import type { AgentDocument } from '../document/agentDocument.ts';
import type { Issue } from './issue.ts';
import { type LoadResult, nothingLoaded } from './loader.ts';

/** The result for a file of a plugin of which its tool loads nothing. What is wrong with the file itself stays. */
export function withRejection(
  load: LoadResult,
  document: AgentDocument,
  { file, problem, tool }: PluginRejection,
): LoadResult {
  if (load.ignored) return load;
  const name = file.slice(file.lastIndexOf('/') + 1);
  const issue: Issue<'plugin.rejected'> = {
    code: 'plugin.rejected',
    effect: 'rejected',
    range: document.frontMatter.open,
    problem: `Not loaded: its \`${name}\` is rejected`,
    consequence: `${tool} loads no part of the plugin: ${problem}`,
    advice: 'Fix it there',
  };
  return {
    ...nothingLoaded,
    ...(load.invocation && {
      invocation: { menu: null, modelInvocable: false, userInvocable: false, listing: null },
    }),
    issues: [issue, ...load.issues],
  };
}
