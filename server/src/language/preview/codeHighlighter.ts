import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import markdown from 'highlight.js/lib/languages/markdown';
import python from 'highlight.js/lib/languages/python';
import rust from 'highlight.js/lib/languages/rust';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { escapeText, markInvisible } from './escapeHtml.ts';

/** The languages that agent files show code in. Each brings its aliases: `py`, `ts`, `sh`, `html`, `toml` … */
const highlighter = hljs.newInstance();
const languages = {
  bash,
  css,
  diff,
  go,
  ini,
  java,
  javascript,
  json,
  markdown,
  python,
  rust,
  shell,
  sql,
  typescript,
  xml,
  yaml,
};
for (const [name, definition] of Object.entries(languages)) highlighter.registerLanguage(name, definition);

/** Code longer than this, in characters, is shown without colors: some languages take quadratic time. */
const longestHighlighted = 10_000;

/** Code as HTML: spans of class `hljs-…` where the language is known, escaped text otherwise. */
export function highlightCode(code: string, language: string): string {
  if (code.length > longestHighlighted || !highlighter.getLanguage(language)) return escapeText(code);
  return markInvisible(highlighter.highlight(code, { language, ignoreIllegals: true }).value);
}
