import { adviceFor, type Delivery } from '../delivery/delivery.ts';
import { offsetInValue } from '../document/valueOffset.ts';
import { withoutTrigger } from '../loading/triggerWords.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { listingsRecorded } from './sources.ts';

const skill = (description: string): string => `---\ndescription: ${description}\n---\nDo it.\n`;
const others = { '.claude/skills/audit/SKILL.md': skill('Use it to read the ledger.') };

/** A description that is not sent to the model, or only in part, because those of all skills are too long together. */
export const noUnsentDescription: Rule = {
  id: 'noUnsentDescription',
  title: 'Keep the descriptions of all skills within the budget',
  severity: 'warning',
  why: [
    'The model decides by its description when to use a skill. Tools send the descriptions of all skills together, within a',
    'budget that depends on the model’s window and on the project’s settings; what does not fit is left out silently. Shorten',
    'descriptions, start them with what the skill is for, or raise the budget. For other models than the one that is usual',
    'or set with `agentFiles.model` it is information. `agent-files budget` shows all of them.',
  ].join('\n'),
  sources: [listingsRecorded],
  examples: {
    invalid: [
      {
        dialect: 'claude-skill',
        path: '.claude/skills/report/SKILL.md',
        others: {
          ...others,
          '.claude/settings.json': '{"skillListingBudgetFraction": 0.0001, "disableBundledSkills": true}',
        },
        text: '---\ndescription: Use it for reports.\n             ^^^^^^^^^^^^^^^^^^^ warning\n---\nDo it.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-skill',
        path: '.claude/skills/report/SKILL.md',
        others,
        text: skill('Use it for reports.'),
      },
    ],
  },
  *check(context) {
    const all = context.workspace.delivered?.(context.document.uri) ?? [];
    const lost = all.filter(({ entry }) => entry.isOverBudget);
    // Of one tool the first model counts: that of the user, or the usual one.
    const first = lost.filter(({ listing }, at) => lost.findIndex(other => other.listing === listing) === at);
    if (first.length > 0) yield findingOf(first, context);
    else yield* cutBySettings(all, context);
  },
};

function findingOf(lost: readonly Delivery[], context: RuleContext): Finding {
  const [worst] = [...lost].sort((a, b) => ranks.indexOf(a.entry.sent) - ranks.indexOf(b.entry.sent));
  const { sent, entry } = worst!;
  const isMild = lost.every(({ window, isOneOfSeveral }) => window !== undefined || isOneOfSeveral);
  const what = {
    omitted: 'Skill not sent',
    cut: 'Description cut',
    nameOnly: 'Description not sent',
    whole: '',
  };
  const many = (count: number): string => count.toLocaleString('en');
  const advice = adviceFor(sent);
  const isCut = lost.every(({ entry }) => entry.sent === 'cut');
  return {
    range: (isCut && cutRange(worst!, context)) || wholeRange(context),
    ...(isMild && { severity: 'information' as const }),
    ...(isCut && { unnecessary: true }),
    problem: `${what[entry.sent]}: ${many(sent.dropped)} of ${many(sent.entries.length)} skills ${sent.dropped === 1 ? 'is' : 'are'} over the budget`,
    consequence: lost.map(consequenceOf).join('; '),
    ...(advice !== undefined && { advice }),
  };
}

/** A description that only the settings of the project cut: of what each project cuts, the loader speaks. */
function* cutBySettings(all: readonly Delivery[], context: RuleContext): Generator<Finding> {
  const { load, loader } = context;
  const cut = all.find(({ listing, entry }) => listing.title === loader.tool && entry.sent === 'cut');
  if (!cut || load.issues.some(({ code }) => code === 'description.cut')) return;
  const { entry, description } = cut;
  const kept = entry.kept ?? 0;
  yield {
    range: cutRange(cut, context) ?? wholeRange(context),
    unnecessary: true,
    problem: 'Description cut: longer than the settings of the project allow',
    consequence: `${loader.tool} sends the first ${kept.toLocaleString('en')} of ${description.length.toLocaleString('en')} characters${withoutTrigger(description.slice(kept))}`,
    advice: 'Shorten it, or begin with what decides',
  };
}

const ranks = ['omitted', 'nameOnly', 'cut', 'whole'];

function consequenceOf({ listing, window, sent, entry, description }: Delivery): string {
  const { budget, unit } = sent;
  const models = window === undefined ? '' : ` (${window} models)`;
  const limit = `${listing.title} has ${(budget ?? 0).toLocaleString('en')} ${unit} for all of them${models}`;
  if (entry.sent === 'omitted') return `${limit}, and leaves this one out`;
  if (entry.sent === 'nameOnly') return `${limit}, and sends the name alone`;
  const kept = entry.kept ?? 0;
  const without = withoutTrigger(description.slice(kept));
  return `${limit}, and sends the first ${kept.toLocaleString('en')} of ${description.length.toLocaleString('en')} characters${without}`;
}

/** What is cut off. */
function cutRange({ entry, description }: Delivery, { document }: RuleContext): Finding['range'] | undefined {
  const written = document.entry('description');
  if (!written || entry.kept === undefined) return undefined;
  // Tools join white space and may escape characters: as many characters of the text as were sent are kept.
  const isSame =
    typeof written.value === 'string' && written.value.trim().startsWith(description.slice(0, entry.kept));
  const start = isSame ? offsetInValue(document, written, entry.kept) : undefined;
  return start === undefined ? undefined : { start, end: written.range.end };
}

function wholeRange({ document }: RuleContext): Finding['range'] {
  return document.entry('description')?.range ?? document.frontMatter.open;
}
