import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { LoadResult } from '../../../../server/src/language/loading/loader.ts';
import {
  claudeCodePluginAgent,
  claudeCodeProjectAgent,
} from '../../../../server/src/language/tools/claudeCode/loader/subagent.ts';
import { claudeTools } from '../../../../server/src/language/tools/claudeCode/tools.ts';
import { conforms, load, type RecordedCase, recordedCases } from '../../../support/conformance.ts';
import { sharedPath, sharedTest } from '../../../support/shared.ts';
import { defaultClaudeTools } from './defaultTools.ts';

interface Verdict {
  readonly loads: boolean;
  readonly name: string | null;
  readonly description: string | null;
  readonly model: string | null;
}

interface ClaudeCase extends RecordedCase {
  /** As a project agent. Its fields are `null` where the recording looked the agent up under another name. */
  readonly project: Verdict;
  /** As an agent of a plugin `plug`: the names that it had then, or what was found under the name in the file. */
  readonly plugin:
    | readonly string[]
    | { readonly loads: boolean | null; readonly description: string | null };
  /** The tools when it ran as the main thread. */
  readonly as_main?: { readonly tools: readonly string[] };
}

const { tool, version, recorded } = claudeCodeProjectAgent;
const title = `${tool} ${version}, recorded ${recorded}`;
const cases = recordedCases<ClaudeCase>('claudeCode/subagents');

/** What the environment of the recording could show of a tool set: no subagent gets some that a main thread has. */
const never = new Set(
  claudeTools.filter(({ availability }) => availability === 'never').map(({ value }) => value),
);
const shown = new Set([...defaultClaudeTools, 'Grep', 'Glob'].filter(name => !never.has(name)));

function recordedTools(names: readonly string[]): string[] {
  return names
    .map(name => (name === 'Task' ? 'Agent' : name))
    .filter(name => shown.has(name))
    .sort();
}

function ourTools({ tools, disallowedTools }: LoadResult): string[] {
  const granted = tools ?? defaultClaudeTools;
  return granted.filter(name => shown.has(name) && !disallowedTools?.includes(name)).sort();
}

function compareVerdict(verdict: Verdict, ours: LoadResult): Record<string, readonly [unknown, unknown]> {
  if (verdict.loads && verdict.name === null) return { loads: [true, ours.loads] };
  return {
    loads: [verdict.loads, ours.loads],
    name: [verdict.name, ours.name],
    description: [verdict.description, ours.description],
    model: [verdict.model, ours.model],
  };
}

for (const [where, loader] of [
  ['project', claudeCodeProjectAgent],
  ['user', claudeCodeProjectAgent],
] as const)
  conforms<ClaudeCase>({
    title: `${title}: ${where} agents`,
    cases,
    loader,
    compare: ({ project, as_main }, ours) => ({
      ...compareVerdict(project, ours),
      ...(as_main && { tools: [recordedTools(as_main.tools), ourTools(ours)] }),
    }),
  });

conforms<ClaudeCase>({
  title: `${title}: plugin agents`,
  cases: cases.map(recorded => ({ ...recorded, path: recorded.path.replace('.claude/', 'plug/') })),
  loader: claudeCodePluginAgent,
  compare: ({ plugin, input }, ours) => {
    const name = ours.loads ? [`plug:${ours.name}`] : [];
    if (Array.isArray(plugin)) return { names: [plugin, name] };
    const { loads, description } = plugin as { loads: boolean | null; description: string | null };
    if (loads === null) return {};
    const written = /^"?name"?[ \t]*:[ \t]*(\S+)[ \t]*$/m.exec(input)?.[1];
    return {
      'found by name': [loads, ours.loads && ours.name === written],
      ...(loads && { description: [description, ours.description] }),
    };
  },
});

sharedTest(`agrees with ${title}: the samples`, () => {
  const { cases } = JSON.parse(readFileSync(sharedPath('oracle/claude-code-2.1.329.json'), 'utf8')) as {
    cases: (Omit<ClaudeCase, 'path'> & { file?: string })[];
  };
  for (const { id, input, file, project, plugin, as_main } of cases.slice(0, 5)) {
    const ours = load(claudeCodeProjectAgent, input, `.claude/agents/${file}`);
    for (const [column, [theirs, value]] of Object.entries(compareVerdict(project, ours)))
      assert.deepEqual(value, theirs, `${id}: ${column}`);
    if (as_main) assert.deepEqual(ourTools(ours), recordedTools(as_main.tools), id);
    const inPlugin = load(claudeCodePluginAgent, input, `plug/agents/${file}`);
    assert.deepEqual([`plug:${inPlugin.name}`], plugin, id);
  }
});

sharedTest(`agrees with ${title}: real files`, () => {
  const { files } = JSON.parse(
    readFileSync(sharedPath('oracle/claude-code-2.1.329.corpus.json'), 'utf8'),
  ) as { files: Record<string, Verdict> };
  for (const [path, verdict] of Object.entries(files)) {
    const ours = load(
      claudeCodeProjectAgent,
      readFileSync(sharedPath(`corpus/${path}`), 'utf8'),
      `.claude/agents/${path.split('/').at(-1)}`,
    );
    for (const [column, [theirs, value]] of Object.entries(compareVerdict(verdict, ours)))
      assert.deepEqual(value, theirs, `${path}: ${column}`);
  }
});
