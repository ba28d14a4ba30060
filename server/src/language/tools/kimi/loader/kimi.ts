import { delimiterIssue } from '../../../loading/delimiterIssue.ts';
import { earlyDelimiterIssues } from '../../../loading/earlyDelimiter.ts';
import { type Issue, inTextOrder } from '../../../loading/issue.ts';
import { readWithJsYaml } from '../../../loading/jsYaml.ts';
import { listItems } from '../../../loading/listItems.ts';
import type { Loader } from '../../../loading/loader.ts';
import { mismatchIssue } from '../../../loading/mismatchIssues.ts';
import { placesOf } from '../../../loading/places.ts';
import { refused } from '../../../loading/refused.ts';
import { isMapping } from '../../../loading/shape.ts';
import { unifyLineEnds } from '../../../loading/unifyLineEnds.ts';
import { errorIssue, notMappingIssue } from '../../../loading/yaml/errorIssues.ts';
import { kimiMismatches, nameOf, namesIn } from './fields.ts';
import { splitLikeKimi } from './frontMatter.ts';
import { kimiKeyIssues } from './keys.ts';
import { emptyListIssue, kimiGranted, kimiToolIssues } from './tools.ts';

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
    if (split.state !== 'split') return refused([delimiterIssue(document, outcome)]);
    const early = earlyDelimiterIssues(document, split.close, 'Kimi Code', [
      'tools',
      'disallowedTools',
      'subagents',
    ]);
    const unified = unifyLineEnds(document.text, split.yaml);
    const leading = unified.yaml.length - unified.yaml.trimStart().length;
    const reading = readWithJsYaml(unified.yaml.trim());
    if ('reason' in reading) {
      const error = { ...reading, offset: unified.toDocument(leading + reading.offset) };
      return refused([...early, errorIssue(document, split.yaml, error, outcome)]);
    }
    const data = reading.value ?? {};
    if (!isMapping(data)) return refused([...early, notMappingIssue(document, split.yaml, outcome)]);
    const places = placesOf(document.text, document.yaml, document.frontMatter.open);
    const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
    const mismatches = kimiMismatches(data, stem);
    const issues: Issue[] = [
      ...early,
      ...mismatches.map(mismatch =>
        mismatchIssue(mismatch, { document, data, places, effect: 'rejected', consequence: outcome }),
      ),
    ];
    const body = document.slice(split.body).trim();
    if (body === '')
      issues.push({
        code: 'body.empty',
        effect: 'rejected',
        range: split.close,
        problem: 'Prompt is empty',
        consequence: outcome,
        advice: 'Write a prompt below the front matter',
      });
    issues.push(...kimiKeyIssues(document, data));
    if (mismatches.length > 0 || body === '') return refused(issues);
    const tools = namesIn(data.tools);
    const disallowed = namesIn(data.disallowedTools);
    if (tools?.length === 0) issues.push(emptyListIssue(places.key(['tools'])));
    issues.push(
      ...kimiToolIssues(listItems(document, 'tools'), 'tools'),
      ...kimiToolIssues(listItems(document, 'disallowedTools'), 'disallowedTools'),
    );
    if ('whenToUse' in data && typeof data.whenToUse !== 'string' && data.whenToUse !== null)
      issues.push({
        code: 'value.type',
        effect: 'ignored',
        range: places.value(['whenToUse']),
        problem: '`whenToUse` must be a string',
        consequence: 'Kimi Code ignores anything else',
        field: 'whenToUse',
        data: { expected: 'a string' },
      });
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
      issues: inTextOrder(issues),
      body: split.body,
    };
  },
};
