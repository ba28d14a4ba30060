/**
 * How far to scroll so that what stands for a document line comes to the top. Between two elements that carry a
 * line, the place is interpolated; a line below the last one is the last one's.
 */
export function offsetOfLine(root: HTMLElement, line: number): number {
  if (line === 0) return 0;
  let before = { line: 0, top: 0 };
  for (const element of root.querySelectorAll<HTMLElement>('[data-line]')) {
    const at = Number(element.dataset.line);
    const top = element.getBoundingClientRect().top + window.scrollY;
    if (at > line) {
      const share = (line - before.line) / (at - before.line);
      return before.top + share * Math.max(0, top - before.top);
    }
    before = { line: at, top };
  }
  return before.top;
}
