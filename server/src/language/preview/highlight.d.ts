// highlight.js's own types pull in the DOM library, which the core must not see; this is what we use of them.

interface Highlighter {
  registerLanguage(name: string, definition: LanguageDefinition): void;
  getLanguage(name: string): object | undefined;
  highlight(code: string, options: { language: string; ignoreIllegals: boolean }): { readonly value: string };
  newInstance(): Highlighter;
}

/** What a module of highlight.js/lib/languages holds. */
type LanguageDefinition = (highlighter: unknown) => unknown;

declare const definition: Highlighter & LanguageDefinition;
export default definition;
