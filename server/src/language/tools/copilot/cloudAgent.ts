import { IssueCollector } from '../../loading/issue.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../loading/loader.ts';
import { problems } from '../../loading/problems.ts';
import { refused } from '../../loading/refused.ts';
import { notStarted, refusalOf, sortedTools, startedWith } from '../../loading/started.ts';
import { longestCloudPrompt } from './cli/issues.ts';
import { listedTools } from './cli/tools.ts';
import { copilotTools } from './tools.ts';

const tool = 'Copilot cloud agent';

/** The aliases that its documentation lists, and those among them that it does not support. */
const aliases = ['execute', 'read', 'edit', 'search', 'agent'];
const unsupported = ['web', 'todo'];

/**
 * A custom agent as the cloud agent on GitHub reads it: as documented, since nobody outside can run it. Keys and tools that
 * it does not know are ignored.
 */
export const copilotCloudAgent: Loader = {
  tool,
  version: 'documentation of 2026-11',
  recorded: '2026-11-21',
  evidence: 'documented',
  load({ document, path }) {
    const issues = new IssueCollector();
    const { open, body } = document.frontMatter;
    const [invalid] = document.yaml.errors;
    const value = (key: string): unknown => document.entry(key)?.value;
    const description = value('description');
    if (document.frontMatter.state !== 'closed')
      issues.add('frontMatter.missing', 'rejected', open, {
        problem: 'Front matter is missing',
        consequence: `${tool} requires \`description\``,
      });
    else if (invalid)
      issues.add('yaml.invalid', 'rejected', invalid.range, {
        problem: 'Front matter is not valid YAML',
        consequence: `${tool} requires \`description\``,
      });
    else if (typeof description !== 'string' || description.trim() === '')
      issues.add(
        'description.missing',
        'rejected',
        document.entry('description')?.range ?? open,
        {
          problem: problems.missingKey('description'),
          consequence: `${tool} requires it`,
        },
        { field: 'description' },
      );
    else if (body.end - body.start > longestCloudPrompt)
      issues.add('body.tooLong', 'rejected', body, {
        problem: `Prompt is longer than ${longestCloudPrompt.toLocaleString('en')} characters`,
        consequence: `${tool} does not accept more`,
      });
    if (issues.issues.length > 0) return refused(issues);
    const listed = listedTools(value('tools') ?? undefined);
    return {
      ...nothingLoaded,
      loads: true,
      name: nameOf(value('name'), path),
      description: description as string,
      tools: listed.includes('*') ? null : cloudTools(listed),
      fields: { description, tools: listed },
      issues: unsupportedIssues(listed, document.entry('tools')?.range ?? open),
      body,
    };
  },
  effective(_, load) {
    const refusal = refusalOf(load);
    if (refusal !== undefined) return notStarted(refusal);
    return startedWith({ tools: load.tools, model: load.model });
  },
};

/** The tools by their aliases; those of MCP servers as they are written. */
function cloudTools(listed: readonly string[]): string[] {
  return sortedTools(
    listed.flatMap(name => {
      const alias = aliasOf(name);
      if (alias !== undefined) return aliases.includes(alias) ? [alias] : [];
      return /^[\w-]+\/(?:\*|[\w.-]+)$/.test(name) ? [name] : [];
    }),
  );
}

/** The alias that a name stands for, in any case. */
function aliasOf(name: string): string | undefined {
  const folded = name.toLowerCase();
  return copilotTools.find(
    ({ value, aliases: others = [] }) =>
      [...aliases, ...unsupported].includes(value) &&
      [value, ...others].some(other => other.toLowerCase() === folded),
  )?.value;
}

function unsupportedIssues(
  listed: readonly string[],
  range: { start: number; end: number },
): LoadResult['issues'] {
  const issues = new IssueCollector();
  for (const name of listed.filter(each => unsupported.includes(aliasOf(each) ?? '')))
    issues.add(
      'tools.unavailable',
      'ignored',
      range,
      { problem: problems.unavailableTool(name), consequence: `${tool} does not have it` },
      { field: 'tools', subject: name },
    );
  return issues.issues;
}

function nameOf(name: unknown, path: string): string {
  if (typeof name === 'string' && name !== '') return name;
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.agent)?\.md$/, '');
}
