/** Matches words before a colon that are lines of a dialogue or an example, and hardly ever keys of front matter. */
const dialogueWord =
  /^(?:user|assistant|human|ai|agent|system|context|commentary|example|scenario|note|input|output|question|answer|result|response|request|task|trigger|when|why|how|important|[qa])(?:s|\d+)?$/i;

/** Whether a line with a key is one of a dialogue or an example. A single letter without text after it is a key. */
export function isDialogueLine(key: string, line: string): boolean {
  return dialogueWord.test(key) && (key.length > 1 || /:[ \t]+\S/.test(line));
}
