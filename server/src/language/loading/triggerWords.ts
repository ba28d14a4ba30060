/** The words that say when to use a skill, with the beginning of what follows; `undefined` where a text has none. */
export function triggerIn(text: string): string | undefined {
  const found =
    /\b(?:use (?:this|it|when|for|proactively)|when (?:the user|asked|working)|triggers?\b)[^\n.]*/i.exec(
      text,
    );
  if (!found) return undefined;
  const words = found[0].trim();
  return words.length > 40 ? `${words.slice(0, 39).trimEnd()}…` : words;
}

/** The same as the end of a sentence on what is sent: ", without “Use when …”". */
export function withoutTrigger(lost: string): string {
  const trigger = triggerIn(lost);
  return trigger === undefined ? '' : `, without “${trigger}”`;
}
