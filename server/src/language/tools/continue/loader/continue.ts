import { readStrictly } from '../../../document/strictYaml.ts';
import { delimiterIssue } from '../../../loading/delimiterIssue.ts';
import { type Issue, inTextOrder } from '../../../loading/issue.ts';
import type { Loader } from '../../../loading/loader.ts';
import { mismatchIssue } from '../../../loading/mismatchIssues.ts';
import { placesOf } from '../../../loading/places.ts';
import { refused } from '../../../loading/refused.ts';
import { isMapping, map, text, textThat } from '../../../loading/shape.ts';
import { errorIssue } from '../../../loading/yaml/errorIssues.ts';
import { splitLikeContinue } from './frontMatter.ts';
import { continueKeyIssues } from './keys.ts';
import { continueTools } from './tools.ts';

const outcome = 'Continue does not load the file';

const markIssue: Issue = {
  code: 'frontMatter.late',
  effect: 'rejected',
  range: { start: 0, end: 1 },
  problem: 'Byte order mark, an invisible character, before the first `---`',
  consequence: 'Continue does not find the front matter after it, and does not load the file',
  advice: 'Save the file as UTF-8 without BOM',
};

const shape = map({
  required: { name: textThat(name => name !== '', 'a non-empty string') },
  optional: {
    description: text(),
    model: text(),
    tools: text(undefined, 'a comma-separated string'),
    rules: text(undefined, 'a comma-separated string'),
  },
});

/**
 * Agents of Continue, as its parser `config-yaml` reads them. Its steps: the text between the first two `---` lines,
 * the YAML, a name, the types of the known keys, and last the tool list.
 */
export const continueAgent: Loader = {
  tool: 'Continue',
  version: 'config-yaml 1.42.0',
  recorded: '2026-11-21',
  evidence: 'measured',
  load({ document }) {
    const split = splitLikeContinue(document.text);
    if (!split)
      return refused([document.text.startsWith('\uFEFF---') ? markIssue : delimiterIssue(document, outcome)]);
    const reading = readStrictly(split.yaml);
    if ('reason' in reading) {
      const error = { ...reading, offset: split.toDocument(reading.offset) };
      return refused([errorIssue(document, split.content, error, outcome)]);
    }
    const data = isMapping(reading.value) ? reading.value : {};
    const places = placesOf(document.text, document.yaml, document.frontMatter.open);
    const mismatches = shape(data, []);
    const issues: Issue[] = [
      ...mismatches.map(mismatch =>
        mismatchIssue(mismatch, {
          document,
          data,
          places,
          effect: 'rejected',
          consequence: outcome,
          code: ({ path, problem }) =>
            path[0] === 'name' && problem !== 'type' ? 'name.missing' : undefined,
        }),
      ),
      ...continueKeyIssues(document, data),
    ];
    if (mismatches.length > 0) return refused(issues);
    const tools = continueTools(document, data.tools);
    return {
      loads: true,
      name: String(data.name),
      description: data.description === undefined ? null : String(data.description),
      model: data.model === undefined ? null : String(data.model),
      tools: tools.granted,
      disallowedTools: null,
      permissionMode: null,
      fields: Object.fromEntries(
        ['name', 'description', 'model', 'tools', 'rules']
          .filter(key => data[key] !== undefined)
          .map(key => [key, data[key]]),
      ),
      issues: inTextOrder([...issues, ...tools.issues]),
      body: split.body,
    };
  },
};
