import { fileLinksIn } from '../references/fileLinks.ts';
import type { Rule } from './rule.ts';
import { agentSkillsSpecification } from './sources.ts';

/** A path to a file that does not exist. */
export const noMissingFile: Rule = {
  id: 'noMissingFile',
  title: 'Link to files that exist',
  severity: 'information',
  why: [
    'Whoever follows the text tries to read the file, fails, and goes on without it or makes something up. Checked are the',
    'targets of Markdown links with an extension, and in a skill the paths into its folders `references` and `scripts`, which are',
    'often left behind when a skill is copied. A path is looked for below the folder of its file and below those around it, up to the',
    'root of the project or plugin. Addresses, anchors, placeholders and links in code blocks are left alone. In a skill, whose own',
    'files these are, it is a warning.',
  ].join('\n'),
  sources: [agentSkillsSpecification],
  examples: {
    invalid: [
      {
        dialect: 'claude-skill',
        path: '.claude/skills/pdf/SKILL.md',
        text: '---\nname: pdf\ndescription: Reads PDF files.\n---\nSee [forms](references/form.md).\n            ^^^^^^^^^^^^^^^^^^ warning\n',
        others: { '.claude/skills/pdf/references/forms.md': 'Forms.\n' },
      },
      {
        dialect: 'claude-skill',
        path: '.claude/skills/pdf/SKILL.md',
        text: '---\nname: pdf\ndescription: Reads PDF files.\n---\nRun `scripts/fil.py`.\n     ^^^^^^^^^^^^^^ information\n',
        others: { '.claude/skills/pdf/scripts/fill.py': 'print()\n' },
      },
    ],
    valid: [
      {
        dialect: 'claude-skill',
        path: '.claude/skills/pdf/SKILL.md',
        text: '---\nname: pdf\ndescription: Reads PDF files.\n---\nSee [forms](references/forms.md#fields), `scripts/run.sh` and [this](path/to/file.md).\n',
        others: { '.claude/skills/pdf/references/forms.md': 'Forms.\n', 'scripts/run.sh': 'echo\n' },
      },
    ],
  },
  grouping: { within: 'file', problem: list => `Files ${list} do not exist` },
  *check(context) {
    const { dialect, workspace, load } = context;
    if (!load.body) return;
    for (const { range, path, form, candidates } of fileLinksIn(context)) {
      if (
        form === 'script' ||
        form === 'excluded' ||
        !candidates.every(candidate => workspace.linked(candidate) === false)
      )
        continue;
      const isOwn = form === 'link' && dialect.defines === 'skill';
      yield {
        range,
        ...(isOwn && { severity: 'warning' as const }),
        problem: `File \`${path}\` does not exist`,
        consequence: 'The model is told the path and finds nothing there',
        advice: 'Correct the path, or add the file',
      };
    }
  },
};
