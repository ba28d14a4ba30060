// What the preview's panel and its page say to each other. Either side takes only what one of these functions accepts.

/** From the panel to the page. */
export type PanelMessage =
  /** Show this content. `uri` is the file's, for the page to remember over a reload of the window. */
  | { readonly type: 'content'; readonly uri: string; readonly html: string }
  /** Say this above the content, which may be out of date; nothing when empty. */
  | { readonly type: 'notice'; readonly text: string }
  /** Bring what stands for this zero-based line to the top. */
  | { readonly type: 'scroll'; readonly line: number };

/** From the page to the panel. */
export type PageMessage =
  /** The page listens now. */
  | { readonly type: 'ready' }
  /** Show this zero-based line in the editor; `focus` says whether the keyboard goes there too. */
  | { readonly type: 'reveal'; readonly line: number; readonly focus: boolean }
  /** Open this file, whose path is relative to the previewed one. */
  | { readonly type: 'open'; readonly path: string };

/** What the page remembers over a reload of the window. */
export interface PageState {
  readonly uri: string;
  readonly scroll: number;
}

/** The message that a value is; `undefined` when it is none. */
export function asPanelMessage(value: unknown): PanelMessage | undefined {
  if (!isRecord(value)) return undefined;
  const { type, uri, html, text, line } = value;
  if (type === 'content' && typeof uri === 'string' && typeof html === 'string') return { type, uri, html };
  if (type === 'notice' && typeof text === 'string') return { type, text };
  if (type === 'scroll' && isLine(line)) return { type, line };
  return undefined;
}

/** The message that a value is; `undefined` when it is none, or asks for a file by another than a relative path. */
export function asPageMessage(value: unknown): PageMessage | undefined {
  if (!isRecord(value)) return undefined;
  const { type, line, focus, path } = value;
  if (type === 'ready') return { type };
  if (type === 'reveal' && isLine(line) && typeof focus === 'boolean') return { type, line, focus };
  if (type === 'open' && typeof path === 'string' && isRelativePath(path)) return { type, path };
  return undefined;
}

/** The state that a value is; `undefined` when it names no file. Without a place that can be scrolled to, the top. */
export function asPageState(value: unknown): PageState | undefined {
  if (!isRecord(value)) return undefined;
  const { uri, scroll } = value;
  if (typeof uri !== 'string' || uri === '') return undefined;
  return { uri, scroll: typeof scroll === 'number' && scroll >= 0 ? scroll : 0 };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLine(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** True for a path that starts neither at a root nor with a scheme or a drive. */
function isRelativePath(path: string): boolean {
  return path !== '' && !/^[/\\]|^[^/]*:|[\0-\x1F\\]/.test(path);
}
