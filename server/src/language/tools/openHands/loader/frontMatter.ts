import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Cause } from '../../../loading/issue.ts';
import { pythonStripped, splitAtBoundaries } from '../../../loading/yaml/python/frontMatter.ts';
import { implicitTag, textTag } from '../../../loading/yaml/python/scalarTypes.ts';
import { type PythonValue, pythonText } from '../../../loading/yaml/python/values.ts';

/** The parts of a file as OpenHands splits it. */
export interface OpenHandsParts {
  /** `undefined` where the file has no front matter for it: then all of it is the body. */
  readonly yaml: OffsetRange | undefined;
  readonly body: OffsetRange;
}

/** Splits a file as OpenHands does with python-frontmatter: white space may precede the first line of dashes. */
export function splitLikeOpenHands(text: string): OpenHandsParts {
  const whole = pythonStripped(text, { start: 0, end: text.length });
  const parts = splitAtBoundaries(text, whole.start);
  if (!parts || parts.above.end > parts.above.start) return { yaml: undefined, body: whole };
  return { yaml: parts.yaml, body: pythonStripped(text, parts.body) };
}

/** Names of Python’s own parameters; as keys they take the place of what is passed there. */
const takenKeys: readonly PythonValue[] = ['content', 'handler', 'self'];

/** Why python-frontmatter raises for a key among `keys`: it is not a string, or the name of a parameter of its own. */
export function impossibleKey(document: AgentDocument, keys: readonly PythonValue[]): Cause | undefined {
  const key = keys.find(each => typeof each !== 'string' || takenKeys.includes(each));
  if (key === undefined) return undefined;
  const entry = document.yaml.entries.find(each =>
    typeof key === 'string' ? each.key === key : implicitTag(document.slice(each.keyRange)) !== textTag,
  );
  const range = entry?.keyRange ?? document.frontMatter.open;
  const written = entry ? document.slice(range) : pythonText(key);
  return typeof key === 'string'
    ? {
        code: 'key.unknown',
        range,
        problem: `\`${key}\` cannot be a key here`,
        advice: 'Rename or remove it',
      }
    : {
        code: 'yaml.invalid',
        range,
        problem: `Key \`${written}\` is not a string`,
        advice: 'Put the key in quotes',
      };
}
