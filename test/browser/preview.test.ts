import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, suite, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { findChromium, howToGetChromium, launchChromium } from '../../scripts/vscode/browser.mjs';
import { diagnose } from '../../server/src/language/features/diagnostics.ts';
import { readForTargets } from '../../server/src/language/features/targets.ts';
import {
  type PreviewOptions,
  renderPreview,
  standalonePage,
} from '../../server/src/language/preview/index.ts';
import { readMarked } from '../support/marked.ts';
import { openPreviewPage, type PreviewPage, themeNames } from './previewPage.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const screenshots = process.env.PREVIEW_SCREENSHOTS;

const rich = `=== .claude/agents/reviewer.md
---
name: reviewer
description: "Reviews code after a change.\\n\\n<example>\\nuser: \\"Review this\\"\\nassistant: \\"I review it now.\\"\\n</example>"
model: sonnet
tools: Read, Grep, Grpe, Bash
color: green
type: reviewer
category: quality
version: "2"
---¦
# Your task

You review code for $ARGUMENTS. A hidden\u200b character is here.

<instructions>
- Read the *change*
- [ ] Look at \`tests\`
</instructions>

## Report

\`\`\`ts
const answer: number = 42; // the answer to a question that is written on a long line, longer than a narrow page
\`\`\`

| File | Problem |
|---|---|
| a.ts | None |
`;
const broken = `=== .claude/agents/broken.md
---
name: broken
descripton: Says something.
tools: [Read, Grep
---¦
Prompt.
`;
const longName = `=== .claude/agents/x.md
---
name: ${'a-very-long-name-'.repeat(6)}
description: ${'Word '.repeat(40)}
---¦
${'unbroken'.repeat(60)}
`;
const command = `=== .claude/commands/review.md
---
description: Reviews a change.
argument-hint: "[files]"
---¦
# Review

Review $ARGUMENTS for \`$1\`.

## Read

Text.

## Report

A hidden\u200b character.
`;
const empty = '=== .claude/agents/empty.md\n¦';

const sizes =
  '({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth, head: document.querySelector("header").offsetHeight })';
const violations =
  'axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target} ${any.map(({ message }) => message)}`).join("; ")}`))';

/** The page's content for a file, as the server renders it. */
function contentOf(marked: string, options: PreviewOptions = {}) {
  const { snapshot } = readMarked(marked);
  const readings = readForTargets(snapshot, ['opencode', 'copilot-cli', 'gemini', 'qwen']);
  const { uri } = snapshot.document;
  const { html } = renderPreview(snapshot, diagnose(snapshot), uri, {
    readings,
    isInteractive: true,
    canDeclare: true,
    scope: 'Project',
    ...options,
  });
  return { type: 'content', uri, html };
}

const states = {
  rich: contentOf(rich),
  broken: contentOf(broken),
  'long name': contentOf(longName),
  command: contentOf(command),
  'as sent': contentOf(command.replace('review.md', 'sent.md'), { asSent: true }),
  empty: contentOf(empty),
  'not an agent': {
    type: 'content',
    uri: 'file:///notes.md',
    html: renderPreview(undefined, [], 'file:///notes.md').html,
  },
};

const skip = findChromium() ? false : howToGetChromium;
let launching: Promise<Browser> | undefined;
const browser = (): Promise<Browser> => {
  launching ??= launchChromium();
  return launching;
};
after(async () => (await launching)?.close());

suite('the page of the preview', () => {
  const show = async (
    content: object,
    theme: (typeof themeNames)[number] = 'dark',
    width = 600,
  ): Promise<PreviewPage> => {
    const preview = await openPreviewPage(await browser(), theme, width);
    await preview.post(content);
    await preview.page.waitForSelector('#preview:not([aria-busy])');
    return preview;
  };

  for (const theme of themeNames) {
    test(`has no accessibility violation and fits into every width in the ${theme} theme`, {
      skip,
    }, async () => {
      const { page, post } = await openPreviewPage(await browser(), theme, 600);
      await page.addScriptTag({ content: axe });
      for (const [state, content] of Object.entries(states)) {
        await post(content);
        await page.waitForFunction(`window.state?.uri === ${JSON.stringify(content.uri)}`);
        for (const width of [1400, 600, 320]) {
          await page.setViewportSize({ width, height: 900 });
          const { scrollWidth, clientWidth, head } = (await page.evaluate(sizes)) as Record<string, number>;
          assert.equal(scrollWidth, clientWidth, `${state} at ${width} px`);
          assert.ok(head! <= 96, `the head has ${head} px: ${state} at ${width} px`);
          if (screenshots) {
            mkdirSync(screenshots, { recursive: true });
            const path = `${screenshots}/${`${state}-${theme}-${width}`.replaceAll(' ', '-')}.png`;
            await page.screenshot({ path, fullPage: true });
          }
        }
        // A narrow page scrolls what a wide one has in view.
        assert.deepEqual(await page.evaluate(violations), [], state);
      }
      await page.context().close();
    });
  }

  test('a page that stands alone has no violation in light and dark, and its policy allows its style', {
    skip,
  }, async () => {
    const css = readFileSync('dist/preview.css', 'utf8');
    const digest = `sha256-${createHash('sha256').update(css).digest('base64')}`;
    const { html } = contentOf(rich, { isInteractive: false });
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await (await browser()).newContext({
        colorScheme,
        bypassCSP: false,
        viewport: { width: 600, height: 900 },
      });
      const page = await context.newPage();
      await page.setContent(standalonePage('reviewer', html, { css, digest }));
      assert.equal(
        await page.evaluate('getComputedStyle(document.querySelector("header")).position'),
        'sticky',
      );
      await page.evaluate(axe);
      assert.deepEqual(await page.evaluate(violations), [], colorScheme);
      if (screenshots)
        await page.screenshot({ path: `${screenshots}/page-${colorScheme}.png`, fullPage: true });
      await context.close();
    }
  });

  test('keeps the head in view, the focus and the place when the text changes', { skip }, async () => {
    const long = rich.replace('## Report', `${'Text.\n\n'.repeat(200)}## Report`);
    const { page, post } = await show(contentOf(long));
    await page.locator('[data-command=copyPrompt]').focus();
    await page.evaluate('window.scrollTo(0, 900)');
    await post(contentOf(long.replace('You review code', 'You check code')));
    await page.waitForFunction('document.body.innerText.includes("You check code")');
    assert.equal(await page.evaluate('window.scrollY'), 900);
    assert.equal(await page.evaluate('document.activeElement.dataset.command'), 'copyPrompt');
    assert.equal(await page.evaluate('document.querySelector("header").getBoundingClientRect().top'), 0);
  });

  test('asks for fixes and commands by keyboard, and shows the lock', { skip }, async () => {
    const { page, post, sent } = await show(states.rich);
    await sent();
    await page.locator('[data-command=lock]').focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await sent(), [{ type: 'command', command: 'lock' }]);
    await post({ type: 'lock', locked: true });
    await page.waitForSelector('[data-command=lock][aria-pressed=true]');
    await page.locator('.fix').first().focus();
    await page.keyboard.press('Space');
    const [fix] = (await sent()) as { type: string; title: string; place: number[] }[];
    assert.equal(fix?.type, 'fix');
    assert.equal(fix.place.length, 4);
    assert.notEqual(fix.title, '');
  });

  test('starts another file at its top', { skip }, async () => {
    const long = rich.replace('## Report', `${'Text.\n\n'.repeat(200)}## Report`);
    const { page, post } = await show(contentOf(long));
    await page.evaluate('window.scrollTo(0, 900)');
    await post({ ...states.broken, uri: 'file:///other.md' });
    await page.waitForFunction('document.querySelector("h1").innerText === "broken"');
    assert.equal(await page.evaluate('window.scrollY'), 0);
  });
});
