import { once } from 'node:events';
import { join } from 'node:path';
import { launchChromium } from '../../../scripts/vscode/browser.mjs';
import { sampleWorkspace, screenshotsFolder } from '../../../scripts/vscode/paths.mjs';
import { createScratch, linkExtension } from '../../../scripts/vscode/profile.mjs';
import { provisionServer } from '../../../scripts/vscode/provision.mjs';
import { startServer } from '../../../scripts/vscode/server.mjs';

/** What a slow machine may need for anything that the window does. */
const timeLimit = { timeout: 90_000 };

/**
 * Opens VS Code with the extension on a copy of the sample workspace, for tests that drive the window from outside:
 * they can do what would end a test inside the extension host. `file` of the workspace is opened.
 * `installExtension` gets the editor and the profile, and puts the extension there.
 */
export async function openWorkbench(file, installExtension = (_editor, scratch) => linkExtension(scratch)) {
  const install = await provisionServer(process.env.AGENT_FILES_E2E_EDITION ?? 'newest');
  const scratch = createScratch(sampleWorkspace);
  await installExtension(install, scratch);
  const server = await startServer(install, scratch);
  const browser = await launchChromium();
  const page = await newPage(browser);
  await page.goto(server.address);
  const workbench = drive(page);
  await workbench.open(file);
  return {
    ...workbench,
    server,
    scratch,
    async close() {
      await page.screenshot({ path: join(screenshotsFolder, 'window-at-the-end.png') });
      await browser.close();
      await server.stop();
      scratch.remove();
    },
  };
}

/** A page in a window of the size that the screenshots have. */
export async function newPage(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  return context.newPage();
}

/** What one does with a workbench. */
export function drive(page) {
  /** Waits for an element, or one with that text, and returns it. */
  const find = (selector, hasText) => visible(page.locator(selector).filter(hasText ? { hasText } : {}));
  /** Opens a quick pick by its key, types, and takes the entry with that label. */
  const choose = async (key, text, label) => {
    const input = page.locator('.quick-input-widget input');
    const match = page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: label });
    // A window that is still opening its editors takes the focus away, which closes the quick pick.
    for (let tries = 0; tries < 10; tries++) {
      await page.keyboard.press(key);
      try {
        await input.fill(text, { timeout: 3000 });
        await match.waitFor({ timeout: 3000 });
        await page.keyboard.press('Enter');
        return;
      } catch {
        await page.keyboard.press('Escape');
      }
    }
    throw new Error(`No entry ${label} was offered for ${text}.`);
  };
  return {
    page,
    /** Opens a file of the workspace by its name, and waits for it. */
    async open(name) {
      await choose('Control+P', name, name);
      await find('.tab.active', name);
    },
    /** Runs a command by the title that the command palette shows. */
    command: title => choose('F1', `>${title}`, title),
    find,
    /** Waits for a text in a preview, and returns the frame that it is in. */
    async preview(text) {
      const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      // The outline has the same texts, and is closed.
      await frame.getByText(text).filter({ visible: true }).first().waitFor(timeLimit);
      return frame;
    },
    /** The entries of the context menu of an element, which is then closed. */
    async contextMenuOf(element) {
      await element.click({ button: 'right', ...timeLimit });
      const entries = page.locator('.context-view .action-label');
      await visible(entries);
      const labels = await entries.allInnerTexts();
      await page.keyboard.press('Escape');
      return labels;
    },
  };
}

/** The first line of a child's output that the pattern matches; rejects when the child ends before. */
export async function outputMatching(child, pattern) {
  let output = '';
  const ended = once(child, 'exit').then(() => {
    throw new Error(`It ended early:\n${output}`);
  });
  ended.catch(() => {});
  const found = new Promise(resolve => {
    child.stdout.on('data', data => {
      output += data;
      const match = pattern.exec(output);
      if (match) resolve(match);
    });
  });
  return Promise.race([found, ended]);
}

async function visible(locator) {
  await locator.first().waitFor(timeLimit);
  return locator.first();
}
