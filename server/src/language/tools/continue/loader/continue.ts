import { readStrictly } from '../../../document/strictYaml.ts';
import { delimiterCause } from '../../../loading/delimiterCause.ts';
import { IssueCollector } from '../../../loading/issue.ts';
import type { Loader } from '../../../loading/loader.ts';
import { reportMismatch } from '../../../loading/mismatches.ts';
import { placesOf } from '../../../loading/places.ts';
import { refused } from '../../../loading/refused.ts';
import { isMapping, type Mismatch, map, text, textThat } from '../../../loading/shape.ts';
import { reportYamlError } from '../../../loading/yaml/errors.ts';
import { splitLikeContinue } from './frontMatter.ts';
import { reportContinueKeys } from './keys.ts';
import { continueTools } from './tools.ts';

const outcome = 'Continue does not load the file';

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
    const issues = new IssueCollector();
    if (!split) {
      if (document.text.startsWith('\uFEFF---')) reportMark(issues);
      else issues.addCause(delimiterCause(document), 'rejected', outcome);
      return refused(issues);
    }
    const reading = readStrictly(split.yaml);
    if ('reason' in reading) {
      const error = { ...reading, offset: split.toDocument(reading.offset) };
      reportYamlError(document, split.content, error, outcome, issues);
      return refused(issues);
    }
    const data = isMapping(reading.value) ? reading.value : {};
    const places = placesOf(document.text, document.yaml, document.frontMatter.open);
    const mismatches = shape(data, []);
    const context = { document, data, places, effect: 'rejected', consequence: outcome, code } as const;
    for (const mismatch of mismatches) reportMismatch(mismatch, context, issues);
    reportContinueKeys(document, data, issues);
    if (mismatches.length > 0) return refused(issues);
    const tools = continueTools(document, data.tools, issues);
    return {
      loads: true,
      name: String(data.name),
      description: data.description === undefined ? null : String(data.description),
      model: data.model === undefined ? null : String(data.model),
      tools,
      disallowedTools: null,
      permissionMode: null,
      fields: Object.fromEntries(
        ['name', 'description', 'model', 'tools', 'rules']
          .filter(key => data[key] !== undefined)
          .map(key => [key, data[key]]),
      ),
      issues: issues.inTextOrder(),
      body: split.body,
    };
  },
};

/** A name that is there and empty counts as missing. */
function code({ path, problem }: Mismatch): 'name.missing' | undefined {
  return path[0] === 'name' && problem !== 'type' ? 'name.missing' : undefined;
}

function reportMark(issues: IssueCollector): void {
  issues.add(
    'frontMatter.late',
    'rejected',
    { start: 0, end: 1 },
    {
      problem: 'Byte order mark, an invisible character, before the first `---`',
      consequence: 'Continue does not find the front matter after it, and does not load the file',
      advice: 'Save the file as UTF-8 without BOM',
    },
  );
}
