// What a test in the extension host can ask about the rendered window; scripts/vscode/bridge.mjs answers.

async function ask<T>(action: string, body: object): Promise<T> {
  const address = process.env.AGENT_FILES_E2E_BRIDGE;
  if (!address)
    throw new Error('This suite runs under scripts/test-e2e.mjs, which offers the bridge to the page.');
  const response = await fetch(`${address}/${action}`, { method: 'POST', body: JSON.stringify(body) });
  const answer = (await response.json()) as { value: T; error?: string };
  if (answer.error) throw new Error(answer.error);
  return answer.value;
}

/** Evaluates a JavaScript expression in the document of every open webview; the answers must survive JSON. */
export const inWebviews = <T>(expression: string) => ask<T[]>('webviews', { expression });

/** The visible text of every open webview. */
export const webviewTexts = () => inWebviews<string>('document.body.innerText');

/** Evaluates a JavaScript expression in the workbench's own document. */
export const inWorkbench = <T>(expression: string) => ask<T>('workbench', { expression });

/** The labels in the list that is open, as far as it shows them. */
export const shownLabels = () =>
  inWorkbench<string[]>(
    "[...document.querySelectorAll('.suggest-widget.visible .monaco-list-row')].sort((a, b) => a.dataset.index - b.dataset.index).map(row => row.querySelector('.label-name').textContent)",
  );

/** Takes a picture of the window into out/screenshots/NAME.png. */
export const screenshot = (name: string) => ask<string>('screenshot', { name });

/** Presses a key or chord in Playwright's notation, for example `Control+Shift+P`. */
export const press = (key: string) => ask<void>('press', { key });

/** Types text as a user would, into whatever has the focus. */
export const type = (text: string) => ask<void>('type', { text });

/** Clicks the first element of the workbench that the CSS selector finds, once it is there. */
export const click = (selector: string, button: 'left' | 'right' = 'left') =>
  ask<void>('click', { selector, button });

/** Clicks the first element that the CSS selector finds inside a webview. */
export const clickInWebview = (selector: string) => ask<void>('clickInWebview', { selector });

/** Makes the browser report these media features, as an operating system would. */
export const emulateMedia = (media: { colorScheme?: 'light' | 'dark'; forcedColors?: 'active' | 'none' }) =>
  ask<void>('emulateMedia', media);
