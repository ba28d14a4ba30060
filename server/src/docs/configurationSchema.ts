import {
  type Configuration,
  configurationFileName,
  ownFieldTypes,
  ruleSettings,
} from '../language/configuration.ts';
import { rules } from '../language/rules/index.ts';
import { dialects } from '../language/tools/index.ts';

/** The JSON schema of `.agentfilesrc`, as the text of a file. */
export function configurationSchema(): string {
  // What stands under a key may all be a comment.
  const properties = {
    $schema: { type: 'string' },
    rules: {
      description: 'The severity of each rule, by its id; `off` turns it off.',
      type: ['object', 'null'],
      properties: Object.fromEntries(
        rules.map(({ id, title }) => [
          id,
          { description: title, allOf: [{ $ref: '#/definitions/severity' }] },
        ]),
      ),
      additionalProperties: false,
    },
    ignore: {
      description:
        'Globs, relative to this folder, of files and folders to leave alone; with `!` before it, not to.',
      type: ['array', 'null'],
      items: { type: 'string' },
    },
    fields: {
      description: 'The front matter keys of the project, which then are known.',
      type: ['object', 'null'],
      additionalProperties: {
        type: 'object',
        properties: {
          type: { enum: ownFieldTypes },
          description: { type: 'string' },
        },
        additionalProperties: false,
      },
    },
    associations: {
      description: 'The dialects of files, by glob over paths below this folder.',
      type: ['object', 'null'],
      propertyNames: { pattern: '\\S' },
      additionalProperties: {
        enum: dialects.map(({ id }) => id),
      },
    },
    collections: {
      description:
        'False to leave files alone that only look like agent files and lie outside the folders of all tools.',
      type: ['boolean', 'null'],
    },
    model: {
      description:
        'The model of conversations, or the size of its window such as `200k`, for what fits into the listing of skills.',
      type: ['string', 'null'],
    },
  } satisfies Record<keyof Configuration | '$schema', object>;
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `${configurationFileName}, the configuration of Agent Files`,
    type: 'object',
    properties,
    additionalProperties: false,
    definitions: { severity: { enum: ruleSettings } },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
