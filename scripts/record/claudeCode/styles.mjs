// Output styles: which ones can be chosen, and what the model is told of the chosen one.
import { eachCase, inSandbox } from '../eachCase.mjs';
import { startSession, textsOf } from './session.mjs';

/** A model whose instructions have a section on coding, which a style can keep or not. */
const args = ['--model', 'claude-sonnet-4-5'];

export const styles = {
  cases: 'claudeCode/cases/outputStyles.json',
  columns: ['listed', 'output_style', 'instructions', 'coding_instructions', 'style_text', 'log'],
  async *record(cases, environment) {
    const plain = await inSandbox(sandbox => read(environment, sandbox));
    yield* eachCase(cases, one => inSandbox(sandbox => recordOne(environment, sandbox, one, plain)));
  },
};

async function recordOne(environment, sandbox, { path, input, layout, chosen }, plain) {
  sandbox.write({ '.claude/settings.json': JSON.stringify({ outputStyle: chosen }) });
  sandbox.write({ [path]: input, ...layout });
  const { available, init, system, texts, log } = await read(environment, sandbox);
  return {
    listed: available.filter(name => !plain.available.includes(name)),
    output_style: init.output_style,
    instructions: firstLine(system) === firstLine(plain.system) ? 'default' : 'output style',
    coding_instructions: system.includes('# Doing tasks'),
    style_text: texts.find(text => text.includes('# Output Style: '))?.slice(0, 420) ?? null,
    log: log.filter(text => /^(?:WARN|ERROR): .*(?:output[- ]style|Output style)/.test(text)),
  };
}

async function read(environment, sandbox) {
  const session = await startSession(environment, sandbox, { args });
  try {
    const { requests, messages } = await session.turn('hi');
    const [{ system, messages: sent }] = requests;
    return session.shown({
      available: session.initialized.available_output_styles,
      init: messages.find(({ subtype }) => subtype === 'init'),
      system: system.at(-1).text,
      texts: [...sent.flatMap(textsOf), ...system.map(({ text }) => text)],
      log: session.log(),
    });
  } finally {
    await session.end();
  }
}

function firstLine(text) {
  return text.trimStart().split('\n')[0];
}
