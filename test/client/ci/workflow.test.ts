import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { workflowPath, workflowText } from '../../../client/src/ci/workflow.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

test('the workflow is read as YAML, and runs the action of this release with inputs that it has', () => {
  const { on, jobs } = parse(workflowText(version));
  assert.equal(on, 'pull_request');
  const [checkout, check] = jobs['agent-files'].steps;
  assert.equal(checkout.with['fetch-depth'], 0);
  assert.equal(check.uses, `agent-files/agent-files@v${version}`);
  assert.equal(check.with.base, 'origin/${{ github.base_ref }}');
  const action = parse(readFileSync('action.yml', 'utf8'));
  for (const input of Object.keys(check.with)) assert.ok(input in action.inputs, input);
});

test('the workflow lies where GitHub looks', () => {
  assert.match(workflowPath, /^\.github\/workflows\/[\w-]+\.yml$/);
});
