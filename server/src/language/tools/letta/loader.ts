import type { Consequence, DocumentedFormat, Loaded } from '../../loading/documented/format.ts';
import { ignoredLimits } from '../../loading/documented/ignoredLimits.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import type { LoadResult } from '../../loading/loader.ts';
import { commaSeparated } from '../../loading/values.ts';
import { lettaBuiltIns } from './builtIns.ts';
import { readLetta } from './frontMatter.ts';

const refused: Consequence = {
  effect: 'rejected',
  consequence: 'Letta Code does not load the agent',
};
const limits = { allow: 'tools' };

/** Agents of Letta Code, whose front matter is read line by line and only looks like YAML. */
export const lettaFormat: DocumentedFormat = {
  tool: 'Letta Code',
  version: '0.32.18',
  evidence: 'measured',
  what: 'agent',
  frontMatter: 'required',
  namedBy: 'name',
  limits,
  place: {
    folder: '.letta/agents',
    reads: file => !file.includes('/') && file.endsWith('.md'),
    what: 'only files whose names end in `.md`, directly in `agents`',
  },
  read: readLetta,
  errors: {
    name: {
      missing: refused,
      empty: refused,
      type: refused,
      form: {
        effect: 'rejected',
        consequence: 'Letta Code does not load the agent; it reads quotes as part of the name',
      },
    },
    description: refused,
    fork: { effect: 'ignored', consequence: 'Letta Code reads anything but `true` as `false`' },
    launchProfile: { effect: 'ignored', consequence: 'Letta Code reads any other value as `default`' },
  },
  invalid: { effect: 'ignored', consequence: 'Letta Code does not read a list here' },
  unknownKeys: 'ignored',
  keyFact: ignoredLimits('Letta Code', limits),
  keys: {
    background: {
      code: 'key.ignored',
      effect: 'ignored',
      consequence: 'Letta Code does not read it since 0.32',
      advice: 'Remove it',
    },
  },
  toolLists: [
    {
      key: 'tools',
      tools: [{ value: 'all', description: 'All tools.' }],
      names: 'open',
      wrong: { effect: 'noted', consequence: 'Letta Code skips names that it does not know' },
      empty: {
        meaning: 'all',
        effect: 'noted',
        consequence: 'Letta Code does not restrict an agent without tool names: it has every tool',
      },
    },
  ],
  conditions: reportOverlay,
  result: loaded => {
    const { data } = loaded;
    const base = isOverlay(loaded) ? lettaBuiltIns[data.name as string] : undefined;
    const has = (key: string): boolean => !base || Object.hasOwn(data, key);
    return {
      description: textOf(data.description) || (base?.description ?? null),
      model: has('model') ? textOf(data.model) || 'inherit' : base!.model,
      tools: has('tools') ? toolsIn(data.tools) : base!.tools,
      fields: fieldsOf(data, base),
    } satisfies Partial<LoadResult>;
  },
};

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function toolsIn(value: unknown): readonly string[] | null {
  const names = commaSeparated(textOf(value));
  return names.length === 0 || textOf(value).trim().toLowerCase() === 'all' ? null : names;
}

/** The other fields as Letta Code settles them. */
function fieldsOf(
  data: Readonly<Record<string, unknown>>,
  base: (typeof lettaBuiltIns)[string] | undefined,
): Readonly<Record<string, unknown>> {
  const profile = Object.hasOwn(data, 'launchProfile') || !base ? data.launchProfile : base.launchProfile;
  return {
    ...data,
    skills: commaSeparated(textOf(data.skills)),
    fork: (Object.hasOwn(data, 'fork') || !base ? data.fork : base.fork) === true,
    launchProfile: profile === 'memory-subagent' ? profile : 'default',
  };
}

/** Whether a file has no prompt, and only changes an agent. */
function isOverlay({ document, body }: Loaded): boolean {
  return document.slice(body).trim() === '';
}

function reportOverlay(loaded: Loaded, issues: IssueCollector): void {
  const { document, data } = loaded;
  if (!isOverlay(loaded) || typeof data.name !== 'string' || Object.hasOwn(lettaBuiltIns, data.name)) return;
  issues.add('body.empty', 'rejected', document.frontMatter.close ?? document.frontMatter.open, {
    problem: 'Prompt is empty',
    consequence:
      'Letta Code does not load the agent: a file without a prompt only changes a built-in agent, or one of the user, of its name',
    advice: 'Write a prompt',
  });
}
