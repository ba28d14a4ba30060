// Rules: which ones the first request has, and which ones come with the reading of which file.
import { inSandbox, orError } from '../eachCase.mjs';
import { startSession, textsOf } from './session.mjs';

export const rules = {
  cases: 'claudeCode/cases/rules.json',
  columns: ['always', 'text', 'on_reading'],
  async *record(cases, environment, { probe_files: probes }) {
    const readings = [];
    for (const probe of probes) {
      const reading = await orError(() =>
        inSandbox(sandbox => read(environment, sandbox, cases, probes, probe)),
      );
      if (reading instanceof Error) {
        for (const { id } of cases) yield [id, reading];
        return;
      }
      readings.push({ probe, ...reading });
    }
    for (const one of cases) yield [one.id, observed(one, readings)];
  },
};

/** Reads one file in a session of its own, and returns the texts before and after. */
async function read(environment, sandbox, cases, probes, probe) {
  sandbox.write(Object.fromEntries(probes.map(file => [file, `${file}\n`])));
  sandbox.write(Object.fromEntries(cases.map(({ path, input }) => [path, input])));
  sandbox.write({ '.gitignore': 'ignored/\nnode_modules/\n' });
  const session = await startSession(environment, sandbox);
  try {
    const call = { name: 'Read', input: { file_path: sandbox.path(probe) } };
    const { requests } = await session.turn('Read it.', [call]);
    const [first, second] = requests.map(({ messages }) => session.shown(messages.flatMap(textsOf)));
    return { before: first, after: second.slice(first.length) };
  } finally {
    await session.end();
  }
}

function observed({ path, input }, readings) {
  const mark = /RULE-[\w-]+-TEXT/.exec(input)?.[0] ?? input.trim();
  const text = ruleText(readings[0].before, `<project>/${path}`);
  return {
    always: text !== undefined,
    text,
    on_reading: readings.flatMap(({ probe, after }) =>
      after.some(one => one.includes(mark)) ? [probe] : [],
    ),
  };
}

/** The text of a rule in the reminder about memory, or `undefined` where it is not there. */
export function ruleText(texts, file) {
  for (const text of texts) {
    const at = text.indexOf(`Contents of ${file} (`);
    if (at < 0) continue;
    const [, body] = /^.*?\):\n\n(.*?)(?:\n\nContents of |\n<\/system-reminder>)/s.exec(text.slice(at)) ?? [];
    return body;
  }
  return undefined;
}
