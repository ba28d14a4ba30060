/**
 * A text for a label in which VS Code would make icons of `$(name)` and links of `[title](address)`: it is shown as it
 * is. What stands in it may come from a file that somebody else wrote.
 */
export function labelText(text: string): string {
  return text.replaceAll('$(', '\\$(').replaceAll('](', ']\u200B(');
}
