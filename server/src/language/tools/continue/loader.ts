import { readStrictly } from '../../document/strictYaml.ts';
import { byteOrderMarkCause, delimiterCause } from '../../loading/delimiterCause.ts';
import type { Consequence, DocumentedFormat, Reading } from '../../loading/documented/format.ts';
import { ignoredLimits } from '../../loading/documented/ignoredLimits.ts';
import { isMapping } from '../../loading/shape.ts';
import { reportYamlError } from '../../loading/yaml/errors.ts';
import { splitLikeContinue } from './frontMatter.ts';
import { referencesIn, reportReferences } from './references.ts';

const outcome = 'Continue does not load the file';

const refused: Consequence = { effect: 'rejected', consequence: outcome };
const commaSeparated = {
  null: refused,
  type: { ...refused, advice: 'Write the names on one line with commas between them, without brackets' },
};

/**
 * Agents of Continue, as its parser `config-yaml` reads them. Its steps: the text between the first two `---` lines,
 * the YAML, a name, the types of the known keys, and last the tool list.
 */
export const continueFormat: DocumentedFormat = {
  tool: 'Continue',
  version: 'config-yaml 1.42.0',
  evidence: 'measured',
  what: 'agent',
  frontMatter: 'required',
  namedBy: 'name',
  read(document, issues): Reading {
    const split = splitLikeContinue(document.text);
    const nothing = { data: {}, body: document.frontMatter.body, invalid: new Set<string>() };
    if (!split) {
      issues.addCause(
        document.text.startsWith('\uFEFF---') ? byteOrderMarkCause : delimiterCause(document),
        'rejected',
        outcome,
      );
      return { ...nothing, isUnreadable: true };
    }
    const reading = readStrictly(split.yaml);
    if ('reason' in reading) {
      const error = { ...reading, offset: split.toDocument(reading.offset) };
      reportYamlError(document, split.content, error, outcome, issues);
      return { ...nothing, isUnreadable: true };
    }
    return { ...nothing, data: isMapping(reading.value) ? reading.value : {}, body: split.body };
  },
  invalid: refused,
  errors: { tools: commaSeparated, rules: commaSeparated },
  code: ({ path: [field], problem }) => (field === 'name' && problem === 'null' ? 'name.missing' : undefined),
  unknownKeys: 'ignored',
  keyFact: ignoredLimits('Continue', { allow: 'tools' }),
  conditions: ({ document, data }, issues) => reportReferences(document, data.tools, issues),
  result: ({ data }) => ({
    name: String(data.name),
    description: data.description === undefined ? null : String(data.description),
    model: data.model === undefined ? null : String(data.model),
    tools: referencesIn(data.tools),
  }),
};
