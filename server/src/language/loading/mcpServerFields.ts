import { boolean, list, number, record, type Shape, text } from './shape.ts';

const strings = list(text(), 'a list of strings');

/** The fields of one MCP server that Gemini CLI and its fork Qoder CLI check, except `type`. */
export const commonMcpServerFields: Readonly<Record<string, Shape>> = {
  command: text(),
  args: strings,
  env: record(text(), 'a mapping of strings'),
  cwd: text(),
  url: text(),
  http_url: text(),
  headers: record(text(), 'a mapping of strings'),
  tcp: text(),
  timeout: number(),
  trust: boolean,
  description: text(),
  include_tools: strings,
  exclude_tools: strings,
};
