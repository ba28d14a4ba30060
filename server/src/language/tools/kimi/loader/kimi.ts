import { delimiterCause } from '../../../loading/delimiterCause.ts';
import { reportEarlyDelimiter } from '../../../loading/earlyDelimiter.ts';
import { IssueCollector } from '../../../loading/issue.ts';
import { readWithJsYaml } from '../../../loading/jsYaml.ts';
import { listItems } from '../../../loading/listItems.ts';
import type { Loader } from '../../../loading/loader.ts';
import { reportMismatch } from '../../../loading/mismatches.ts';
import { placesOf } from '../../../loading/places.ts';
import { refused } from '../../../loading/refused.ts';
import { isMapping } from '../../../loading/shape.ts';
import { unifyLineEnds } from '../../../loading/unifyLineEnds.ts';
import { notMappingCause, reportYamlError } from '../../../loading/yaml/errors.ts';
import { kimiMismatches, nameOf, namesIn } from './fields.ts';
import { splitLikeKimi } from './frontMatter.ts';
import { reportKimiKeys } from './keys.ts';
import { kimiGranted, reportEmptyList, reportKimiTools } from './tools.ts';

const outcome = 'Kimi Code skips the file with a warning';

/**
 * Agents of Kimi Code. Its steps: the delimiters, the YAML (js-yaml, after trimming), the types of the known keys, the
 * prompt, and last the names in the tool lists, about which it only warns.
 */
export const kimiAgent: Loader = {
  tool: 'Kimi Code',
  version: '2.1.0',
  recorded: '2026-11-21',
  evidence: 'measured',
  load({ document, path }) {
    const split = splitLikeKimi(document.text);
    const issues = new IssueCollector();
    if (split.state !== 'split') {
      issues.addCause(delimiterCause(document), 'rejected', outcome);
      return refused(issues);
    }
    reportEarlyDelimiter(
      document,
      split.close,
      'Kimi Code',
      ['tools', 'disallowedTools', 'subagents'],
      issues,
    );
    const unified = unifyLineEnds(document.text, split.yaml);
    const leading = unified.yaml.length - unified.yaml.trimStart().length;
    const reading = readWithJsYaml(unified.yaml.trim());
    if ('reason' in reading) {
      const error = { ...reading, offset: unified.toDocument(leading + reading.offset) };
      reportYamlError(document, split.yaml, error, outcome, issues);
      return refused(issues);
    }
    const data = reading.value ?? {};
    if (!isMapping(data)) {
      issues.addCause(notMappingCause(document, split.yaml), 'rejected', outcome);
      return refused(issues);
    }
    const places = placesOf(document.text, document.yaml, document.frontMatter.open);
    const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
    const mismatches = kimiMismatches(data, stem);
    for (const mismatch of mismatches)
      reportMismatch(mismatch, { document, data, places, effect: 'rejected', consequence: outcome }, issues);
    const isEmpty = document.slice(split.body).trim() === '';
    if (isEmpty)
      issues.add('body.empty', 'rejected', split.close, {
        problem: 'Prompt is empty',
        consequence: outcome,
        advice: 'Write a prompt below the front matter',
      });
    reportKimiKeys(document, data, issues);
    if (mismatches.length > 0 || isEmpty) return refused(issues);
    const tools = namesIn(data.tools);
    const disallowed = namesIn(data.disallowedTools);
    if (tools?.length === 0) reportEmptyList(places.key(['tools']), issues);
    reportKimiTools(listItems(document, 'tools'), 'tools', issues);
    reportKimiTools(listItems(document, 'disallowedTools'), 'disallowedTools', issues);
    if ('whenToUse' in data && typeof data.whenToUse !== 'string' && data.whenToUse !== null)
      issues.add(
        'value.type',
        'ignored',
        places.value(['whenToUse']),
        { problem: '`whenToUse` must be a string', consequence: 'Kimi Code ignores anything else' },
        { field: 'whenToUse', data: { expected: ['string'] } },
      );
    return {
      loads: true,
      name: nameOf(data) ?? stem,
      description: String(data.description).trim(),
      model: null,
      tools: kimiGranted(tools, disallowed),
      disallowedTools: disallowed ?? null,
      permissionMode: null,
      fields: {
        name: nameOf(data) ?? stem,
        description: String(data.description).trim(),
        override: data.override === true,
        ...(typeof data.whenToUse === 'string' &&
          data.whenToUse.trim() !== '' && { whenToUse: data.whenToUse.trim() }),
        ...(tools && { tools }),
        ...(disallowed && { disallowedTools: disallowed }),
        ...(namesIn(data.subagents) && { subagents: namesIn(data.subagents) }),
      },
      issues: issues.inTextOrder(),
      body: split.body,
    };
  },
};
