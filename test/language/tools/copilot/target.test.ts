import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withOwnFields } from '../../../../server/src/language/dialect/ownFields.ts';
import { AgentDocument } from '../../../../server/src/language/document/agentDocument.ts';
import { diagnose } from '../../../../server/src/language/features/diagnostics.ts';
import { fileStatus } from '../../../../server/src/language/features/fileStatus.ts';
import { takeSnapshot } from '../../../../server/src/language/snapshot.ts';
import { copilotAgent } from '../../../../server/src/language/tools/copilot/agent.ts';
import { checkDiagnostics, snapshotOf } from '../../../support/diagnostics.ts';

const path = '.github/agents/planner.agent.md';

test('an agent for VS Code is checked only against VS Code', () => {
  checkDiagnostics(
    `---
name: Planner
target: vscode
tools: [search, usages, my-tool, vscode/askQuestions]
model: Claude Sonnet 4.5 (copilot)
argument-hint: What to plan
agents: ['*']
handoffs:
  - label: Start
    agent: agent
    prompt: Go.
hooks:
  Stop:
    - type: command
      command: ./done.sh
---
You plan: first look, then write.
`,
    { path },
  );
  const status = fileStatus(snapshotOf('---\ntarget: vscode\n---\nYou plan.\n', { path }), []);
  assert.deepEqual([status.text, status.detail], ['loads as planner', 'VS Code 1.138']);
});

test('reports what VS Code does not support in an agent for VS Code', () => {
  checkDiagnostics(
    `---
target: "vscode"
tools: [serach, Bash(git *), mcp__docs__read]
        ^^^^^^ warning useKnownTool
                ^^^^^^^^^^^ warning noToolSpecifier
                             ^^^^^^^^^^^^^^^ warning useMcpToolForm
handoffs:
  - label: Start
    ^^^^^^^^^^^^ warning useRequiredKey
    agent: agent
skills: [review]
^^^^^^ hint noUnknownKey
disallowedTools: [edit]
^^^^^^^^^^^^^^^ warning noIneffectiveLimit
hooks:
  stop:
  ^^^^ warning useKnownHookEvent
    - type: command
      command: ./done.sh
---
You plan.
`,
    { path },
  );
});

test('keys for GitHub are not reported in an agent for GitHub, but keys for VS Code are', () => {
  const found = checkDiagnostics(
    `---
description: Plans work.
target: github-copilot
metadata:
  owner: platform
handoffs:
^^^^^^^^ information noIgnoredKey
  - label: Start
    agent: agent
    prompt: Go.
---
You plan.
`,
    { path },
  );
  assert.match(found[0]!.message, /not for VS Code/);
});

test('an agent for GitHub is checked against Copilot CLI', () => {
  checkDiagnostics(
    `---
^^^ error useDescription
target: github-copilot
---
You plan.
`,
    { path },
  );
});

test('custom keys are known for every target', () => {
  const dialect = withOwnFields(copilotAgent, { owner: { type: 'string', description: 'Who keeps it.' } });
  const about = (owner: string) => {
    const text = `---\ntarget: vscode\nowner: ${owner}\n---\nYou plan.\n`;
    return diagnose(takeSnapshot(AgentDocument.of(text, `file:///${path}`), dialect, `/${path}`));
  };
  assert.deepEqual(about('platform'), []);
  assert.deepEqual(
    about('[a]').map(({ rule }) => rule.id),
    ['useValidType'],
  );
});

test('agents with the same name for different targets are not duplicates', () => {
  const others = {
    '.github/agents/cloud.agent.md':
      '---\nname: Planner\ndescription: d\ntarget: github-copilot\n---\nYou plan.\n',
  };
  const text = '---\nname: Planner\ntarget: vscode\n---\nYou plan.\n';
  assert.deepEqual(diagnose(snapshotOf(text, { path, others })), []);
});
