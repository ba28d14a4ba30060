import { PythonDict, type PythonValue, pythonText } from '../../../loading/yaml/python/values.ts';
import { type AgentFile, refusal } from './agentFile.ts';

/** The events of OpenHands, of which each can also be written in Pascal case: `PreToolUse`. */
export const hookEvents = [
  'pre_tool_use',
  'post_tool_use',
  'user_prompt_submit',
  'session_start',
  'session_end',
  'stop',
];

/** Reports hooks for which OpenHands refuses the file, or which it does not read. */
export function reportHooks({ data, places, issues }: AgentFile): void {
  const value = data.hooks;
  if (value === undefined || value === null) return;
  if (!(value instanceof PythonDict)) {
    issues.add(
      'hooks.invalid',
      'ignored',
      places.value(['hooks']),
      { problem: '`hooks` must be a mapping', consequence: 'OpenHands ignores it: no hook runs' },
      { field: 'hooks', data: { expected: ['mapping'] } },
    );
    return;
  }
  const wrapped = value.get('hooks');
  const path = wrapped === undefined ? ['hooks'] : ['hooks', 'hooks'];
  const events = wrapped === undefined ? value : wrapped;
  const reject = (at: readonly (string | number)[], problem: string) =>
    issues.add(
      'hooks.invalid',
      'rejected',
      places.value([...path, ...at]),
      { problem, consequence: refusal },
      {
        field: 'hooks',
      },
    );
  if (!(events instanceof PythonDict)) {
    reject([], '`hooks` must be a mapping');
    return;
  }
  const seen = new Set<string>();
  for (const [key, matchers] of events.items()) {
    const written = pythonText(key);
    const event = snakeCase(written);
    if (!hookEvents.includes(event))
      issues.add(
        'hooks.event',
        'rejected',
        places.key([...path, written]),
        { problem: `Unknown hook event \`${written.slice(0, 40)}\``, consequence: refusal },
        { field: 'hooks', subject: written },
      );
    else if (seen.has(event)) reject([written], `Hook event \`${written}\` occurs twice`);
    else if (!Array.isArray(matchers)) reject([written], `\`${written}\` must be a list`);
    else
      matchers.forEach((matcher, at) => {
        const problem = matcherProblem(matcher);
        if (problem) reject([written, at], problem);
      });
    seen.add(event);
  }
}

function snakeCase(name: string): string {
  return name.replace(/(?<!^)(?=[A-Z])/g, '_').toLowerCase();
}

function matcherProblem(matcher: PythonValue): string | undefined {
  if (!(matcher instanceof PythonDict)) return 'Hook matcher must be a mapping';
  const pattern = matcher.get('matcher');
  if (pattern !== undefined && typeof pattern !== 'string') return '`matcher` must be a string';
  const hooks = matcher.get('hooks');
  if (hooks === undefined) return undefined;
  if (!Array.isArray(hooks)) return '`hooks` of a matcher must be a list';
  return hooks.map(hookProblem).find(problem => problem !== undefined);
}

function hookProblem(hook: PythonValue): string | undefined {
  if (!(hook instanceof PythonDict)) return 'Hook must be a mapping';
  const type = hook.get('type') ?? 'command';
  const command = hook.get('command') ?? '';
  if (typeof command !== 'string') return '`command` of a hook must be a string';
  const prompt = hook.get('prompt');
  switch (type) {
    case 'command':
      return command === '' ? 'Hook has no `command`' : undefined;
    case 'prompt':
      if (typeof prompt !== 'string' || prompt === '') return 'Hook of type `prompt` has no `prompt`';
      return command === '' ? undefined : 'Hook of type `prompt` has a `command`';
    case 'agent':
      return command === '' ? undefined : 'Hook of type `agent` has a `command`';
    default:
      return 'Hook has an unknown `type`';
  }
}
