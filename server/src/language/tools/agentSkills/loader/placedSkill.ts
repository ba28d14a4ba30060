import { type Issue, inTextOrder, suggestionOf } from '../../../loading/issue.ts';
import { type Loader, type LoaderInput, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { notReadIssue } from '../../../loading/unread.ts';
import { listed } from '../../../wordList.ts';
import { isInSupportingFolder } from '../../shared/supportingFolders.ts';
import { skillHosts } from '../hosts.ts';
import { hidingReaders, skillReadersAt } from '../readers.ts';
import { toolsThatHonor } from './checks.ts';
import { referenceValidator } from './validator.ts';

/**
 * Skills as the recorded tools load them that read the place: a skill is rejected if one of them drops it. Where none of
 * them reads it, it is judged as if each did: what half of them drop is a warning, what fewer do is information. What only
 * the reference validator of the standard finds is a hint.
 */
export const placedSkill: Loader = {
  tool: 'Agent Skills',
  version: `${referenceValidator.tool} ${referenceValidator.version}`,
  recorded: referenceValidator.recorded,
  evidence: 'measured',
  load(input) {
    if (isInSupportingFolder(input.path)) return { ...nothingLoaded, ignored: true };
    const tools = skillReadersAt(input.path);
    const readers = skillHosts.map(({ loader }) => loader).filter(({ tool }) => tools.includes(tool));
    const hiding = hidingIssue(input);
    // A skill without a folder of its own has not got a name of it either.
    const standard = referenceValidator.load(hiding ? { ...input, path: '' } : input);
    const result = readers.length > 0 ? judged(readers, input) : unplaced(input);
    const own = hiding ? [hiding, ...result.issues] : result.issues;
    return { ...result, issues: inTextOrder([...own, ...adviceOf(standard.issues, own, tools)]) };
  },
};

/** The skill as all of its readers load it. */
function judged(readers: readonly Loader[], input: LoaderInput): LoadResult {
  const results = readers.map(loader => ({ tool: loader.tool, result: loader.load(input) }));
  const issues = joined(results, true).map(({ issue }) => issue);
  const [first] = results;
  return results.every(({ result }) => result.loads)
    ? { ...first!.result, issues }
    : { ...nothingLoaded, issues };
}

/** The skill as the recorded tools would load it, had it been in their folders. */
function unplaced({ document, path }: LoaderInput): LoadResult {
  const [folder, file] = path.split('/').slice(-2);
  const usual = skillReadersAt('.agents/skills/x/SKILL.md');
  const hosts = skillHosts.filter(({ loader }) => usual.includes(loader.tool));
  const results = hosts.map(({ loader, place }) => ({
    tool: loader.tool,
    result: loader.load({
      document,
      path: place.replace('*', file === undefined ? 'skill' : folder!).replace(/[^/]+$/, file ?? 'SKILL.md'),
    }),
  }));
  const isLost = results.every(({ result }) => !result.loads);
  const loaded = results.find(({ result }) => result.loads)?.result ?? nothingLoaded;
  const issues = joined(results, false).map(({ issue, tools }): Issue => {
    if (issue.effect !== 'rejected') return issue;
    if (isLost) return { ...issue, evidence: 'secondHand' };
    return { ...issue, effect: tools.length * 2 >= hosts.length ? 'ignored' : 'noted' };
  });
  return { ...loaded, issues };
}

/** An issue, and the tools that have it to that effect. */
interface Cause {
  readonly issue: Issue;
  readonly tools: readonly string[];
}

/**
 * The issues of several tools, each cause once: the worst effect counts, and the tools with it are named. `isPlaced` if
 * these tools read the file where it lies.
 */
function joined(
  results: readonly { readonly tool: string; readonly result: LoadResult }[],
  isPlaced: boolean,
): readonly Cause[] {
  const causes = new Map<string | number, { readonly issue: Issue; readonly tools: string[] }>();
  for (const { tool, result } of results)
    for (const issue of result.issues) {
      const key = issue.field ?? issue.range.start;
      const known = causes.get(key);
      const isWorse = issue.effect === 'rejected' && known?.issue.effect !== 'rejected';
      if (!known || isWorse) causes.set(key, { issue, tools: [tool] });
      else if (known.issue.effect === issue.effect) known.tools.push(tool);
    }
  const isOwn = isPlaced && results.length === 1;
  return [...causes.values()].map(({ issue, tools }) => {
    if (issue.effect !== 'rejected' || isOwn) return { issue, tools };
    const consequence = `${listed(tools)} ${tools.length === 1 ? 'does' : 'do'} not load ${isPlaced ? 'the' : 'such a'} skill`;
    return { issue: { ...issue, consequence }, tools };
  });
}

/**
 * What only the validator finds, as advice: nothing about keys that a tool honors which reads the place, and of an unknown
 * key not its type too. A misspelled key is one that no tool reads either.
 */
function adviceOf(issues: readonly Issue[], known: readonly Issue[], tools: readonly string[]): Issue[] {
  const unknown = new Set(
    issues.flatMap(({ code, field }) => (code === 'key.unknown' && field !== undefined ? [field] : [])),
  );
  return issues
    .filter(
      ({ field, range }) =>
        !known.some(
          each => (field !== undefined && each.field === field) || each.range.start === range.start,
        ),
    )
    .filter(
      ({ code, field }) =>
        field === undefined ||
        !unknown.has(field) ||
        (code === 'key.unknown' && !toolsThatHonor(field).some(tool => tools.includes(tool))),
    )
    .map(issue =>
      issue.code === 'key.unknown' && suggestionOf(issue) ? issue : { ...issue, effect: 'noted' },
    );
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
