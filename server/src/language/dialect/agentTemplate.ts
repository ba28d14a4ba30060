/**
 * Returns a snippet for a new agent: its name, its description, and the start of its prompt. `keys` are further lines of
 * the front matter, whose placeholders start at 3.
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
