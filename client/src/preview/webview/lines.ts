/**
 * Returns the scroll offset that brings a document line to the top. Lines between two elements with `data-line` are
 * interpolated; a line below the last element has its offset.
 */
export function offsetOfLine(root: HTMLElement, line: number): number {
  if (line === 0) return 0;
  // The head stays in view, above what is scrolled to.
  const head = root.querySelector('header')?.clientHeight ?? 0;
  let before = { line: 0, top: 0 };
  for (const element of root.querySelectorAll<HTMLElement>('[data-line]')) {
    const at = Number(element.dataset.line);
    const top = element.getBoundingClientRect().top + window.scrollY;
    if (at > line) {
      const share = (line - before.line) / (at - before.line);
      return before.top + share * Math.max(0, top - before.top) - head;
    }
    before = { line: at, top };
  }
  return before.top - head;
}
