import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { diagnose } from '../../../server/src/language/features/diagnostics.ts';
import type { Effect } from '../../../server/src/language/loading/issue.ts';
import type { IssueCode } from '../../../server/src/language/loading/issueCodes.ts';
import { type PreviewOptions, renderPreview } from '../../../server/src/language/preview/index.ts';
import type { Severity } from '../../../server/src/language/severity.ts';
import { checkHarmless } from '../../support/harmless.ts';
import { elementsOf, type HtmlElement, parseHtml, rawText, select, textOf } from '../../support/htmlTree.ts';
import { readMarked } from '../../support/marked.ts';
import { sharedPath, sharedTest } from '../../support/shared.ts';
import { issue, preview, sampleSnapshot } from './sampleSnapshot.ts';

const text = `---
name: reviewer
description: Reviews code.
model: sonnet
tools: Read, Grpe
permissionMode: paln
version: "2"
color: green
---
You review.
`;

const agent = (frontMatter: string, body = 'Prompt.') =>
  `---\nname: a\ndescription: d\n${frontMatter}\n---\n${body}\n`;

/** The text of each setting's row, by its key. */
function settings(root: HtmlElement): Record<string, string> {
  return Object.fromEntries(select(root, '.setting').map(row => [textOf(select(row, 'dt')[0]), textOf(row)]));
}

suite('the top of the preview', () => {
  test('says that the tool loads the agent, and with which settings', () => {
    const root = preview(text);
    assert.equal(textOf(select(root, 'h1')[0]), 'reviewer');
    assert.deepEqual(select(root, '.pill').map(textOf), ['Sample Tool loads']);
    assert.deepEqual(select(root, '.verdict'), []);
    assert.deepEqual(select(root, '.setting').map(textOf), [
      'model sonnet',
      'tools Read Grpe',
      'permissionMode paln',
      'version 2',
    ]);
    assert.equal(select(root, '.swatch')[0]!.attributes['aria-label'], 'Color green');
  });

  test('says "All tools" when there is no list', () => {
    assert.deepEqual(select(preview(agent('model: x')), '.chip').map(textOf), ['All tools']);
  });

  test('shows an empty tool list as none', () => {
    assert.equal(settings(preview(agent('tools:'), { tools: [] })).tools, 'tools none');
  });

  test('marks tools that are dropped, and keys without effect', () => {
    const { version: _, permissionMode: __, ...fields } = sampleSnapshot(text).load.fields;
    const root = preview(text, {
      tools: ['Read'],
      permissionMode: null,
      fields,
      issues: [
        issue(text, 'Grpe', { code: 'tools.unknown', effect: 'ignored', field: 'tools' }),
        issue(text, 'paln', { code: 'value.choice', effect: 'ignored', field: 'permissionMode' }),
        issue(text, 'version', { code: 'key.unknown', effect: 'noted', field: 'version' }),
      ],
    });
    assert.deepEqual(select(root, '.dropped').map(textOf), ['Grpe not read: About Grpe.', 'version "2"']);
    assert.equal(
      settings(root).permissionMode,
      'permissionMode The mode of the session (default) no effect: About paln. written: paln',
    );
    assert.equal(
      textOf(select(root, '.verdict')[0]),
      'Sample Tool loads this as reviewer, with changes: permissionMode and version have no effect; tools is not read as written.',
    );
  });

  test('shows the loaded value beside the written one', () => {
    const source = agent('effort: hgih');
    const root = preview(source, {
      fields: { effort: 'high' },
      issues: [issue(source, 'hgih', { code: 'value.choice', effect: 'changed', field: 'effort' })],
    });
    assert.equal(textOf(select(root, '.setting').at(-1)), 'effort high changed: About hgih. written: hgih');
  });

  test('marks a value as doubtful that is loaded but does not work', () => {
    const source = agent('model: sonet');
    const root = preview(source, {
      issues: [issue(source, 'sonet', { code: 'value.model', effect: 'ignored', field: 'model' })],
    });
    assert.equal(settings(root).model, 'model sonet doubtful: About sonet.');
    assert.equal(
      textOf(select(root, '.verdict')[0]),
      'Sample Tool loads this as a, but model may not do what it says.',
    );
  });

  test('shows no Markdown marks in plain text', () => {
    const source = agent('model: sonet\ntools: Read, Grpe\nmodle: x');
    const { modle: _, ...fields } = sampleSnapshot(source).load.fields;
    const said = (target: string, code: IssueCode, field: string, effect: Effect = 'ignored') =>
      issue(source, target, { code, effect, field, problem: `No \`${target}\`.` });
    const root = preview(source, {
      tools: ['Read'],
      fields,
      issues: [
        said('sonet', 'value.model', 'model'),
        said('Grpe', 'tools.unknown', 'tools'),
        said('modle', 'key.unknown', 'modle', 'noted'),
        said('description', 'yaml.repaired', 'description', 'changed'),
      ],
    });
    const titles = elementsOf(root).flatMap(({ attributes }) => attributes.title ?? []);
    assert.deepEqual(titles, ['No sonet.', 'No Grpe.', 'No Grpe.', 'No modle.', 'No description.']);
  });

  test('does not repeat a written value that equals the loaded one', () => {
    const source = agent('tools: ["Read", Grep]\nlimits:\n  - a: "b"');
    const root = preview(source, {
      tools: ['Read', 'Grep'],
      issues: ['tools', 'limits'].map(field =>
        issue(source, field, { code: 'tools.ineffective', effect: 'unrestricted', field }),
      ),
    });
    assert.equal(settings(root).tools, 'tools Read Grep no limit: About tools.');
    assert.equal(settings(root).limits, 'limits - a: b no limit: About limits.');
  });

  test('shows an empty mapping as none', () => {
    assert.equal(settings(preview(agent('hooks: {}'))).hooks, 'hooks none');
  });

  test('says that a limit does not apply', () => {
    const source = agent('tools: 5');
    const root = preview(source, {
      tools: null,
      issues: [issue(source, '5', { code: 'tools.ineffective', effect: 'unrestricted', field: 'tools' })],
    });
    assert.equal(settings(root).tools, 'tools All tools no limit: About 5. written: 5');
    assert.equal(
      textOf(select(root, '.verdict')[0]),
      'Sample Tool loads this as a, but a limit in it does not apply. About 5. line 4',
    );
  });

  test('has the color of the most severe diagnostic', () => {
    const source = agent('tools: Bash(git:*)');
    const specifier = issue(source, 'Bash(git:*)', {
      code: 'tools.specifier',
      effect: 'unrestricted',
      field: 'tools',
    });
    const displaySeverities = (severity: Severity) => {
      const said = { severity, message: '', range: specifier.range, finding: { issue: specifier } };
      const root = preview(source, { issues: [specifier] }, [said]);
      return ['.pill', '.badge'].map(where => select(root, where)[0]?.attributes.class);
    };
    assert.deepEqual(displaySeverities('error'), ['pill severity-error', 'badge severity-error']);
    assert.deepEqual(displaySeverities('warning'), ['pill severity-warning', 'badge severity-warning']);
    assert.deepEqual(displaySeverities('hint'), ['pill severity-information', 'badge severity-information']);
  });

  test('shows a lost limit as a separate setting, with the default that applies instead', () => {
    const source = agent('permissionMode: paln\nallowed-tools: Read');
    const root = preview(source, {
      permissionMode: null,
      fields: { name: 'a', description: 'd' },
      issues: [
        issue(source, 'paln', { code: 'value.choice', effect: 'unrestricted', field: 'permissionMode' }),
        issue(source, 'allowed-tools', { code: 'key.limit', effect: 'unrestricted', field: 'allowed-tools' }),
      ],
    });
    assert.equal(
      settings(root).permissionMode,
      'permissionMode The mode of the session (default) no limit: About paln. written: paln',
    );
    assert.equal(
      settings(root)['allowed-tools'],
      'allowed-tools no limit: About allowed-tools. written: Read',
    );
    assert.match(textOf(select(root, '.verdict')[0]), /, but limits in it do not apply\./);
  });

  test('lists the keys below an early delimiter among those without effect', () => {
    const source = agent('tools: Read\nmodel: x');
    const root = preview(source, {
      model: null,
      tools: null,
      fields: { name: 'a', description: 'd' },
      issues: [
        issue(source, 'tools', {
          code: 'frontMatter.closedEarly',
          effect: 'unrestricted',
          data: { lost: ['tools', 'model'] },
        }),
      ],
    });
    assert.equal(settings(root).model, 'model inherit (default) no effect: About tools. written: x');
    assert.match(settings(root).tools!, /^tools All tools no effect: .* written: Read$/);
  });

  test('says why a file is not loaded, and shows its text', () => {
    const source = '---\nname: a\ntools: Read, Write\n---\nBody.\n';
    const root = preview(source, {
      loads: false,
      name: null,
      tools: null,
      fields: {},
      issues: [
        issue(source, '---', { code: 'description.missing', effect: 'rejected', problem: 'No description.' }),
      ],
    });
    assert.equal(
      textOf(select(root, '.verdict')[0]),
      'Sample Tool will not load this file. No description. line 1',
    );
    assert.deepEqual(select(root, '.setting').map(textOf), ['tools Read, Write']);
    assert.equal(textOf(select(root, 'article')[0]), 'Body.');
  });

  test('outlines nested values', () => {
    const root = preview(agent('hooks:\n  Stop:\n    - matcher: Bash\n      hooks: [{ type: command }]'));
    const outline = select(root, 'pre')[0]!;
    assert.equal(outline.children[0], 'Stop:\n  - matcher: Bash\n    hooks:\n      - type: command');
  });
});

suite('what can be done in the preview', () => {
  const rendered = (marked: string, options: PreviewOptions = {}) => {
    const { snapshot } = readMarked(marked);
    return parseHtml(renderPreview(snapshot, diagnose(snapshot), snapshot.document.uri, options).html);
  };
  const unknownKeys = `=== .claude/agents/a.md
---
name: a
description: d
modle: sonnet
type: x
category: y
---¦
Prompt.
`;
  const buttons = (root: HtmlElement) => select(root, 'button').map(textOf);

  test('offers the fixes of each problem as the editor does, and those of all together once', () => {
    const root = rendered(unknownKeys, { isInteractive: true, canDeclare: true });
    assert.deepEqual(buttons(root), [
      'Lock',
      'Copy Prompt',
      'Open as Page',
      "Change 'modle' to 'model'",
      "Remove 'modle'",
      "Keep 'modle' as a custom key",
      'Remove all 2',
      'Keep all 2 as custom keys',
      'As Sent',
    ]);
    const [fix] = select(root, '.fix');
    assert.equal(fix!.attributes['data-fix'], "Change 'modle' to 'model'");
    assert.equal(fix!.attributes['data-place'], '3:0-3:5');
  });

  test('offers no custom keys without a configuration file, and nothing on a page', () => {
    const fixes = buttons(rendered(unknownKeys, { isInteractive: true }));
    assert.ok(!fixes.some(title => title.startsWith('Keep')), fixes.join());
    assert.deepEqual(buttons(rendered(unknownKeys)), []);
  });

  test('counts the safe fixes', () => {
    const root = rendered(
      '=== .claude/agents/a.md\n---\nname: a\ndescription: Use this. Examples: foo\n---¦\nP.\n',
      {
        isInteractive: true,
      },
    );
    assert.equal(buttons(root)[0], 'Fix All Safe (1)');
  });

  test('says of a key without effect only in the problem', () => {
    const root = rendered(unknownKeys);
    assert.deepEqual(select(root, '.verdict'), []);
    assert.deepEqual(select(root, '.ignored'), []);
    assert.equal(textOf(root).split('category').length, 2);
  });

  test('shows the line of invalid YAML with carets under the cause', () => {
    const root = rendered('=== .gemini/agents/a.md\n---\nname: a\ndescription: "Says it\n---¦\nPrompt.\n');
    const [line] = select(root, '.broken-line');
    assert.match(rawText(line!).trimEnd(), /^description: "Says it\n {13}\^+$/);
  });
});

suite('what the agent may do and costs', () => {
  const sections = (marked: string) => {
    const { snapshot } = readMarked(marked);
    const root = parseHtml(renderPreview(snapshot, [], snapshot.document.uri).html);
    return ['#capabilities', '#cost'].map(section => textOf(select(root, section)[0]));
  };

  test('says what its tools let it do, and what not', () => {
    const [capabilities] = sections(
      '=== .claude/agents/a.md\n---\nname: a\ndescription: d\ntools: Read, Bash(git *)\n---¦\nP.\n',
    );
    assert.equal(
      capabilities,
      'What it may do Read files Run commands not: Start agents not: Use MCP servers',
    );
    const [reading] = sections(
      '=== .claude/agents/a.md\n---\nname: a\ndescription: d\ntools: Read, mcp__tracker__search\n---¦\nP.\n',
    );
    assert.equal(
      reading,
      'What it may do Read files Use MCP servers not: Change files not: Run commands not: Use the web not: Start agents',
    );
  });

  test('counts MCP tools, and takes away what is denied', () => {
    const [capabilities] = sections(
      '=== .claude/agents/a.md\n---\nname: a\ndescription: d\ndisallowedTools: Bash, WebFetch, WebSearch\n---¦\nP.\n',
    );
    assert.equal(
      capabilities,
      'What it may do Read files Change files Start agents Use MCP servers not: Run commands not: Use the web',
    );
  });

  test('says nothing of a tool whose names are not known, nor of a file that does not load', () => {
    const agentOf = (path: string, rest = '') => sections(`=== ${path}\n---\nname: a\n${rest}---¦\nP.\n`)[0];
    assert.equal(agentOf('.goose/agents/a.md', 'description: d\n'), '');
    assert.equal(agentOf('.claude/agents/a.md'), '');
  });

  test('estimates the tokens of each part', () => {
    const body = 'word '.repeat(400);
    const [, cost] = sections(
      `=== .claude/agents/a.md\n---\nname: a\ndescription: ${'Use it. '.repeat(10)}\n---¦\n${body}\n`,
    );
    assert.equal(
      cost,
      'What it costs about 520 tokens, at four characters each Description: 20 in every conversation that can start the agent Prompt: 500 when the agent runs',
    );
  });
});

suite('the prompt of the preview', () => {
  const command = `=== .claude/commands/review.md
---
description: d
---¦
# One

Use $ARGUMENTS, \`$1\` and $HOME.

## Two

### Three\u200b

    $0
`;
  const prompt = (options: PreviewOptions = {}) => {
    const { snapshot } = readMarked(command);
    return parseHtml(renderPreview(snapshot, [], snapshot.document.uri, options).html);
  };

  test('marks the placeholders that the tool replaces, with what they stand for', () => {
    const chips = select(prompt(), '.argument');
    assert.deepEqual(chips.map(textOf), ['$ARGUMENTS', '$1']);
    assert.match(chips[1]!.attributes.title!, /^The second argument/);
  });

  test('has an outline whose links lead to the headings', () => {
    const root = prompt();
    const links = select(select(root, '#outline')[0]!, 'a');
    assert.deepEqual(links.map(textOf), ['One', 'Two', 'ThreeU+200B']);
    const ids = elementsOf(root).map(({ attributes }) => `#${attributes.id}`);
    for (const { attributes } of links) assert.ok(ids.includes(attributes.href!), attributes.href);
  });

  test('is shown exactly as it is sent, with the lines of the document', () => {
    const root = prompt({ asSent: true, isInteractive: true });
    const [sent] = select(root, '.as-sent');
    const body = command.slice(command.indexOf('# One'));
    assert.equal(rawText(sent!).slice(0, -1), body.replace('\u200b', 'U+200B'));
    assert.deepEqual(
      select(sent!, 'span').flatMap(({ attributes }) => attributes['data-line'] ?? []),
      ['3', '5', '7', '9', '11'],
    );
    const [toggle] = select(root, 'button').filter(button => textOf(button) === 'As Sent');
    assert.equal(toggle!.attributes['aria-pressed'], 'true');
  });
});

suite('states of the preview', () => {
  const verdict = (root: HtmlElement) => textOf(select(root, '.verdict')[0]);

  test('an empty file', () => {
    const root = preview('\uFEFF \n', { loads: false, name: null });
    assert.match(verdict(root), /^This file is empty\./);
    assert.equal(textOf(select(root, 'h1')[0]), 'sample.md');
    assert.deepEqual(select(root, 'section'), []);
  });

  test('names the body, and describes the start of the file, by the tool', () => {
    const headings = (path: string) => {
      const render = (text: string) => {
        const { snapshot } = readMarked(`=== ${path}\n${text}`);
        return parseHtml(renderPreview(snapshot, [], path).html);
      };
      const begun = render('---\nname: a\ndescription: d\n---\nText.¦\n');
      return [textOf(select(begun, '#prompt-heading')[0]).replace(/ \d.*/, ''), verdict(render('¦'))];
    };
    const beginning = 'starts with a line ---, keys such as description, and another ---.';
    assert.deepEqual(headings('.claude/agents/a.md'), [
      'System prompt',
      `This file is empty. A file for an agent ${beginning}`,
    ]);
    assert.deepEqual(headings('.claude/skills/a/SKILL.md'), [
      'Instructions',
      `This file is empty. A file for a skill ${beginning}`,
    ]);
    assert.deepEqual(headings('.claude/commands/a.md'), ['Prompt', 'This file is empty.']);
    assert.deepEqual(headings('CLAUDE.md'), ['Instructions', 'This file is empty.']);
  });

  test('a file that is not an agent shows its text and no settings', () => {
    const root = preview('---\ntitle: Notes\n---\n# Notes\n', { loads: false, ignored: true, name: null });
    assert.match(verdict(root), /does not read this file as an agent/);
    assert.deepEqual(select(root, '.setting'), []);
    assert.equal(textOf(select(root, 'h2')[0]), 'Text 8 characters, about 2 tokens');
  });

  test('a file that no dialect claims', () => {
    const { title, html } = renderPreview(undefined, [], 'file:///x/my%20notes.md');
    assert.equal(title, 'my notes.md');
    assert.equal(verdict(parseHtml(html)), 'This is not an agent file.');
    assert.match(textOf(parseHtml(html)), /Agent Files: Choose Dialect of This File/);
    assert.equal(renderPreview(undefined, [], 'untitled:Untitled-1').title, 'Untitled-1');
  });

  test('an unclosed front matter still shows keys and text', () => {
    const root = preview('---\nname: half\n\nText.\n', { loads: false, name: null, fields: {} });
    assert.equal(textOf(select(root, 'h1')[0]), 'half');
    assert.match(textOf(select(root, 'article')[0]), /Text\./);
  });

  test('a front matter without text below it', () => {
    assert.match(textOf(preview('---\nname: a\n---\n')), /There is no text below the front matter\./);
  });
});

suite('the body of the preview', () => {
  test('shows the description as the tool reads it', () => {
    const source = agent('').replace('description: d', 'description: One.\\n\\nTwo.');
    const root = preview(source, {
      description: 'One.\n\nTwo.',
      issues: [
        issue(source, 'One', { code: 'yaml.literalNewline', effect: 'changed', field: 'description' }),
      ],
    });
    assert.deepEqual(select(root, '.prose').map(textOf), ['One.', 'Two.']);
    assert.equal(textOf(select(root, '.badge')[0]), 'as the tool reads it');
  });

  test('shows the prompt that the tool reads', () => {
    const source = '---\nname: a\n---b: c\n---\nBody.\n';
    const start = source.indexOf('b: c');
    const root = preview(source, { body: { start, end: source.length } });
    assert.equal(select(root, '#prompt')[0]!.attributes['data-line'], '2');
    assert.match(textOf(select(root, 'article')[0]), /^b: c/);
  });

  test('links every problem to its line', () => {
    const at = (target: string) => ({ start: text.indexOf(target), end: text.indexOf(target) + 1 });
    const root = preview(text, {}, [
      { severity: 'error', message: 'First <b>.', range: at('name') },
      { severity: 'hint', message: 'Second.', range: at('Grpe') },
    ]);
    const links = select(root, '.problem');
    assert.deepEqual(links.map(textOf), ['error: First <b>. line 2', 'hint: Second. line 5']);
    assert.deepEqual(
      links.map(({ attributes }) => attributes['data-reveal']),
      ['1', '4'],
    );
  });

  test('lists a hundred problems and counts the rest', () => {
    const problem = { severity: 'hint' as const, message: 'x', range: { start: 0, end: 1 } };
    const root = preview(text, {}, Array(1234).fill(problem));
    assert.equal(select(root, '.problem').length, 100);
    assert.equal(textOf(select(root, '.further')[0]), 'and 1,134 more');
  });

  test('lists problems by severity and folds away all but the first', () => {
    const range = { start: 0, end: 1 };
    const hints = Array(30).fill({ severity: 'hint' as const, message: 'Use `x`.', range });
    const root = preview(text, {}, [...hints, { severity: 'error', message: 'Worse.', range }]);
    assert.deepEqual(select(root, '.problem').slice(0, 2).map(textOf), [
      'error: Worse. line 1',
      'hint: Use x. line 1',
    ]);
    const folded = select(root, '#more-problems')[0]!;
    assert.equal(select(folded, '.problem').length, 23);
    assert.equal(textOf(select(folded, 'summary')[0]), '23 more');
    assert.equal(folded.attributes.open, undefined);
  });

  test('names every section for screen readers', () => {
    const root = preview(text, {}, [{ severity: 'error', message: 'x', range: { start: 0, end: 1 } }]);
    const ids = new Set(elementsOf(root).map(({ attributes }) => attributes.id));
    for (const { attributes } of select(root, 'section')) {
      assert.ok(
        attributes['aria-label'] ?? ids.has(attributes['aria-labelledby']),
        JSON.stringify(attributes),
      );
    }
  });
});

suite('hostile text', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '</script><script>alert(1)</script>',
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    '<!-- --><a href="javascript:alert(1)">x</a>',
    '&lt;img src=x onerror=alert(1)&gt;',
    '[x](javascript:alert(1)) <javascript:alert(1)> ![x](javascript:alert(1))',
    '[x](https://a.example/"onclick="alert(1) "t\\"><script>")',
    '```"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```',
    '# <b id="agent">x</b>',
    '<example>\nuser: "<script>alert(1)</script>"\n</example>',
    '<role onclick="alert(1)">',
    '\u202E<script>\u202C',
  ];
  for (const [index, attack] of hostile.entries()) {
    test(`stays text (${index + 1} of ${hostile.length})`, () => {
      const quoted = JSON.stringify(attack);
      const source = `---\nname: ${quoted}\ndescription: ${quoted}\nmodel: ${quoted}\ncolor: ${quoted}\n${quoted}: ${quoted}\nskills: [${quoted}]\nhooks:\n  ${quoted}: [${quoted}]\n---\n${attack}\n`;
      const issues = [
        issue(source, 'model', { code: 'value.model', effect: 'changed', field: 'model', problem: attack }),
      ];
      const root = preview(source, { issues, tools: [attack] }, [
        { severity: 'error', message: attack, range: { start: 0, end: 1 } },
      ]);
      checkHarmless(root);
    });
  }

  test('shows a link without an address as text', () => {
    const root = preview(agent('', 'See [the page]() and []() and [x](javascript:x).'));
    checkHarmless(root);
    assert.match(textOf(root), /See the page and and \[x\]\(javascript:x\)\./);
  });
});

suite('samples', () => {
  test('a value that contains itself', () => {
    assert.match(textOf(preview(agent('hooks: &all [*all, *all]'))), /…/);
  });

  for (const sample of [
    '000_c1265796562aeb9c',
    '001_9f570bbd5c113cda',
    '002_3e8ff927851025c6',
    '003_2fbe0aa3aa1740a7',
    '004_0fcc623246be470e',
  ]) {
    sharedTest(`sample ${sample}`, () => {
      const root = preview(readFileSync(sharedPath(`samples/${sample}.md`), 'utf8'));
      checkHarmless(root);
      assert.ok(textOf(select(root, 'article')[0]).length > 1000);
    });
  }
});
