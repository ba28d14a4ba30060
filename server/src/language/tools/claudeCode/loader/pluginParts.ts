import type { AgentDocument, Path } from '../../../document/agentDocument.ts';
import type { Effect, IssueCollector } from '../../../loading/issue.ts';
import { reportMismatch } from '../../../loading/mismatches.ts';
import { type Places, placesOf } from '../../../loading/places.ts';
import { isMapping, type Mismatch, type Shape } from '../../../loading/shape.ts';
import { takeHooks } from './hooks.ts';
import { collectorFor } from './issueCollector.ts';
import { serverError } from './mcpServers.ts';
import type { Nested } from './nested.ts';
import { partsOf } from './nested.ts';
import { type Fault, hookPath, serverPath } from './pluginShapes.ts';

/** What Claude Code does with a wrong value. */
export interface Loss {
  readonly effect: Effect;
  /** A whole clause: "Claude Code refuses the plugin". */
  readonly consequence: string;
}

/** A JSON file whose values are checked, and where its issues go. */
export interface CheckedFile {
  readonly document: AgentDocument;
  /** The value of the whole file. */
  readonly data: unknown;
  readonly places: Places;
  readonly issues: IssueCollector;
}

/** A file with its value and places, for `report`. */
export function checkedFile(document: AgentDocument, data: unknown, issues: IssueCollector): CheckedFile {
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  return { document, data, places, issues };
}

/** Reports what differs from a shape. Returns false where anything does. */
export function report(
  file: CheckedFile,
  value: unknown,
  path: Path,
  shape: Shape,
  { effect, consequence }: Loss,
): boolean {
  const { document, data, places, issues } = file;
  const mismatches = shape(value, path);
  for (const mismatch of mismatches) {
    if (!hasText(mismatch)) {
      reportMismatch(mismatch, { document, data, places, effect, consequence }, issues);
      continue;
    }
    const { text, suggestion, isPath, isUsual } = mismatch;
    const details = { field: String(path[0] ?? ''), subject: pathSubject(mismatch.path) };
    const range = isPath ? places.value(mismatch.path) : places.key(mismatch.path);
    if (isPath)
      issues.add(
        'path.invalid',
        effect,
        range,
        { ...text, consequence },
        {
          ...details,
          data: { suggestion, isUsual: isUsual ? true : undefined },
        },
      );
    else issues.add('value.type', effect, range, { ...text, consequence }, details);
  }
  return mismatches.length === 0;
}

function hasText(mismatch: Mismatch): mismatch is Fault {
  return 'text' in mismatch;
}

function pathSubject(path: Path): string | undefined {
  const last = path.at(-1);
  return path.length > 1 && typeof last === 'string' ? last : undefined;
}

/** Reports what is wrong with `hooks` of a plugin: a path, the hooks themselves, or a list of both. */
export function reportHooks(file: CheckedFile, hooks: Nested, path: Path, loss: Loss): void {
  const { value } = hooks;
  if (Array.isArray(value)) {
    for (const [index, item] of partsOf(hooks))
      if (isMapping(item.value)) reportInline(file, item, loss);
      else report(file, item.value, [...path, Number(index)], hookPath, loss);
  } else if (isMapping(value)) reportInline(file, hooks, loss);
  else if (typeof value === 'string') report(file, value, path, hookPath, loss);
  else report(file, value, path, oneOf('a path, a mapping of events, or a list of them'), loss);
}

function reportInline({ document, issues }: CheckedFile, hooks: Nested, loss: Loss): void {
  const collector = collectorFor(document, document.frontMatter.content);
  const { value, range, node, keyRange = range } = hooks;
  takeHooks({ key: 'hooks', keyRange, range, value, node, repaired: false }, collector, loss);
  issues.addAll(collector.issues);
}

/** Reports what is wrong with `mcpServers` of a plugin: a path, the servers themselves, or a list of both. */
export function reportServers(file: CheckedFile, servers: Nested, path: Path, loss: Loss): void {
  const { value } = servers;
  if (Array.isArray(value)) {
    for (const [index, item] of partsOf(servers))
      if (isMapping(item.value)) reportServerMap(file, item, loss);
      else report(file, item.value, [...path, Number(index)], serverPath, loss);
  } else if (isMapping(value)) reportServerMap(file, servers, loss);
  else if (typeof value === 'string') report(file, value, path, serverPath, loss);
  else report(file, value, path, oneOf('a path, a mapping of servers, or a list of them'), loss);
}

function reportServerMap({ issues }: CheckedFile, servers: Nested, { effect, consequence }: Loss): void {
  for (const [name, server] of partsOf(servers)) {
    const error = serverError(name, server);
    if (!error) continue;
    const { at, problem, advice } = error;
    issues.add(
      'mcp.invalid',
      effect,
      at.range,
      { problem, consequence, advice },
      { field: 'mcpServers', subject: name },
    );
  }
}

function oneOf(expected: string): Shape {
  return (value, path) => [
    { path, problem: value === null ? 'null' : 'type', expected, accepts: ['string', 'list', 'mapping'] },
  ];
}
