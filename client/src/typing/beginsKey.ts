/**
 * True where the letter before `character` is the first of a key in the front matter: the rest of the line is indentation,
 * and its parent line opens a mapping. `lineAt` returns the text of a line.
 */
export function startsKey(lineAt: (line: number) => string, line: number, character: number): boolean {
  const indentation = /^( *)[A-Za-z]$/.exec(lineAt(line))?.[1];
  if (indentation === undefined || character !== indentation.length + 1) return false;
  if (!isDelimiter(lineAt(0))) return false;
  for (let above = line - 1; above > 0; above--) if (isDelimiter(lineAt(above))) return false;
  return indentation === '' || opensMap(lineAt, line, indentation.length);
}

function isDelimiter(text: string): boolean {
  return /^\uFEFF?---\s*$/.test(text);
}

/** True when the nearest line above that is less indented is a key without a value. */
function opensMap(lineAt: (line: number) => string, line: number, indentation: number): boolean {
  for (let above = line - 1; above > 0; above--) {
    const text = lineAt(above);
    if (text.trim() !== '' && /^ */.exec(text)![0].length < indentation)
      return /^[ -]*[\w.-]+:\s*$/.test(text);
  }
  return false;
}
