/**
 * Escapes text for a label in which VS Code would render `$(name)` as an icon and `[title](address)` as a link. The text
 * may come from an untrusted file.
 */
export function labelText(text: string): string {
  return text.replaceAll('$(', '\\$(').replaceAll('](', ']\u200B(');
}
