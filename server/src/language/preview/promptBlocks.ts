import type { MarkdownIt, StateBlock } from 'markdown-it';
import { parseTurns } from './exampleDialogue.ts';

/** The token of a line that holds nothing but a tag; its `content` is the line. */
export const tagToken = 'prompt_tag';
/** The token of an `<example>` block with a dialogue in it; its `meta.turns` are the turns. */
export const exampleToken = 'prompt_example';

const tagLine = /^<\/?[A-Za-z][\w:.-]*(?:[ \t][^<>]{0,500})?\/?>[ \t]*$/;
/** An example longer than this, in lines, is not looked for. */
const longestExample = 200;

/**
 * Teaches Markdown two habits of prompts: tags on lines of their own that divide a prompt into parts, and
 * `<example>` blocks with a dialogue. Markdown would run both into the paragraph around them.
 */
export function promptBlocks(markdown: MarkdownIt): void {
  const terminates = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };
  markdown.block.ruler.before('html_block', tagToken, tag, terminates);
  markdown.block.ruler.before(tagToken, exampleToken, example, terminates);
}

function tag(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if (!startsBlock(state, startLine) || !tagLine.test(lineAt(state, startLine))) return false;
  if (silent) return true;
  const token = state.push(tagToken, 'div', 0);
  token.content = lineAt(state, startLine).trim();
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}

function example(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!startsBlock(state, startLine) || lineAt(state, startLine).trim() !== '<example>') return false;
  const last = Math.min(endLine, startLine + longestExample);
  let close = startLine + 1;
  while (close < last && lineAt(state, close).trim() !== '</example>') close++;
  if (close >= last) return false;
  const turns = parseTurns(state.getLines(startLine + 1, close, state.blkIndent, false));
  if (!turns.some(turn => turn.speaker !== 'text')) return false;
  if (silent) return true;
  const token = state.push(exampleToken, 'div', 0);
  token.meta = { turns };
  token.map = [startLine, close + 1];
  state.line = close + 1;
  return true;
}

/** False for a line that is indented as code is, or less than the block around it. */
function startsBlock(state: StateBlock, line: number): boolean {
  const indent = state.sCount[line]! - state.blkIndent;
  return indent < 4 && state.src[state.bMarks[line]! + state.tShift[line]!] === '<';
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]!);
}
