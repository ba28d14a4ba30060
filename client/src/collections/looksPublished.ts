/** How much of a document is looked at, in characters. */
const headLength = 8192;

/** Whether a document may be one of a collection: its front matter has a name and a description. The server decides. */
export function looksPublished(text: string): boolean {
  const front = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n---|$)/.exec(text.slice(0, headLength))?.[1];
  return front !== undefined && /^name:/m.test(front) && /^description:/m.test(front);
}
