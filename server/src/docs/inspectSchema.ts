import { issueCodes } from '../language/loading/issueCodes.ts';
import { dialects } from '../language/tools/index.ts';

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const truth = { type: 'boolean' };
const texts = { type: 'array', items: text };
const position = closed({
  line: { type: 'integer', minimum: 0 },
  character: { type: 'integer', minimum: 0 },
});

const outcome = {
  enum: ['loads', 'changed', 'unrestricted', 'hidden', 'fails', 'rejected', 'notMeant', 'empty'],
};

/** The JSON schema of the output of `agent-files inspect --format json`, as the text of a file. */
export function inspectSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The output of agent-files inspect --format json',
    ...closed(
      {
        files: { type: 'array', items: { $ref: '#/definitions/file' } },
        collections: {
          description: 'What was taken for agent files outside the folders of all tools.',
          type: 'array',
          items: closed({ dialect: text, files: { type: 'integer' } }),
        },
      },
      ['collections'],
    ),
    definitions: {
      file: fileSchema(),
      note: noteSchema(),
      effective: effectiveSchema(),
      reader: readerSchema(),
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function fileSchema() {
  return closed(
    {
      path: described('Relative to the current folder, with `/`.', text),
      dialect: described('`unknown` where reading the file failed.', {
        enum: [...dialects.map(({ id }) => id), 'unknown'],
      }),
      loads: described('Whether the tool loads the file; `null` where reading it failed.', {
        type: ['boolean', 'null'],
      }),
      outcome: described('`fails` where the tool does not start the agent.', outcome),
      name: described('As the tool shows it: `kit:lint` for a part of a plugin.', textOrNull),
      description: textOrNull,
      model: textOrNull,
      tools: described('The tools granted; `null`: all.', listOrNull()),
      disallowedTools: described('The tools taken away; `null`: none.', listOrNull()),
      permissionMode: textOrNull,
      menu: described('The entry in the menu of commands; `null` where the user cannot call it.', {
        anyOf: [closed({ name: text, description: text, argumentHint: text }), { type: 'null' }],
      }),
      modelInvocable: described('Whether the model may call it from the start of a session.', truth),
      userInvocable: described('Whether the user may call it from the start of a session.', truth),
      listing: described(
        'The line by which the model knows of it, before any budget; of agents, too.',
        textOrNull,
      ),
      always: described('Of a rule: whether it is loaded in every session.', truth),
      matches: described('Of a rule: the files of the current folder that bring it in, sorted.', texts),
      imports: described('The files that it brings in, also through others, in order.', texts),
      keepsCodingInstructions: described(
        'Of an output style: whether the instructions of the tool for coding stay.',
        truth,
      ),
      effective: { $ref: '#/definitions/effective' },
      readers: described('How the other tools load the file that read it where it lies.', {
        type: 'array',
        items: { $ref: '#/definitions/reader' },
      }),
      fields: described('The fields that take effect, with the values that the tool uses.', {
        type: 'object',
      }),
      notes: { type: 'array', items: { $ref: '#/definitions/note' } },
    },
    // A file whose reading failed has neither.
    [
      ...['outcome', 'name', 'description', 'model', 'tools', 'disallowedTools', 'permissionMode', 'menu'],
      ...['modelInvocable', 'userInvocable', 'listing', 'always', 'matches', 'imports'],
      ...['keepsCodingInstructions', 'effective', 'readers'],
    ],
  );
}

function readerSchema() {
  return closed(
    {
      tool: text,
      loads: truth,
      outcome,
      tools: listOrNull(),
      effective: { $ref: '#/definitions/effective' },
    },
    ['effective'],
  );
}

function effectiveSchema() {
  return described(
    'What an agent runs with once it is started.',
    closed(
      {
        starts: truth,
        tools: described('`null`: all of the session.', listOrNull()),
        conditional: described('Tools of its list that only some sessions have.', {
          type: 'array',
          items: closed({ tool: text, where: text }),
        }),
        model: described('The id that is sent; `null`: that of the conversation.', textOrNull),
        effort: textOrNull,
        permissionMode: textOrNull,
        preloaded: described('The skills whose text it is given at its start.', texts),
        ignoredKeys: described('Keys of the file without effect, with `--main` or `--untrusted`.', {
          type: 'array',
          items: closed({ key: text, where: text }),
        }),
        reason: described('Why it does not start, or starts without any tool.', textOrNull),
      },
      ['ignoredKeys'],
    ),
  );
}

function noteSchema() {
  return closed(
    {
      code: { enum: [...Object.keys(issueCodes), 'internalError'] },
      effect: { enum: ['noted', 'ignored', 'changed', 'unrestricted', 'fails', 'rejected', 'crashes'] },
      message: described('The three parts below as one text.', text),
      problem: text,
      consequence: textOrNull,
      advice: textOrNull,
      field: textOrNull,
      subject: textOrNull,
      range: described(
        'Zero-based; characters are UTF-16 code units.',
        closed({ start: position, end: position }),
      ),
    },
    ['consequence', 'advice', 'field', 'subject', 'range'],
  );
}

function listOrNull() {
  return { anyOf: [texts, { type: 'null' }] };
}

function described<Schema extends object>(description: string, schema: Schema) {
  return { description, ...schema };
}

/** An object with these properties only; all of them but `optional` are there. */
function closed(properties: Readonly<Record<string, object>>, optional: readonly string[] = []) {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter(key => !optional.includes(key)),
    additionalProperties: false,
  };
}
