import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Loader, LoadResult } from '../../../server/src/language/loading/loader.ts';
import { clineAgent } from '../../../server/src/language/tools/cline/loader/cline.ts';
import { codexAgent } from '../../../server/src/language/tools/codex/loader/codex.ts';
import { continueAgent } from '../../../server/src/language/tools/continue/agent.ts';
import { copilotCliAgent } from '../../../server/src/language/tools/copilot/cli/copilotCli.ts';
import { geminiAgent } from '../../../server/src/language/tools/geminiCli/loader/gemini.ts';
import { kimiAgent } from '../../../server/src/language/tools/kimi/loader/kimi.ts';
import { qoderAgent } from '../../../server/src/language/tools/qoder/loader/qoder.ts';
import { qwenAgent } from '../../../server/src/language/tools/qwenCode/loader/qwen.ts';
import { load } from '../../support/conformance.ts';

const folder = '../shared/samples';

/** Whether the tool loads the five samples, in their order: `yes`, `no`, or `warns` if it loads one with warnings. */
const rows: readonly [loader: Loader, folder: string, extension: string, ...recorded: string[]][] = [
  [copilotCliAgent, '.github/agents', 'md', 'warns', 'yes', 'no', 'yes', 'warns'],
  [geminiAgent, '.gemini/agents', 'md', 'no', 'yes', 'no', 'no', 'no'],
  [qwenAgent, '.qwen/agents', 'md', 'yes', 'yes', 'yes', 'yes', 'yes'],
  [qoderAgent, '.qoder/agents', 'md', 'yes', 'yes', 'yes', 'yes', 'yes'],
  [kimiAgent, '.kimi-code/agents', 'md', 'yes', 'yes', 'no', 'yes', 'yes'],
  [clineAgent, '.cline/agents', 'yaml', 'yes', 'yes', 'no', 'yes', 'yes'],
  [continueAgent.loader, '.continue/agents', 'md', 'yes', 'yes', 'no', 'yes', 'yes'],
  [codexAgent, '.codex/agents', 'md', 'no', 'no', 'no', 'no', 'no'],
];

for (const [loader, place, extension, ...recorded] of rows) {
  test(`${loader.tool} loads the samples as recorded`, { skip: !existsSync(folder) }, () => {
    const results = readdirSync(folder)
      .sort()
      .map(file =>
        load(loader, readFileSync(`${folder}/${file}`, 'utf8'), `${place}/${file.replace(/md$/, extension)}`),
      );
    assert.deepEqual(
      results.map(result => verdict(loader, result)),
      recorded,
    );
  });
}

test('rejects one sample for its colon', { skip: !existsSync(folder) }, () => {
  const file = readdirSync(folder).find(name => name.startsWith('002'))!;
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  for (const loader of [copilotCliAgent, geminiAgent, kimiAgent, clineAgent, continueAgent.loader]) {
    const refusals = load(loader, text, 'agents/x.md').issues.filter(issue => issue.effect === 'rejected');
    assert.deepEqual(
      refusals.map(({ code, field }) => [code, field]),
      [['yaml.invalid', 'description']],
    );
    assert.match(text.slice(refusals[0]!.range.start, refusals[0]!.range.end), /Context:$/);
  }
});

/** Copilot CLI warns about unknown keys; the others ignore them silently. */
function verdict(loader: Loader, { loads, issues }: LoadResult): string {
  if (!loads) return 'no';
  return loader === copilotCliAgent && issues.some(issue => issue.code === 'key.unknown') ? 'warns' : 'yes';
}

test('Gemini CLI reports why it rejects the samples', { skip: !existsSync(folder) }, () => {
  const said = readdirSync(folder)
    .sort()
    .map(file => {
      const text = readFileSync(`${folder}/${file}`, 'utf8');
      const { issues } = load(geminiAgent, text, `.gemini/agents/${file}`);
      return issues
        .filter(issue => issue.effect === 'rejected')
        .map(issue => text.slice(issue.range.start, issue.range.end));
    });
  assert.deepEqual(
    [said[0], said[1], said[3], said[4]],
    [
      ['type', 'color', 'category', 'version', 'author', 'created_at', 'updated_at', 'tags'],
      [],
      ['Read, Edit, Bash, Grep, Glob'],
      ['version', 'maturity', 'specialization', 'color'],
    ],
  );
});

test('Qwen Code reads five tools from the sample with commas', { skip: !existsSync(folder) }, () => {
  const file = readdirSync(folder).find(name => name.startsWith('003'))!;
  const { tools } = load(qwenAgent, readFileSync(`${folder}/${file}`, 'utf8'), `.qwen/agents/${file}`);
  assert.deepEqual(tools, ['Read', 'Edit', 'Bash', 'Grep', 'Glob']);
});
