import { AgentDocument } from '../../../../server/src/language/document/agentDocument.ts';
import type {
  Environment,
  KnownServer,
  KnownSkill,
} from '../../../../server/src/language/loading/effective.ts';
import type { LoadResult } from '../../../../server/src/language/loading/loader.ts';
import { claudeCodeProjectAgent } from '../../../../server/src/language/tools/claudeCode/loader/subagent.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

/** An agent as it was started: what its first request had. */
interface StartedCase extends RecordedCase {
  readonly role: Environment['role'];
  readonly trusted?: boolean;
  /** The model of the conversation, where it is not the usual one of the recording. */
  readonly session?: string;
  readonly starts: boolean;
  readonly model?: string;
  readonly tools?: readonly string[];
  readonly deferred?: readonly string[];
  readonly effort?: string | null;
  readonly preloaded?: readonly string[];
  readonly body?: string;
}

const cases = recordedCases<StartedCase>('claudeCode/started');

const server = (name: string, tools: readonly string[], canBeNamed = false): KnownServer => ({
  name,
  tools,
  canBeNamed,
});
const always = [
  server('Tracker', ['list_items', 'list_users', 'drop']),
  server('Git Hub.x', ['open']),
  server('plugin_kit_own', ['ping']),
];
const skill = (name: string, aliases: readonly string[] = [], withheld = false): KnownSkill => ({
  name,
  aliases,
  withheld,
});
const skills = [
  skill('k1'),
  skill('k2'),
  skill('k3', [], true),
  skill('k4', ['Pretty']),
  skill('k5', [], true),
  skill('u1'),
  skill('c1'),
  skill('p1', ['kit:p1']),
  skill('pc', ['kit:pc']),
];
const usualSession = { main: 'claude-opus-5-5', subagent: 'claude-sonnet-5-5' } as const;

function environmentOf({ role, trusted, session }: StartedCase): Environment {
  return {
    role,
    model: session ?? usualSession[role],
    servers: trusted ? [...always, server('Files', ['open'], true)] : always,
    skills,
    isTrusted: trusted === true,
  };
}

/** The efforts that the models have by themselves. */
const usualEffort: Readonly<Record<string, string | null>> = {
  'claude-opus-4-5': 'high',
  'gpt-5': 'high',
};

/** `mcp__server` where its tools are not known stands for those that were recorded. */
function expanded(tools: readonly string[], recorded: readonly string[]): string[] {
  return tools.flatMap(tool => {
    const own = recorded.filter(name => name.startsWith(`${tool}__`));
    return tool.startsWith('mcp__') && own.length > 0 ? own : [tool];
  });
}

/** The tools of a session in the recording, which `null` stands for. */
function sessionTools({ role, session, input }: StartedCase, { servers }: Environment): string[] {
  return [
    ...builtIn,
    ...(role === 'main' ? ['ScheduleWakeup', 'Workflow'] : []),
    ...(session === 'claude-sonnet-4-5' ? ['TaskCreate', 'TaskGet', 'TaskList', 'TaskUpdate'] : []),
    ...(role === 'subagent' && /^permissionMode: plan$/m.test(input) ? ['ExitPlanMode'] : []),
    ...servers!.flatMap(({ name, tools }) =>
      tools!.map(tool => `mcp__${name.replaceAll(/[ .]/g, '_')}__${tool}`),
    ),
  ];
}

const builtIn =
  'Agent Bash CronCreate CronDelete CronList Edit EnterWorktree ExitWorktree ListAgents Monitor NotebookEdit Read ReportFindings SendMessage Skill TaskStop WebFetch WebSearch Write'.split(
    ' ',
  );

/** The server that the agents of the recording bring has one tool, `zap`. */
function isOfOwnServer(tool: string, { fields }: LoadResult): boolean {
  return fields.mcpServers !== undefined && tool.endsWith('__zap');
}

conforms<StartedCase>({
  title: 'Claude Code 2.1.329, recorded 2026-11-29: started agents',
  cases,
  loader: claudeCodeProjectAgent,
  exceptions: {
    'tools-43':
      '`ToolSearch` alone is refused only because the recording turned tool search off: as shipped it starts (ts-02)',
    'skills-21': 'the recording sees only texts with its own marks; by its log `code-review` was preloaded',
  },
  compare: (recorded, load) => {
    const { input, path } = recorded;
    const document = AgentDocument.of(input, `file:///project/${path}`);
    const environment = environmentOf(recorded);
    const ours = claudeCodeProjectAgent.effective!({ document, path }, load, environment);
    if (!recorded.starts) return { starts: [false, ours.starts], reason: [true, ours.reason !== null] };
    const theirs = [...new Set([...recorded.tools!, ...(recorded.deferred ?? [])])].sort();
    const all = [...sessionTools(recorded, environment), ...theirs.filter(name => isOfOwnServer(name, load))];
    return {
      starts: [true, ours.starts],
      model: [recorded.model, ours.model],
      tools: [theirs, (ours.tools === null ? [...new Set(all)] : expanded(ours.tools, theirs)).sort()],
      effort: [
        recorded.effort,
        ours.effort === 'default' ? (usualEffort[ours.model!] ?? 'medium') : ours.effort,
      ],
      ...(recorded.body !== undefined && {
        body: [recorded.body, document.slice(load.body!).trim()],
      }),
      preloaded: [[...recorded.preloaded!].sort(), [...ours.preloaded].sort()],
    };
  },
});
