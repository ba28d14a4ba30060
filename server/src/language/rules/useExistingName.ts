import { hasCode } from '../loading/issue.ts';
import { isPlainName, type Referable, type Reference } from '../references/reference.ts';
import { namesFor, nearestName, resolve, scopedNames, useIn } from '../references/resolve.ts';
import type { Severity } from '../severity.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

const nouns: Readonly<Record<Referable, string>> = {
  agent: 'agent',
  skill: 'skill',
  command: 'command',
  style: 'output style',
  server: 'MCP server',
};

/** So many of the other places are related places of a finding. */
const mostRelated = 20;

/** A name of an agent or skill that no file defines. */
export const useExistingName: Rule = {
  id: 'useExistingName',
  title: 'Refer to agents and skills that exist',
  severity: 'information',
  why: [
    'A tool that does not find an agent or a skill usually goes on without it, or with another one, and says nothing.',
    'Names are checked where their meaning is certain: in the fields that hold names, in `Agent(x)` and `Skill(x)` of a',
    'list of tools, and in `subagent_type: "x"` of a text. A name can also come from the user’s own folders or an',
    'installed plugin, which are not known here, so it is information; it is a warning where the',
    'plugin that is named is in the workspace and does not have it. What prose mentions is never reported, nor is anything',
    'in a file whose surroundings are not known, such as a single file that is checked alone.',
  ].join('\n'),
  sources: [claudeCodeObserved, loadersObserved],
  examples: {
    invalid: [
      {
        dialect: 'claude-skill',
        path: '.claude/skills/scan/SKILL.md',
        text: '---\ndescription: Scans.\ncontext: fork\nagent: reviewr\n       ^^^^^^^ information\n---\nScan.\n',
        others: {
          '.claude/agents/reviewer.md': '---\nname: reviewer\ndescription: Reviews.\n---\nYou review.\n',
        },
        fixed: '---\ndescription: Scans.\ncontext: fork\nagent: reviewer\n---\nScan.\n',
      },
      {
        dialect: 'claude-subagent',
        path: '.claude/agents/lead.md',
        text: '---\nname: lead\ndescription: Leads.\ntools: Read, Agent(writer, tester)\n                           ^^^^^^ information\n---\nYou lead.\n',
        others: {
          '.claude/agents/writer.md': '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
        },
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        path: '.claude/agents/lead.md',
        text: '---\nname: lead\ndescription: Leads.\ntools: Read, Agent(writer, Explore)\n---\nAsk `tester`, or @tester.\n',
        others: {
          '.claude/agents/writer.md': '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
        },
      },
      {
        dialect: 'claude-skill',
        path: '.claude/skills/scan/SKILL.md',
        text: '---\ndescription: Scans.\ncontext: fork\nagent: Explore\n---\nScan.\n',
        others: {
          '.claude/agents/reviewer.md': '---\nname: reviewer\ndescription: Reviews.\n---\nYou review.\n',
        },
      },
    ],
  },
  *check(context) {
    const { document, dialect, load, workspace } = context;
    if (!dialect.references || !workspace.isSurveyed(document.uri)) return;
    // Where it would be read is not known.
    if (load.issues.some(issue => hasCode(issue, ['file.notRead']))) return;
    const use = useIn(context);
    const unknown = context.references().filter(reference => {
      if (reference.by.missing === undefined || isOwnName(reference, context)) return false;
      const { files, builtIn } = resolve(reference, use);
      return files.length === 0 && !builtIn;
    });
    const byName = new Map<string, Reference[]>();
    for (const reference of unknown) {
      const key = `${reference.to} ${reference.name}`;
      byName.set(key, [...(byName.get(key) ?? []), reference]);
    }
    for (const [first, ...others] of byName.values()) {
      const finding = findingOf(first!, others, context);
      if (finding) yield finding;
    }
  },
};

/** The finding for a name that leads nowhere, at its first place; `undefined` where it may well lead somewhere. */
function findingOf(
  reference: Reference,
  others: readonly Reference[],
  context: RuleContext,
): Finding | undefined {
  const use = useIn(context);
  const { document } = context;
  const { to, name, range, by } = reference;
  const [plugin, ...rest] = name.split(':');
  const isInPlugin = rest.length > 0;
  if (isInPlugin && !use.workspace.names.hasPlugin(plugin!)) return undefined;
  const [scoped] = scopedNames(reference, use);
  if (scoped !== undefined && 'path' in by && by.takesBareNames) return undefined;
  const meant = 'path' in by && by.isChosen ? meantBy(reference, use) : undefined;
  const isCertain = isInPlugin || meant !== undefined;
  const severity: Severity = isCertain ? 'warning' : 'information';
  const elsewhere = isCertain ? '' : ', unless the user’s folders or another plugin have it';
  return {
    range,
    severity,
    ...('path' in by && { field: by.path[0]! }),
    problem: scoped
      ? `Plugin’s name is missing before ${nouns[to]} \`${name}\``
      : `No ${nouns[to]} is named \`${name}\``,
    consequence: `${by.missing}${elsewhere}`,
    advice:
      (meant ?? scoped)
        ? `Write \`${meant ?? scoped}\``
        : `Use the name of ${/^[ao]/.test(nouns[to]) ? 'an' : 'a'} ${nouns[to]} that exists`,
    ...(others.length > 0 && {
      related: others.slice(0, mostRelated).map(({ range: at }) => ({
        uri: document.uri,
        range: document.toRange(at),
        message: 'Same name here',
      })),
    }),
    fixes: () => {
      const better = meant ?? nearestName(reference, use);
      if (better === undefined || !isPlainName(better)) return [];
      const changes = [reference, ...others].map(({ range: at }) => ({ range: at, newText: better }));
      return [{ title: `Change to \`${better}\``, changes, safe: false }];
    },
  };
}

/** The name that is meant for certain: the same in another case, or that of a file which is called so. */
function meantBy({ to, name }: Reference, use: ReturnType<typeof useIn>): string | undefined {
  const names = [...namesFor(to, use)];
  const stem = `/${encodeURIComponent(name)}.md`;
  return (names.find(([each]) => each.toLowerCase() === name.toLowerCase()) ??
    names.find(([, defined]) => 'uri' in defined && defined.uri.endsWith(stem)))?.[0];
}

/** An agent can name itself. */
function isOwnName({ to, name }: Reference, { dialect, load }: RuleContext): boolean {
  return dialect.defines === to && load.name === name;
}
