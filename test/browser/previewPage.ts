import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

/** The colors that VS Code gives to a webview, by theme; enough of them to see and to measure. */
const themes = {
  dark: {
    kind: 'vscode-dark',
    'editor-foreground': '#cccccc',
    'editor-background': '#1f1f1f',
    foreground: '#cccccc',
    descriptionForeground: '#9d9d9d',
    'textLink-foreground': '#4daafc',
    'textLink-activeForeground': '#4daafc',
    'textPreformat-foreground': '#d0d0d0',
    'textPreformat-background': '#3c3c3c',
    'textCodeBlock-background': '#2b2b2b',
    'editorError-foreground': '#f14c4c',
    'editorWarning-foreground': '#cca700',
    'editorInfo-foreground': '#59a4f9',
    'testing-iconPassed': '#73c991',
    'button-background': '#0078d4',
    'button-foreground': '#ffffff',
    'button-secondaryBackground': '#313131',
    'button-secondaryForeground': '#cccccc',
    'badge-background': '#616161',
    'badge-foreground': '#f8f8f8',
    focusBorder: '#0078d4',
  },
  light: {
    kind: 'vscode-light',
    'editor-foreground': '#3b3b3b',
    'editor-background': '#ffffff',
    foreground: '#3b3b3b',
    descriptionForeground: '#3b3b3b',
    'textLink-foreground': '#005fb8',
    'textLink-activeForeground': '#005fb8',
    'textPreformat-foreground': '#3b3b3b',
    'textPreformat-background': '#0000001f',
    'textCodeBlock-background': '#f8f8f8',
    'editorError-foreground': '#e51400',
    'editorWarning-foreground': '#bf8803',
    'editorInfo-foreground': '#0063d3',
    'testing-iconPassed': '#369432',
    'button-background': '#005fb8',
    'button-foreground': '#ffffff',
    'button-secondaryBackground': '#e5e5e5',
    'button-secondaryForeground': '#3b3b3b',
    'badge-background': '#cccccc',
    'badge-foreground': '#3b3b3b',
    focusBorder: '#005fb8',
  },
  'high contrast': {
    kind: 'vscode-high-contrast',
    'editor-foreground': '#ffffff',
    'editor-background': '#000000',
    foreground: '#ffffff',
    descriptionForeground: '#ffffffb3',
    'textLink-foreground': '#21a6ff',
    'textLink-activeForeground': '#21a6ff',
    'textPreformat-foreground': '#ffffff',
    'textPreformat-border': '#ffffff',
    'textCodeBlock-background': '#000000',
    contrastBorder: '#6fc3df',
    'editorError-foreground': '#f48771',
    'editorWarning-foreground': '#ffd370',
    'editorInfo-foreground': '#59a4f9',
    'testing-iconPassed': '#73c991',
    'button-background': '#000000',
    'button-foreground': '#ffffff',
    'button-border': '#6fc3df',
    'button-secondaryBackground': '#000000',
    'button-secondaryForeground': '#ffffff',
    'badge-background': '#000000',
    'badge-foreground': '#ffffff',
    focusBorder: '#f38518',
  },
} as const;

export type Theme = keyof typeof themes;
export const themeNames = Object.keys(themes) as Theme[];

/** A page of the preview as the extension builds it, outside of VS Code, with the messages that it sends. */
export interface PreviewPage {
  readonly page: Page;
  /** Sends a message from the panel. */
  post(message: object): Promise<void>;
  /** What the page sent since the last call. */
  sent(): Promise<unknown[]>;
}

/** Opens the built page in a browser window of that width, in that theme. */
export async function openPreviewPage(browser: Browser, theme: Theme, width: number): Promise<PreviewPage> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const { kind, ...colors } = themes[theme];
  const variables = Object.entries(colors).map(([name, color]) => `--vscode-${name}: ${color};`);
  const style = `:root { ${variables.join(' ')} --vscode-font-family: sans-serif; --vscode-font-size: 13px; --vscode-editor-font-family: monospace; }`;
  const script = `window.sent = []; window.acquireVsCodeApi = () => ({ postMessage: message => window.sent.push(message), getState: () => window.state, setState: state => { window.state = state; } });`;
  await page.setContent(
    `<!DOCTYPE html><html lang="en"><head><title>Agent Preview</title><style>${style}</style><style>${readFileSync('dist/preview.css', 'utf8')}</style></head>
<body class="${kind}"><p id="notice" role="status"></p><main id="preview" aria-busy="true"></main></body></html>`,
  );
  await page.addScriptTag({ content: script });
  await page.addScriptTag({ content: readFileSync('dist/preview.js', 'utf8') });
  return {
    page,
    post: message => page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`),
    sent: () => page.evaluate('window.sent.splice(0)') as Promise<unknown[]>,
  };
}
