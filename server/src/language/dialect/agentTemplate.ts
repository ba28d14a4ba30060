/**
 * A new agent as a snippet: its name, what it is for, and the beginning of its prompt. `keys` are further lines of the
 * front matter, whose placeholders are counted from 3.
 */
export function agentTemplate(...keys: readonly string[]): string {
  return [
    '---',
    'name: ${1:${TM_FILENAME_BASE:my-agent}}',
    'description: ${2:What it does, and when to use it.}',
    ...keys,
    '---',
    '',
    '${0:You are}',
    '',
  ].join('\n');
}
