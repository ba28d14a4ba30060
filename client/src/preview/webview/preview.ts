import morphdom from 'morphdom';
import { asPageMessage, asPageState, asPanelMessage, type PageMessage, type PageState } from '../messages.ts';
import { offsetOfLine } from './lines.ts';

interface EditorApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): EditorApi;

const editor = acquireVsCodeApi();
const main = document.getElementById('preview')!;
const notice = document.getElementById('notice')!;
const remembered = asPageState(editor.getState());
let uri = remembered?.uri;
/** The scroll position before a reload; restored once, with the first content. */
let scrollToRestore = remembered?.scroll;
let locked = remembered?.locked ?? false;

window.addEventListener('message', event => {
  const message = asPanelMessage(event.data);
  switch (message?.type) {
    case 'content':
      if (uri !== undefined && message.uri !== uri) window.scrollTo(0, 0);
      uri = message.uri;
      show(message.html);
      break;
    case 'lock':
      locked = message.locked;
      showLock();
      remember();
      break;
    case 'notice':
      notice.textContent = message.text;
      document.body.classList.toggle('outdated', message.text !== '');
      break;
    case 'scroll':
      if (scrollToRestore === undefined) window.scrollTo(0, offsetOfLine(main, message.line));
      break;
  }
});

document.addEventListener('click', event => {
  if (!(event.target instanceof Element)) return;
  const link = event.target.closest('a');
  const button = event.target.closest('button');
  if (link) follow(link, event);
  else if (button) press(button);
  else if (!event.target.closest('summary') && getSelection()?.isCollapsed !== false)
    reveal(event.target, false);
});

document.addEventListener('dblclick', event => {
  if (event.target instanceof Element && !event.target.closest('a, button, summary'))
    reveal(event.target, true);
});

let scrollTimer: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(scrollTimer);
  scrollTimer = setTimeout(remember, 100);
});

editor.postMessage({ type: 'ready' });

/** Updates only the elements that differ, to keep focus, selection and scroll position. */
function show(html: string): void {
  const page = new DOMParser().parseFromString(`<main>${html}</main>`, 'text/html');
  morphdom(main, page.querySelector('main')!, {
    childrenOnly: true,
    onBeforeElUpdated(from, to) {
      if (from instanceof HTMLDetailsElement) to.toggleAttribute('open', from.open);
      return !from.isEqualNode(to);
    },
  });
  showLock();
  main.removeAttribute('aria-busy');
  if (scrollToRestore !== undefined) {
    window.scrollTo(0, scrollToRestore);
    scrollToRestore = undefined;
  }
  remember();
}

function follow(link: HTMLAnchorElement, event: Event): void {
  const { reveal: line, open: path } = link.dataset;
  const target = link.getAttribute('href') ?? '';
  if (line === undefined && path === undefined && !target.startsWith('#')) return;
  event.preventDefault();
  if (line !== undefined) editor.postMessage({ type: 'reveal', line: Number(line), focus: true });
  else if (path !== undefined) editor.postMessage({ type: 'open', path });
  else document.getElementById(target.slice(1))?.scrollIntoView();
}

/** Asks the extension for what the button says; the page itself changes no file. */
function press({ dataset: { command, fix, place } }: HTMLButtonElement): void {
  const message =
    fix === undefined
      ? asPageMessage({ type: 'command', command })
      : asPageMessage({ type: 'fix', title: fix, place: place?.split(/[:-]/).map(Number) });
  if (message) editor.postMessage(message);
}

function showLock(): void {
  main.querySelector('[data-command=lock]')?.setAttribute('aria-pressed', String(locked));
}

function reveal(element: Element, focus: boolean): void {
  const line = element.closest<HTMLElement>('[data-line]')?.dataset.line;
  if (line !== undefined) editor.postMessage({ type: 'reveal', line: Number(line), focus });
}

function remember(): void {
  if (uri !== undefined) editor.setState({ uri, scroll: window.scrollY, locked });
}
