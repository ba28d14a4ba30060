import type { Path } from '../../../document/agentDocument.ts';
import { isMapping, type Mismatch, type ValueKind } from '../../../loading/shape.ts';
import { copilotHookEventTerms } from '../hooks.ts';

/** The hook events of an agent, with the names of Claude Code for those that have an equivalent. */
const copilotHookEvents = copilotHookEventTerms.flatMap(({ value, aliases = [] }) => [value, ...aliases]);
const known = new Set(copilotHookEvents);
const authorizing = /^(?:preToolUse|preMcpToolCall|permissionRequest)$/i;

/** The mismatches of the `hooks` of an agent. Any of them refuses the file. */
export function hooksMismatches(value: unknown, path: Path): Mismatch[] {
  if (!isMapping(value)) return [wrong(path, 'a mapping of events to lists of hooks', 'mapping', value)];
  return Object.entries(value).flatMap(([event, hooks]) => {
    const at = [...path, event];
    const unknown: Mismatch[] = known.has(event)
      ? []
      : [
          {
            path: at,
            problem: 'unknownKey',
            expected: 'hook event',
            choices: copilotHookEvents,
          },
        ];
    if (!Array.isArray(hooks)) return [...unknown, wrong(at, 'a list of hooks', 'list', hooks)];
    return [...unknown, ...hooks.flatMap((hook, index) => hookMismatches(hook, [...at, index], event))];
  });
}

function hookMismatches(hook: unknown, path: Path, event: string): Mismatch[] {
  if (!isMapping(hook)) return [wrong(path, 'a mapping with a command', 'mapping', hook)];
  const matcher = matcherMismatches(hook, path);
  // The form of Claude Code, with the hooks of one matcher in a separate list.
  if (Array.isArray(hook.hooks))
    return [
      ...matcher,
      ...hook.hooks.flatMap((each, index) => hookMismatches(each, [...path, 'hooks', index], event)),
    ];
  const common = [
    ...matcher,
    ...strings(hook, path, ['cwd']),
    ...env(hook, path, 'env'),
    ...timeouts(hook, path),
  ];
  switch ('type' in hook ? hook.type : 'command') {
    case 'command':
      return [...common, ...commandMismatches(hook, path)];
    case 'http':
      return [...common, ...httpMismatches(hook, path, event)];
    case 'prompt':
      if (/^sessionStart$/i.test(event))
        return typeof hook.prompt === 'string' && hook.prompt !== ''
          ? common
          : [...common, { path: [...path, 'prompt'], problem: 'missing', expected: 'a prompt' }];
  }
  const choices = /^sessionStart$/i.test(event) ? ['command', 'http', 'prompt'] : ['command', 'http'];
  return [{ path: [...path, 'type'], problem: 'choice', expected: 'a hook type', choices }];
}

function commandMismatches(hook: Record<string, unknown>, path: Path): Mismatch[] {
  const found = strings(hook, path, ['bash', 'powershell', 'command', 'exec']);
  if (found.length > 0) return found;
  const shell = ['bash', 'powershell', 'command'].some(key => key in hook);
  // The keys of other systems count as a shell too.
  const other = ['linux', 'osx', 'windows'].some(key => key in hook);
  if ('exec' in hook === (shell || other))
    return [{ path, problem: 'missing', expected: 'either `exec` or a shell command' }];
  const { args } = hook;
  if (args === undefined) return [];
  if (!Array.isArray(args)) return [wrong([...path, 'args'], 'a list', 'list', args)];
  return args.flatMap((arg, index) =>
    typeof arg === 'string' ? [] : [wrong([...path, 'args', index], 'a string', 'string', arg)],
  );
}

function httpMismatches(hook: Record<string, unknown>, path: Path, event: string): Mismatch[] {
  const found = env(hook, path, 'headers');
  const at = [...path, 'url'];
  if (typeof hook.url !== 'string') found.push({ path: at, problem: 'missing', expected: 'a URL' });
  else if (!/^https?:/i.test(hook.url))
    found.push({
      path: at,
      problem: 'form',
      expected: 'an `https://` or `http://` URL',
    });
  else if (authorizing.test(event) && !/^https:/i.test(hook.url))
    found.push({
      path: at,
      problem: 'form',
      expected: 'an `https://` URL, since the hook decides on permissions',
    });
  if ('allowedEnvVars' in hook && !Array.isArray(hook.allowedEnvVars))
    found.push(wrong([...path, 'allowedEnvVars'], 'a list', 'list', hook.allowedEnvVars));
  return found;
}

function matcherMismatches(hook: Record<string, unknown>, path: Path): Mismatch[] {
  if (!('matcher' in hook)) return [];
  const at = [...path, 'matcher'];
  if (typeof hook.matcher !== 'string') return [wrong(at, 'a string', 'string', hook.matcher)];
  return isRegExp(hook.matcher) ? [] : [{ path: at, problem: 'form', expected: 'a regular expression' }];
}

function isRegExp(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

function timeouts(hook: Record<string, unknown>, path: Path): Mismatch[] {
  return ['timeoutSec', 'timeout'].flatMap(key => {
    if (!(key in hook)) return [];
    const value = hook[key];
    if (typeof value !== 'number') return [wrong([...path, key], 'a number of seconds', 'number', value)];
    return value > 0
      ? []
      : [{ path: [...path, key], problem: 'range', expected: 'a positive number' } satisfies Mismatch];
  });
}

function strings(hook: Record<string, unknown>, path: Path, keys: readonly string[]): Mismatch[] {
  return keys.flatMap(key =>
    key in hook && typeof hook[key] !== 'string'
      ? [wrong([...path, key], 'a string', 'string', hook[key])]
      : [],
  );
}

function env(hook: Record<string, unknown>, path: Path, key: string): Mismatch[] {
  if (!(key in hook)) return [];
  const value = hook[key];
  if (!isMapping(value)) return [wrong([...path, key], 'a mapping', 'mapping', value)];
  return Object.entries(value).flatMap(([name, each]) =>
    typeof each === 'string' ? [] : [wrong([...path, key, name], 'a string', 'string', each)],
  );
}

function wrong(path: Path, expected: string, kind: ValueKind, value: unknown): Mismatch {
  return { path, problem: value === null ? 'null' : 'type', expected, accepts: [kind] };
}
