import type { Consequence, DocumentedFormat, Loaded, ToolList } from '../../loading/documented/format.ts';
import { ignoredLimits } from '../../loading/documented/ignoredLimits.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import { shorten } from '../../loading/values.ts';
import { readCodeBuddy } from './frontMatter.ts';
import { codeBuddyNames, deferred, deniedNames, grantedTools, mcpToolName } from './toolNames.ts';
import { builtInTools, codeBuddyDenied, codeBuddyTools } from './vocabulary.ts';

const refused: Consequence = {
  effect: 'rejected',
  consequence: 'CodeBuddy Code does not load the agent and says so at most in its log',
};
const ignored: Consequence = { effect: 'ignored', consequence: 'CodeBuddy Code ignores it' };
const limits = { allow: 'tools', deny: 'disallowedTools', mode: 'permissionMode', turns: 'maxTurns' };
const names = {
  product: 'claude',
  names: 'closed',
  anyCase: true,
  mcp: { pattern: mcpToolName, write: (server, tool) => `mcp__${server}__${tool ?? '*'}` },
} as const satisfies Partial<ToolList>;

/** Agents of CodeBuddy Code, as its CLI reads and starts them. */
export const codeBuddyFormat: DocumentedFormat = {
  tool: 'CodeBuddy Code',
  version: '2.163.0',
  evidence: 'measured',
  what: 'agent',
  frontMatter: 'optional',
  readsNotes: true,
  namedBy: 'nameOrFile',
  limits,
  place: {
    folder: '.codebuddy/agents',
    reads: file => file.endsWith('.md'),
    what: 'only files whose names end in `.md`, in `agents` and below',
  },
  read: readCodeBuddy,
  errors: {
    name: refused,
    description: refused,
    model: refused,
    tools: refused,
    disallowedTools: refused,
    skills: refused,
  },
  invalid: ignored,
  unknownKeys: 'ignored',
  keyFact: ignoredLimits('CodeBuddy Code', limits),
  toolLists: [
    {
      key: 'tools',
      tools: codeBuddyTools,
      ...names,
      accepts: deferred,
      absent: { Task: 'Agent' },
      wrong: { effect: 'ignored', consequence: 'CodeBuddy Code skips such names' },
      specifier: {
        effect: 'ignored',
        consequence:
          'CodeBuddy Code skips names with parentheses, unless these are `Defer(…)` or `NoDefer(…)`',
      },
      none: {
        effect: 'fails',
        consequence:
          'CodeBuddy Code finds no tool in the list: the agent does not start, or starts without tools',
        despiteMcp: true,
      },
      empty: {
        meaning: 'all',
        effect: 'unrestricted',
        consequence: 'CodeBuddy Code gives an agent with an empty list every tool',
      },
    },
    {
      key: 'disallowedTools',
      tools: codeBuddyDenied,
      ...names,
      accepts: /\(.+\)$/,
      wrong: { effect: 'ignored', consequence: 'CodeBuddy Code has no such tool to take away' },
    },
  ],
  conditions: (loaded, issues) => {
    reportHeader(loaded, issues);
    reportTemplate(loaded, issues);
  },
  result: ({ data, path }) => {
    const name = nameOf(data, path);
    const granted = grantedTools(data.tools, data.disallowedTools);
    const kept = Object.hasOwn(builtInTools, name)
      ? grantedTools(builtInTools[name], data.disallowedTools)
      : null;
    return {
      name,
      description: ((data.description as string | undefined) ?? name).trim(),
      model: (data.model as string | undefined)?.trim() || null,
      tools: granted ?? kept,
      disallowedTools:
        codeBuddyNames(data.disallowedTools).length > 0 ? deniedNames(data.disallowedTools) : null,
    };
  },
};

function nameOf(data: Readonly<Record<string, unknown>>, path: string): string {
  return (data.name as string | undefined) ?? path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
}

/** Reports a name that cannot be sent in an HTTP header, which every start needs. */
function reportHeader({ data, path, places }: Loaded, issues: IssueCollector): void {
  const found = /[^\t\x20-\x7e\x80-\xff]/u.exec(nameOf(data, path))?.[0];
  if (!found) return;
  issues.add(
    'name.invalid',
    'fails',
    places.value(['name']),
    {
      problem: `\`name\` contains \`${found}\`, which is not a Latin letter`,
      consequence: 'CodeBuddy Code sends the name in an HTTP header, where it is invalid: every start fails',
      advice: 'Use ASCII letters',
    },
    { field: 'name' },
  );
}

/** Reports the tags of a template in the prompt. */
function reportTemplate({ document, body }: Loaded, issues: IssueCollector): void {
  const found = [...document.slice(body).matchAll(/\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}/g)].slice(0, 20);
  for (const { 0: subject, index } of found) {
    const start = body.start + index;
    issues.add(
      'body.placeholder',
      'changed',
      { start, end: start + subject.length },
      {
        problem: `\`${shorten(subject)}\` is read as a template`,
        consequence: 'CodeBuddy Code does not send it as written',
        advice: 'Write `{{ "{{" }}` for two braces',
      },
      { subject },
    );
  }
}
