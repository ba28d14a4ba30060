import createMarkdownIt, { type MarkdownIt, type StateCore, type Token } from 'markdown-it';
import { highlightCode } from './codeHighlighter.ts';
import { dialogueHtml } from './dialogueHtml.ts';
import { escapeAttribute, escapeText, scrollable } from './escapeHtml.ts';
import type { Turn } from './exampleDialogue.ts';
import { icon } from './icons.ts';
import type { MarkText } from './placeholderMarks.ts';
import { exampleToken, promptBlocks, tagToken } from './promptBlocks.ts';
import { headingAnchor, linkTag, linkTarget } from './promptLinks.ts';

/** What one rendering carries along. */
interface RenderEnv {
  /** The document line on which the Markdown begins. */
  readonly firstLine: number;
  /** How often each heading anchor was given out. */
  readonly anchors: Map<string, number>;
  /** The headings so far. */
  readonly headings: PromptHeading[];
  readonly mark: MarkText;
  /** How many more characters of code may be highlighted: a limit on the time that one rendering takes. */
  highlightable: number;
}

/** A heading of the prompt, with the id that it has in the page. */
export interface PromptHeading {
  readonly anchor: string;
  /** 1 to 6, as in the text. */
  readonly level: number;
  readonly text: string;
}

/** The page has a heading above the prompt (its name) and one for the prompt itself. */
const headingsAbove = 2;
const highlightedCharacters = 100_000;

const markdown = createMarkdown();

/**
 * Renders Markdown as HTML: no markup of the text's own, no images, only links that are safe to follow.
 * `firstLine` is the document line of the first line of `text`; every block carries its line as `data-line`.
 */
export function renderMarkdown(text: string, firstLine: number): string {
  return renderPrompt(text, firstLine, escapeText).html;
}

/** The same with the headings in the order of the text, and with `mark` for the text between tags. */
export function renderPrompt(
  text: string,
  firstLine: number,
  mark: MarkText,
): { readonly html: string; readonly headings: readonly PromptHeading[] } {
  const headings: PromptHeading[] = [];
  const anchors = new Map<string, number>();
  const env: RenderEnv = { firstLine, anchors, headings, mark, highlightable: highlightedCharacters };
  return { html: markdown.render(text, { ...env }), headings };
}

function createMarkdown(): MarkdownIt {
  const md = new createMarkdownIt({ html: false, linkify: false, typographer: false });
  md.validateLink = url => linkTarget(url) !== undefined;
  md.use(promptBlocks);
  md.core.ruler.push('preview', state => prepare(state));
  const { rules } = md.renderer;
  rules.text = (tokens, index, _options, env) => (env as unknown as RenderEnv).mark(tokens[index]!.content);
  rules.code_inline = (tokens, index, _options, env) =>
    `<code>${(env as unknown as RenderEnv).mark(tokens[index]!.content)}</code>`;
  rules.link_open = (tokens, index) => linkTag(linkTarget(String(tokens[index]!.attrGet('href') ?? '')));
  rules.image = (tokens, index) => imageHtml(tokens[index]!);
  rules.fence = (tokens, index, _options, env) => codeHtml(tokens[index]!, env as unknown as RenderEnv);
  rules.code_block = rules.fence;
  rules.table_open = (tokens, index) =>
    `<div class="table"${lineAttribute(tokens[index]!)} tabindex="0"><table>`;
  rules.table_close = () => '</table></div>';
  rules.heading_close = (tokens, index) => `${lineLink(tokens[index]!)}</${tokens[index]!.tag}>\n`;
  rules[tagToken] = (tokens, index) =>
    `<div class="tag"${lineAttribute(tokens[index]!)}>${escapeText(tokens[index]!.content)}</div>\n`;
  rules[exampleToken] = (tokens, index) =>
    dialogueHtml(tokens[index]!.meta!.turns as readonly Turn[], lineAttribute(tokens[index]!));
  return md;
}

/** Puts what the page needs onto the tokens: lines, anchors, lower headings, classes in place of styles. */
function prepare(state: StateCore): void {
  const env = state.env as unknown as RenderEnv;
  state.tokens.forEach((token, index) => {
    if (token.map && token.nesting >= 0 && token.type !== 'inline') {
      token.attrSet('data-line', String(env.firstLine + token.map[0]));
    }
    if (token.type === 'heading_open') prepareHeading(state.tokens, index, env);
    else if (token.type === 'inline') markTask(state.tokens, index);
    const style = token.attrGet('style');
    if (style !== null) {
      token.attrs = token.attrs!.filter(([name]) => name !== 'style');
      token.attrJoin('class', `align-${String(style).replace('text-align:', '')}`);
    }
  });
}

function prepareHeading(tokens: readonly Token[], index: number, env: RenderEnv): void {
  const open = tokens[index]!;
  const close = tokens[index + 2]!;
  const level = Number(open.tag.slice(1));
  const tag = `h${Math.min(level + headingsAbove, 6)}`;
  const text = plainText(tokens[index + 1]!.children ?? []);
  const anchor = headingAnchor(text);
  const given = env.anchors.get(anchor) ?? 0;
  env.anchors.set(anchor, given + 1);
  open.tag = tag;
  close.tag = tag;
  close.attrSet('data-line', open.attrGet('data-line') ?? '');
  const id = given === 0 ? anchor : `${anchor}-${given}`;
  env.headings.push({ anchor: id, level, text });
  open.attrSet('id', id);
  open.attrSet('class', `level-${level}`);
}

/** Turns the `[ ]` or `[x]` at the start of a list item into a box. */
function markTask(tokens: readonly Token[], index: number): void {
  const first = tokens[index]!.children?.[0];
  const item = tokens[index - 2];
  if (first?.type !== 'text' || tokens[index - 1]?.type !== 'paragraph_open') return;
  if (item?.type !== 'list_item_open' || !/^\[[ xX]\]\s/.test(first.content)) return;
  first.content = (first.content[1] === ' ' ? '☐' : '☑') + first.content.slice(3);
  item.attrJoin('class', 'task');
}

function codeHtml(token: Token, env: RenderEnv): string {
  const language = /^[\w+#-]+/.exec(token.info.trim())?.[0] ?? '';
  const code = token.content.replace(/\n$/, '');
  const affordable = code.length <= env.highlightable;
  if (affordable) env.highlightable -= code.length;
  const html = affordable ? highlightCode(code, language) : escapeText(code);
  const label = language === '' ? '' : ` data-language="${escapeAttribute(language)}"`;
  return `<pre${lineAttribute(token)}${label}${scrollable(code)}><code>${html}</code></pre>\n`;
}

/** An image as its description: the page loads nothing. */
function imageHtml(token: Token): string {
  const alt = plainText(token.children ?? []) || 'image';
  const source = String(token.attrGet('src') ?? '');
  return `<span class="image" title="${escapeAttribute(source)}">${icon('image')}<span class="unseen">image: </span>${escapeText(alt)}</span>`;
}

/** A link that leads from a heading to its line in the editor, for those who use no mouse. */
function lineLink(token: Token): string {
  const line = Number(token.attrGet('data-line'));
  return ` <a class="line-link" href="#" data-reveal="${line}" aria-label="Go to line ${line + 1}">${icon('line')}</a>`;
}

function lineAttribute(token: Token): string {
  const line = token.attrGet('data-line');
  return line === null ? '' : ` data-line="${escapeAttribute(String(line))}"`;
}

function plainText(tokens: readonly Token[]): string {
  return tokens
    .map(token =>
      token.children ? plainText(token.children) : token.type.endsWith('break') ? ' ' : token.content,
    )
    .join('');
}
