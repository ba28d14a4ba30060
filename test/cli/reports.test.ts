import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { runCli } from '../../server/src/cli/cli.ts';

/** What authors reported about real files, rewritten small: all findings of a project, by file. */
interface Case {
  readonly files: Readonly<Record<string, string>>;
  /** `severity rule line` for each finding; a file without findings is left out. */
  readonly findings: Readonly<Record<string, readonly string[]>>;
  /** What a message must say, and what it must not. */
  readonly says?: RegExp;
  readonly saysNot?: RegExp;
}

const body = '\nYou help with this project.\n';
const file = (...lines: readonly string[]) => `---\n${lines.join('\n')}\n---\n${body}`;

const cases: Readonly<Record<string, Case>> = {
  'A number sign cuts a description for every tool that reads YAML': {
    files: {
      '.agents/skills/csharp/SKILL.md': file('name: csharp', 'description: Reviews F # code'),
      '.github/agents/cs.agent.md': file('name: cs', 'description: Fixes issues like #7'),
      '.github/instructions/cs.instructions.md': file('description: For issues like #7', 'applyTo: "**"'),
      '.opencode/agents/cs.md': file('description: Fixes issues like #7', 'mode: subagent'),
      '.gemini/agents/cs.md': file('name: cs', 'description: Fixes issues like #7'),
      '.qwen/agents/kept.md': file('name: kept', 'description: "Fixes issues like #7"'),
      '.cursor/rules/cs.mdc': file('description: Fixes issues like #7', 'alwaysApply: false'),
      '.claude/agents/cs.md': file('name: cs', 'description: Fixes issues like #7'),
    },
    findings: {
      '.agents/skills/csharp/SKILL.md': ['warning noTruncatedValue 3'],
      '.claude/agents/cs.md': ['warning noTruncatedValue 3'],
      '.cursor/rules/cs.mdc': ['warning noTruncatedValue 2'],
      '.gemini/agents/cs.md': ['warning noTruncatedValue 3'],
      '.github/agents/cs.agent.md': ['warning noTruncatedValue 3'],
      '.github/instructions/cs.instructions.md': ['warning noTruncatedValue 2'],
      '.opencode/agents/cs.md': ['warning noTruncatedValue 2'],
    },
  },
  'Typographic quotes become part of a glob': {
    files: {
      '.github/instructions/ts.instructions.md': file('applyTo: “**/*.ts”'),
      '.claude/rules/ts.md': file('paths:', '  - “src/**/*.ts”', '  - test/**'),
      '.cursor/rules/ts.mdc': file('globs: ‘*.ts’', 'alwaysApply: false'),
      '.kiro/steering/ts.md': file('inclusion: fileMatch', 'fileMatchPattern: "docs/Ann’s notes/**"'),
    },
    findings: {
      '.claude/rules/ts.md': ['warning useValidType 3'],
      '.cursor/rules/ts.mdc': ['warning useValidType 2'],
      '.github/instructions/ts.instructions.md': ['warning useValidType 2'],
    },
    says: /Typographic quotation marks/,
  },
  'A nested duplicate key is named, on its line': {
    files: {
      '.opencode/agents/dup.md': file(
        'description: Runs git.',
        'permission:',
        '  bash:',
        '    "git log": allow',
        '    "git log": deny',
      ),
      '.kilo/agents/dup.md': file('description: Runs git.', 'permission:', '  edit: deny', '  edit: allow'),
    },
    findings: {
      '.kilo/agents/dup.md': ['error noLostFrontMatter 5'],
      '.opencode/agents/dup.md': ['error noLostFrontMatter 6'],
    },
    says: /Duplicate key `edit` in `permission`.*Duplicate key `git log` in `permission`/s,
  },
  'Copilot CLI drops a skill for the types of its own keys': {
    files: {
      '.github/skills/regress/SKILL.md': file('name: regress', 'description: R.', 'argument-hint: [folder]'),
      '.github/skills/hidden/SKILL.md': file('name: hidden', 'description: H.', 'user-invocable: "false"'),
      '.agents/skills/both/SKILL.md': file('name: both', 'description: B.', 'user-invocable: yes'),
      '.github/skills/manual/SKILL.md': file(
        'name: manual',
        'description: M.',
        'disable-model-invocation: true',
        'user-invocable: false',
        'argument-hint: "[folder]"',
      ),
      '.gemini/skills/other/SKILL.md': file('name: other', 'description: O.', 'argument-hint: [folder]'),
    },
    findings: {
      '.agents/skills/both/SKILL.md': ['error useValidType 4'],
      '.gemini/skills/other/SKILL.md': ['hint noUnknownKey 4'],
      '.github/skills/hidden/SKILL.md': ['error useValidType 4'],
      '.github/skills/regress/SKILL.md': ['error useValidType 4'],
    },
    says: /Copilot CLI does not load the skill/,
  },
  'A skill is lost where a tool that reads it there loses it': {
    files: {
      '.agents/skills/mark/SKILL.md': `\uFEFF${file('name: mark', 'description: M.')}`,
      '.opencode/skills/mark2/SKILL.md': `\uFEFF${file('name: mark2', 'description: M.')}`,
      '.github/skills/long/SKILL.md': file('name: long', `description: ${'a'.repeat(1100)}`),
      '.codex/skills/ship/SKILL.md': file('name: ship', 'description: Ship it: test, tag.'),
      '.github/skills/ship2/SKILL.md': file('name: ship2', 'description: Ship it: test, tag.'),
    },
    findings: {
      '.agents/skills/mark/SKILL.md': ['error useFrontMatter 1'],
      '.codex/skills/ship/SKILL.md': ['information useQuotedValue 3'],
      '.github/skills/long/SKILL.md': ['error useValidDescription 3'],
      '.github/skills/ship2/SKILL.md': ['error useValidYaml 3'],
      '.opencode/skills/mark2/SKILL.md': ['information useFrontMatter 1'],
    },
    saysNot: /may load the skill all the same/,
  },
  'Unknown keys of a skill are one finding': {
    files: { 'skills/ship/SKILL.md': file('name: ship', 'description: S.', 'risk: low', 'owner: me') },
    findings: { 'skills/ship/SKILL.md': ['hint noUnknownKey 4'] },
    says: /Unknown keys `risk` and `owner`\. Agent Skills validators reject them\./,
  },
  'The name of a command counts in a plugin only': {
    files: {
      '.claude-plugin/plugin.json': '{"name":"kit"}',
      'commands/scan.md': file('name: team:scan', 'description: Scans.'),
      '.claude/commands/tidy.md': file('name: other', 'description: Tidies.'),
    },
    findings: { '.claude/commands/tidy.md': ['information noIgnoredKey 2'] },
  },
  'AGENTS.md is not Claude Code’s alone': {
    files: { 'AGENTS.md': '# Work\n\nRead @docs/api.md first. Ask @maintainers/team.\n' },
    findings: { 'AGENTS.md': ['hint noMissingImport 3'] },
  },
  'AGENTS.md is judged as Claude Code reads it beside its other files': {
    files: {
      'AGENTS.md': 'Read @docs/api.md first.\n',
      '.claude/agents/writer.md': file('name: writer', 'description: Writes.'),
    },
    findings: { 'AGENTS.md': ['warning noMissingImport 1'] },
  },
  'A misspelled kind of steering is one finding': {
    files: { '.kiro/steering/typo.md': file('inclusion: filematch', 'fileMatchPattern: "src/**"') },
    findings: { '.kiro/steering/typo.md': ['warning useKnownValue 2'] },
  },
  'Rules of Devin, also in the folder of Windsurf': {
    files: {
      '.windsurf/rules/cursor.md': file('description: R', 'globs: ["**/S.java"]', 'alwaysApply: false'),
      '.devin/rules/typo.md': file('trigger: globs', 'globs: "**/*.ts"'),
      '.devin/rules/good.md': file('trigger: glob', 'globs: **/*.ts'),
      '.devin/rules/plain.md': 'Use tabs.\n',
    },
    findings: {
      '.devin/rules/typo.md': ['hint useKnownValue 2'],
      '.windsurf/rules/cursor.md': ['warning useRequiredKey 3', 'hint noUnknownKey 4'],
    },
  },
  'An agent without a tool that it is given by default is refused': {
    files: {
      '.claude/agents/lister.md': file('name: lister', 'description: L.', 'tools: TodoWrite'),
      '.claude/agents/reader.md': file(
        'name: reader',
        'description: R.',
        'tools: Read, TodoWrite, TaskOutput',
      ),
    },
    findings: {
      '.claude/agents/lister.md': ['error useResolvableTools 4'],
      '.claude/agents/reader.md': ['warning noUnavailableTool 4'],
    },
  },
  'A description over several lines is one finding': {
    files: {
      '.claude/agents/store.md': file(
        'name: store',
        'description: Keeps things.',
        'user: "Where is it?"',
        'assistant: "Here."',
        'user: "And now?"',
      ),
    },
    findings: { '.claude/agents/store.md': ['warning useBlockScalar 4'] },
  },
  'A list or mapping in brackets before a colon is read as written': {
    files: {
      '.claude/agents/beta.md': file('name: beta', 'description: [Beta]: reviews code'),
      '.claude/agents/two.md': file('name: two', 'description: {x}: y', 'tools: Read'),
      '.claude/agents/quoted.md': file('name: quoted', 'description: ["a"]: b'),
      '.claude/agents/list.md': file('name: list', 'description: [Beta]'),
      '.github/agents/beta.agent.md': file('name: beta', 'description: [Beta]: reviews code'),
    },
    findings: {
      '.claude/agents/beta.md': ['information useQuotedValue 3'],
      '.claude/agents/list.md': ['error useValidDescription 3'],
      '.claude/agents/quoted.md': ['information useQuotedValue 3'],
      '.claude/agents/two.md': ['information useQuotedValue 3'],
      '.github/agents/beta.agent.md': ['error useValidYaml 3'],
    },
  },
  'Text between two rules of a prompt is not front matter': {
    files: { '.claude/commands/plan.md': 'Plan it.\n\n---\n\nChecklist:\n\n- a\n\n---\n\nEnd.\n' },
    findings: {},
  },
  'A skill of a plugin outside its folder of skills is told where to go': {
    files: {
      '.claude-plugin/plugin.json': '{"name":"kit"}',
      'lint/SKILL.md': file('name: lint', 'description: Lints.'),
    },
    findings: { 'lint/SKILL.md': ['warning useReadableFile 1'] },
    says: /Move it to `skills\/lint\/SKILL\.md`/,
  },
  'Files that no tool reads are told, with the place where one would': {
    files: {
      '.claude/skills/a/Skill.md': file('name: a', 'description: A.'),
      '.github/skills/flat.md': file('name: flat', 'description: F.'),
      '.cursor/rules/plain.md': file('description: P.', 'alwaysApply: true'),
      'docs/planner.agent.md': file('name: planner', 'description: P.'),
      '.kiro/steering/x.instructions.md': file('inclusion: always'),
    },
    findings: {
      '.claude/skills/a/Skill.md': ['warning useReadableFile 1'],
      '.cursor/rules/plain.md': ['warning useReadableFile 1'],
      '.github/skills/flat.md': ['warning useReadableFile 1'],
      'docs/planner.agent.md': ['information useReadableFile 1'],
    },
  },
  'A limit that does not hold is an error': {
    files: {
      '.opencode/agents/lead.md': file('description: L.', 'mode: primary', 'permissions:', '  edit: deny'),
      '.opencode/agents/star.md': `***\ndescription: S.\nmode: primary\npermission:\n  edit: deny\n***\n${body}`,
      '.claude/agents/map.md': file('name: map', 'description: M.', 'tools: {{tools}}'),
    },
    findings: {
      '.claude/agents/map.md': ['error useValidType 4'],
      '.opencode/agents/lead.md': ['error noIneffectiveLimit 4'],
      '.opencode/agents/star.md': ['error useFrontMatter 1'],
    },
  },
};

interface Listed {
  readonly path: string;
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
}

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function check(files: Case['files']): Promise<readonly Listed[]> {
  const folder = mkdtempSync(join(tmpdir(), 'agent-files-reports-'));
  folders.push(folder);
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  let out = '';
  await runCli(['check', '--format', 'json'], {
    cwd: folder,
    out: text => {
      out += text;
    },
    err: () => {},
    stdin: Readable.from([]) as NodeJS.ReadableStream,
    colors: false,
  });
  return (JSON.parse(out) as { files: readonly Listed[] }).files;
}

for (const [name, { files, findings, says, saysNot }] of Object.entries(cases))
  test(name, async () => {
    const listed = await check(files);
    const found = Object.fromEntries(
      listed
        .filter(({ diagnostics }) => diagnostics.length > 0)
        .map(({ path, diagnostics }) => [
          path,
          diagnostics.map(({ rule, severity, range }) => `${severity} ${rule} ${range.start.line + 1}`),
        ]),
    );
    assert.deepEqual(found, findings);
    const messages = listed
      .flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message))
      .join('\n');
    if (says) assert.match(messages, says);
    if (saysNot) assert.doesNotMatch(messages, saysNot);
  });
