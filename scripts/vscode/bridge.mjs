import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { screenshotsFolder } from './paths.mjs';

/**
 * A test runs in the extension host and sees VS Code's API, not what is on the screen. The bridge is a small HTTP
 * server on 127.0.0.1 through which it asks about the rendered page: POST /<action> with a JSON body, answered by
 * `{ "value": … }` or `{ "error": "…" }`. test/e2e/support/page.ts is the other end.
 *
 * `currentPage` returns Playwright's page of the workbench, or undefined while there is none.
 */
export async function startBridge(currentPage) {
  const server = createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json');
    try {
      const action = actions[request.url?.slice(1) ?? ''];
      if (!action) throw new Error(`The bridge has no action ${request.url}.`);
      const page = await currentPage();
      if (!page) throw new Error('The workbench has no page yet.');
      const value = await action(page, await jsonBody(request));
      response.end(JSON.stringify({ value: value ?? null }));
    } catch (error) {
      response.statusCode = 500;
      response.end(JSON.stringify({ error: String(error) }));
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

const actions = {
  /** Evaluates an expression in the document of every webview; frames that are just going away are left out. */
  webviews: async (page, { expression }) => {
    const answers = await Promise.allSettled(webviewFrames(page).map(frame => frame.evaluate(expression)));
    return answers.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);
  },
  /** Evaluates an expression in the workbench's own document. */
  workbench: (page, { expression }) => page.evaluate(expression),
  /** Takes a picture of the whole window; answers its path. */
  screenshot: async (page, { name }) => {
    mkdirSync(screenshotsFolder, { recursive: true });
    const path = join(screenshotsFolder, `${basename(name)}.png`);
    await page.screenshot({ path });
    return path;
  },
  /** Presses a key or a chord in Playwright's notation, for example "Control+Shift+P". */
  press: (page, { key }) => page.keyboard.press(key),
  /** Types text as a user would. */
  type: (page, { text }) => page.keyboard.type(text),
  /** Clicks the first element of the workbench that a CSS selector finds. `button` is "left" or "right". */
  click: (page, { selector, button }) => page.locator(selector).first().click({ button, timeout: 10_000 }),
  /** Clicks the first element that a CSS selector finds inside a webview. */
  clickInWebview: async (page, { selector }) => {
    for (const frame of webviewFrames(page)) {
      const found = frame.locator(selector).first();
      if (await found.count()) return found.click({ timeout: 10_000 });
    }
    throw new Error(`No webview has an element ${selector}.`);
  },
  /** Makes the browser report a color scheme and contrast to the page, as an operating system would. */
  emulateMedia: (page, media) => page.emulateMedia(media),
};

/** VS Code renders a webview's document in a frame named fake.html inside the webview's own frame. */
function webviewFrames(page) {
  return page.frames().filter(frame => /\/fake\.html(\?|$)/.test(frame.url()));
}

async function jsonBody(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body === '' ? {} : JSON.parse(body);
}
