// The messages between the preview's panel and its page. Each side accepts only what these functions validate.

/** From the panel to the page. */
export type PanelMessage =
  /** Show this content. `uri` is the file's, which the page stores across a reload of the window. */
  | { readonly type: 'content'; readonly uri: string; readonly html: string }
  /** Show this notice above outdated content; hide it when empty. */
  | { readonly type: 'notice'; readonly text: string }
  /** Scroll to what renders this zero-based line. */
  | { readonly type: 'scroll'; readonly line: number }
  /** Whether the preview stays with its file, whichever editor is active. */
  | { readonly type: 'lock'; readonly locked: boolean };

/** From the page to the panel. */
export type PageMessage =
  /** The page is ready to receive messages. */
  | { readonly type: 'ready' }
  /** Show this zero-based line in the editor, with the focus or without. */
  | { readonly type: 'reveal'; readonly line: number; readonly focus: boolean }
  /** Open this file, whose path is relative to the previewed one. */
  | { readonly type: 'open'; readonly path: string }
  /** Apply the fix with this title of the problem at this place. */
  | { readonly type: 'fix'; readonly place: Place; readonly title: string }
  | { readonly type: 'command'; readonly command: PageCommand };

/** Zero-based line and character of the start, and of the end. */
export type Place = readonly [number, number, number, number];

/** What the buttons of the page do, beside fixes. */
export type PageCommand = (typeof pageCommands)[number];
const pageCommands = ['fixAll', 'lock', 'copyPrompt', 'openPage', 'asSent'] as const;

/** The state that the page keeps across a reload of the window. */
export interface PageState {
  readonly uri: string;
  readonly scroll: number;
  readonly locked: boolean;
}

/** Validates a message to the page; `undefined` when it is invalid. */
export function asPanelMessage(value: unknown): PanelMessage | undefined {
  if (!isRecord(value)) return undefined;
  const { type, uri, html, text, line, locked } = value;
  if (type === 'content' && typeof uri === 'string' && typeof html === 'string') return { type, uri, html };
  if (type === 'notice' && typeof text === 'string') return { type, text };
  if (type === 'scroll' && isLine(line)) return { type, line };
  if (type === 'lock' && typeof locked === 'boolean') return { type, locked };
  return undefined;
}

/** Validates a message from the page; `undefined` when it is invalid, or opens a path that is not relative. */
export function asPageMessage(value: unknown): PageMessage | undefined {
  if (!isRecord(value)) return undefined;
  const { type, line, focus, path, place, title } = value;
  if (type === 'ready') return { type };
  if (type === 'reveal' && isLine(line) && typeof focus === 'boolean') return { type, line, focus };
  if (type === 'open' && typeof path === 'string' && isRelativePath(path)) return { type, path };
  if (type === 'fix' && isPlace(place) && typeof title === 'string') return { type, place, title };
  const command = type === 'command' && pageCommands.find(known => known === value.command);
  if (command) return { type: 'command', command };
  return undefined;
}

/** Validates a page state; `undefined` when it has no file. An invalid scroll position is 0. */
export function asPageState(value: unknown): PageState | undefined {
  if (!isRecord(value)) return undefined;
  const { uri, scroll, locked } = value;
  if (typeof uri !== 'string' || uri === '') return undefined;
  return { uri, scroll: typeof scroll === 'number' && scroll >= 0 ? scroll : 0, locked: locked === true };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLine(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isPlace(value: unknown): value is Place {
  return Array.isArray(value) && value.length === 4 && value.every(isLine);
}

/** True for a path without a root, scheme or drive. */
function isRelativePath(path: string): boolean {
  return path !== '' && !/^[/\\]|^[^/]*:|[\0-\x1F\\]/.test(path);
}
