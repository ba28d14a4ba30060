import { AgentDocument } from '../../../../server/src/language/document/agentDocument.ts';
import type { LoadResult } from '../../../../server/src/language/loading/loader.ts';
import { claudeCodeCommand } from '../../../../server/src/language/tools/claudeCode/loader/command.ts';
import {
  denies,
  grants,
  permissionRule,
} from '../../../../server/src/language/tools/claudeCode/loader/permissionRules.ts';
import { claudeCodeSkill } from '../../../../server/src/language/tools/claudeCode/loader/skillFile.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

interface Menu {
  /** Recorded for skills only; a command is shown by the name that it is called by. */
  readonly name?: string;
  readonly description: string;
  readonly argumentHint: string;
}

/** What came of a call: by the user, who typed `/name alpha beta`, or by the model. */
interface Called {
  readonly prompt?: string | null;
  readonly answer?: string;
  readonly result?: string;
  /** `session`: that of the session. */
  readonly model?: string | null;
  readonly effort?: string | null;
  readonly forked?: { readonly prompt: string };
  /** Calls such as `Bash(probe x)`, and whether each runs, asks, or is denied. */
  readonly permissions?: Readonly<Record<string, string>>;
}

interface SkillCase extends RecordedCase {
  readonly called: string;
  readonly args?: string;
  readonly loads: boolean;
  readonly model_invocable: boolean;
  readonly user_invocable: boolean;
  readonly menu?: Menu;
  readonly listing?: string;
  readonly by_user: Called;
  readonly by_model: Called;
}

/** What the recorded session had without the file. */
const session = { model: 'opus', effort: 'medium' } as const;
const models: Readonly<Record<string, string>> = {
  'claude-sonnet-5-5': 'sonnet',
  'claude-haiku-5-5': 'haiku',
  'claude-fable-5-2': 'fable',
};
const same: Readonly<Record<string, string>> = { inherit: 'opus', best: 'opus', 'sonnet[1m]': 'sonnet' };

/** The output of the commands that the recorded cases run; no other may be run. */
const outputs: Readonly<Record<string, string>> = {
  'echo one': 'one',
  'echo two': 'two',
  'echo one\necho two': 'one\ntwo',
  'probe one': '(Bash completed with no output)',
};

for (const [what, loader] of [
  ['skills', claudeCodeSkill],
  ['commands', (one: SkillCase) => (one.path.endsWith('/SKILL.md') ? claudeCodeSkill : claudeCodeCommand)],
] as const)
  conforms<SkillCase>({
    title: `Claude Code 2.1.332: ${what}`,
    cases: recordedCases<SkillCase>(`claudeCode/${what}`),
    loader,
    exceptions:
      what === 'skills'
        ? {
            's-mismatch2': 'the recording called it by its label, and looked for that in the listing',
            's-agents-dir': 'the dialect decides which folders are read',
            's-github-dir': 'the dialect decides which folders are read',
            's-plain-dir': 'the dialect decides which folders are read',
          }
        : {
            'c-name2': 'the recording called it by its label, which a command does not have',
            'c-mdx': 'the dialect decides which files are read',
            'c-txt': 'the dialect decides which files are read',
            'skills-dir-cmd': 'the dialect decides which folders are read',
          },
    compare: (recorded, ours) => ({
      loads: [recorded.loads, ours.loads],
      modelInvocable: [recorded.model_invocable, ours.invocation?.modelInvocable],
      userInvocable: [recorded.user_invocable, ours.invocation?.userInvocable],
      menu: [recorded.menu ? menuOf(recorded, recorded.menu) : null, ours.invocation?.menu],
      listing: [recorded.listing ?? null, ours.invocation?.listing],
      ...(recorded.loads && effects(recorded, ours)),
    }),
  });

function menuOf({ called }: SkillCase, menu: Menu): Menu {
  return { name: called, ...menu, description: menu.description.replace(/ \(project\)$/, '') };
}

function effects(recorded: SkillCase, ours: LoadResult): Record<string, readonly [unknown, unknown]> {
  const { by_user, by_model, args = 'alpha beta' } = recorded;
  const prompt = by_user.prompt?.startsWith('/')
    ? by_model.prompt
    : (by_user.prompt ?? by_model.prompt ?? by_model.forked?.prompt);
  const { effort = session.effort } = ours.fields;
  const theirModel = by_user.model === 'session' ? session.model : (models[by_user.model!] ?? by_user.model);
  return {
    ...(prompt && { prompt: [prompt, promptOf(recorded, ours, args)] }),
    ...(by_user.prompt &&
      !by_user.prompt.startsWith('/') && {
        model: [theirModel, same[ours.model ?? 'inherit']?.toLowerCase() ?? ours.model?.toLowerCase()],
        effort: [
          by_user.effort === 'session' ? session.effort : by_user.effort,
          // The model of some cases knows no effort, and one that no provider has, another.
          by_user.effort === null || theirModel === 'default' ? by_user.effort : effort,
        ],
        'effort is a number': [
          by_user.effort === null && !theirModel?.includes('4-5'),
          typeof effort === 'number',
        ],
      }),
    ...(by_user.permissions && {
      permissions: [verdicts(by_user.permissions), permissionsOf(by_user.permissions, ours)],
    }),
  };
}

/** The prompt as sent, with the output that the commands had. */
function promptOf({ path, input, called }: SkillCase, ours: LoadResult, args: string): string {
  const loader = path.endsWith('/SKILL.md') ? claudeCodeSkill : claudeCodeCommand;
  const { text, commands } = loader.expand!(
    { document: AgentDocument.of(input, `file:///${path}`), path: `<project>/${path}` },
    ours,
    { arguments: args, variables: { CLAUDE_EFFORT: session.effort } },
  )!;
  let sent = '';
  let from = 0;
  for (const { command, range } of commands) {
    sent += text.slice(from, range.start) + (outputs[command] ?? `<no output of ${command} in ${called}>`);
    from = range.end;
  }
  return sent + text.slice(from);
}

type Verdict = 'runs' | 'asks' | 'denied';

function verdicts(permissions: Readonly<Record<string, string>>): Record<string, Verdict> {
  return Object.fromEntries(
    Object.entries(permissions).map(([call, said]) => [
      call,
      said === 'runs' || said === 'asks' ? said : 'denied',
    ]),
  );
}

function permissionsOf(
  permissions: Readonly<Record<string, string>>,
  { fields }: LoadResult,
): Record<string, Verdict> {
  const callOf = (call: string) => {
    const [, tool = '', subject = ''] = /^(\w+)\((.*)\)$/.exec(call) ?? [];
    return { tool, subject };
  };
  const rulesOf = (key: string) => ((fields[key] ?? []) as readonly string[]).map(permissionRule);
  return Object.fromEntries(
    Object.keys(permissions).map(call => [
      call,
      rulesOf('disallowed-tools').some(rule => denies(rule, callOf(call)))
        ? 'denied'
        : rulesOf('allowed-tools').some(rule => grants(rule, callOf(call)))
          ? 'runs'
          : 'asks',
    ]),
  );
}
