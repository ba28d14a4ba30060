import { Uri } from 'vscode';

/** The file that a command is about: menus of editors pass a URI, those of our view a node with one, the server a string. */
export function uriOfArgument(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  if (typeof argument === 'string') return Uri.parse(argument);
  const isNode = typeof argument === 'object' && argument !== null && 'resourceUri' in argument;
  return isNode && argument.resourceUri instanceof Uri ? argument.resourceUri : undefined;
}
