import { boolean, list, number, record, type Shape, text } from './shape.ts';

const texts = list(text(), 'a list of texts');

/** What Gemini CLI, and Qoder CLI after it, check of one MCP server but for its `type`. */
export const commonMcpServerFields: Readonly<Record<string, Shape>> = {
  command: text(),
  args: texts,
  env: record(text(), 'a map of texts'),
  cwd: text(),
  url: text(),
  http_url: text(),
  headers: record(text(), 'a map of texts'),
  tcp: text(),
  timeout: number(),
  trust: boolean,
  description: text(),
  include_tools: texts,
  exclude_tools: texts,
};
