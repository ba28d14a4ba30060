import { resolve, useIn } from '../references/resolve.ts';
import { placeOf } from '../workspaceIndex.ts';
import type { Rule } from './rule.ts';
import { claudeCodeObserved } from './sources.ts';

/** A skill that an agent is to have from its start, and that only the user can call. */
export const noWithheldSkill: Rule = {
  id: 'noWithheldSkill',
  title: 'Preload only skills that the model can call',
  severity: 'warning',
  why: 'An agent is given the texts of the skills that its `skills` names. Claude Code leaves out those that the model cannot call from the start of a session: with `disable-model-invocation`, or with `paths` until a file that matches is read. Only its debug log says so.',
  sources: [claudeCodeObserved],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        path: '.claude/agents/releaser.md',
        text: '---\nname: releaser\ndescription: Releases.\nskills: [deploy]\n         ^^^^^^ warning\n---\nYou release.\n',
        others: {
          '.claude/skills/deploy/SKILL.md':
            '---\ndescription: Deploys.\ndisable-model-invocation: true\n---\nDeploy.\n',
        },
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        path: '.claude/agents/releaser.md',
        text: '---\nname: releaser\ndescription: Releases.\nskills: [deploy]\n---\nYou release.\n',
        others: {
          '.claude/skills/deploy/SKILL.md': '---\ndescription: Deploys.\n---\nDeploy.\n',
        },
      },
    ],
  },
  *check(context) {
    for (const reference of context.references()) {
      const { by, name, range, to } = reference;
      if (!('path' in by) || !by.preloads) continue;
      const { files } = resolve(reference, useIn(context));
      const [nearest] = files;
      if (!nearest || files.some(({ isWithheld }) => !isWithheld)) continue;
      yield {
        range,
        field: by.path[0]!,
        problem: `The model cannot call the ${to} \`${name}\``,
        ...(by.missing !== undefined && { consequence: by.missing }),
        advice: `Let the model call it in ${placeOf(nearest)}, or remove the name`,
        ...(nearest.nameRange && {
          related: [{ uri: nearest.uri, range: nearest.nameRange, message: 'Only the user can call it' }],
        }),
      };
    }
  },
};
