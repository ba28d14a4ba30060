// Generates files to measure, with the size and structure of real ones.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const sentence =
  'Check the change against the conventions of the project, and say what is missing and why it matters.';

/** An agent file of about `bytes` bytes. */
export function agentFile(name, bytes) {
  const examples =
    '<example>\\nContext: A change is ready.\\nuser: \\"Please look at it\\"\\nassistant: \\"I ask the reviewer.\\"\\n</example>';
  const head = [
    '---',
    `name: ${name}`,
    `description: "Use this agent when a change is ready for review. ${sentence}\\n\\n${examples}"`,
    'tools: Read, Grep, Glob, WebFetch, mcp__tracker__search',
    'model: sonnet',
    'color: green',
    'version: "1.2.0"',
    'tags: review,quality,conventions',
    '---',
  ];
  const body = [`# ${name}`, ''];
  let size = head.join('\n').length;
  for (let section = 1; size < bytes; section++) {
    const lines = [
      `## Section ${section}`,
      '',
      `- **Point**: ${sentence}`,
      `- ${sentence}`,
      '',
      '```ts',
      `const step = ${section};`,
      '```',
      '',
    ];
    body.push(...lines);
    size += lines.join('\n').length + 1;
  }
  return `${[...head, ...body].join('\n')}\n`;
}

/** A project of `count` agents in folders of fifty. Sizes are distributed as in public collections: half are below 5 kB. */
export function agentTree(folder, count) {
  for (let index = 0; index < count; index++) {
    const name = `agent-${String(index).padStart(4, '0')}`;
    const file = `${folder}/.claude/agents/group-${Math.floor(index / 50)}/${name}.md`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, agentFile(name, [1500, 3000, 4500, 6000, 9000, 15000][index % 6]));
  }
}
