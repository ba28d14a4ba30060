import type { AgentDocument } from '../../../document/agentDocument.ts';
import { type Issue, inTextOrder } from '../../../loading/issue.ts';
import { type Loader, type LoaderInput, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { notReadIssue } from '../../../loading/unread.ts';
import { listed } from '../../../wordList.ts';
import { isInSupportingFolder } from '../../shared/supportingFolders.ts';
import { agentSkill } from '../loader.ts';
import { type Cause, hidingReaders, type SkillReader, skillReadersAt } from '../readers.ts';
import { droppedBy, readStrictly } from './strictReaders.ts';

/**
 * Skills of the standard as the tools load them that read the place: a skill is rejected if one of them drops it. Where
 * no tool that reads it was run, or none reads it, what the standard rejects is a warning.
 */
export const placedSkill: Loader = {
  ...agentSkill,
  load(input) {
    if (isInSupportingFolder(input.path)) return { ...nothingLoaded, ignored: true };
    const hiding = hidingIssue(input);
    // A skill without a folder of its own has not got a name of it either.
    const result = agentSkill.load(hiding ? { ...input, path: '' } : input);
    const readers = skillReadersAt(input.path);
    if (!result.loads) return readStrictly(placed(result, readers, input), readers, input.document);
    const issues = hiding ? inTextOrder([hiding, ...result.issues]) : result.issues;
    return readStrictly({ ...result, issues }, readers, input.document);
  },
};

function placed(result: LoadResult, readers: readonly SkillReader[], { document, path }: LoaderInput) {
  const measured = readers.filter(({ isMeasured }) => isMeasured);
  const isLost = result.issues.some(
    issue =>
      issue.effect === 'rejected' &&
      (measured.length === 0 || measured.some(each => !each.loadsDespite(causeOf(issue, document)))),
  );
  const issues = result.issues.map(issue => issueFor(issue, document, measured, readers));
  if (isLost) return { ...result, issues };
  const name = document.entry('name')?.value;
  const folder = path.split('/').at(-2) ?? '';
  return {
    ...result,
    loads: true,
    name: typeof name === 'string' && name.trim() !== '' ? name.trim() : folder,
    issues,
    body: document.frontMatter.body,
  };
}

function causeOf({ code, field = '' }: Issue, document: AgentDocument): Cause {
  if (!document.entry(field)) return code;
  return code === 'name.missing' ? 'name.empty' : code === 'description.missing' ? 'description.empty' : code;
}

function issueFor(
  issue: Issue,
  document: AgentDocument,
  measured: readonly SkillReader[],
  readers: readonly SkillReader[],
): Issue {
  if (issue.effect !== 'rejected') return issue;
  const dropping = measured
    .filter(each => !each.loadsDespite(causeOf(issue, document)))
    .map(({ tool }) => tool);
  if (dropping.length > 0) return { ...issue, consequence: droppedBy(dropping) };
  if (measured.length === 0) return { ...issue, evidence: 'secondHand' };
  const tools = listed(readers.map(({ tool }) => tool));
  if (measured.every(({ repairsColons }) => repairsColons) && isColonOnLine(issue, document))
    return {
      ...issue,
      effect: 'noted',
      consequence: `${listed(measured.map(({ tool }) => tool))} ${measured.length === 1 ? 'repairs' : 'repair'} the line; the Agent Skills standard asks tools not to load such a skill`,
    };
  return {
    ...issue,
    effect: 'ignored',
    consequence: `${tools} may load the skill all the same; the Agent Skills standard asks tools not to`,
  };
}

/** Whether the cause is a `: ` in a value that ends on its line. */
function isColonOnLine({ code, data }: Issue, document: AgentDocument): boolean {
  const key = code === 'yaml.invalid' && data && 'key' in data ? data.key : undefined;
  const entry = key === undefined ? undefined : document.entry(key);
  return entry !== undefined && /^[A-Za-z0-9][^\r\n]*: [^\r\n]*$/.test(document.slice(entry.range));
}

/** Reports a skill directly in the folder of skills, because of which a tool does not see the others there. */
function hidingIssue({ document, path }: LoaderInput): Issue | undefined {
  const tools = hidingReaders(path);
  const name = document.entry('name')?.value;
  if (tools.length === 0 || typeof name !== 'string') return undefined;
  const to = path.replace(/[^/]+$/, `${name.replaceAll('/', '-')}/SKILL.md`);
  const issue = notReadIssue(document.frontMatter.open, path, to, {
    consequence: `${listed(tools)} then sees no other skill in this folder`,
    advice: `Move it to \`skills/${name}/SKILL.md\``,
  });
  return { ...issue, effect: 'ignored', problem: 'Skill is not in a folder of its own' };
}
