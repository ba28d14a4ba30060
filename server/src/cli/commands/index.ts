import { budgetCommand } from './budget.ts';
import { checkCommand } from './check.ts';
import type { CliCommand } from './command.ts';
import { completeCommand, completionCommand } from './completion.ts';
import { convertCommand } from './convert.ts';
import { dialectsCommand } from './dialects.ts';
import { diffCommand } from './diff.ts';
import { doctorCommand } from './doctor.ts';
import { expandCommand } from './expand.ts';
import { explainCommand } from './explain.ts';
import { initCommand } from './init.ts';
import { inspectCommand } from './inspect.ts';
import { previewCommand } from './preview.ts';
import { routeCommand } from './route.ts';
import { rulesCommand } from './rules.ts';

/** The subcommands, in the order of the help. */
export const commands: readonly CliCommand[] = [
  checkCommand,
  inspectCommand,
  doctorCommand,
  budgetCommand,
  routeCommand,
  diffCommand,
  expandCommand,
  convertCommand,
  previewCommand,
  explainCommand,
  rulesCommand,
  dialectsCommand,
  initCommand,
  completionCommand,
  completeCommand,
];
