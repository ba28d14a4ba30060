import * as z from 'zod';
import type { OwnField, OwnFieldType } from '../configuration.ts';
import type { Entry } from '../document/yamlTree.ts';
import { mayBeCustomKey } from '../loading/customKeys.ts';
import { type Issue, IssueCollector } from '../loading/issue.ts';
import type { Loader } from '../loading/loader.ts';
import type { ValueKind } from '../loading/shape.ts';
import { defineDialect } from './defineDialect.ts';
import type { Dialect } from './dialect.ts';

/**
 * Returns the dialect with a project's custom keys. They are completed, explained and type-checked like the tool's keys.
 * They are no longer reported if the tool only ignores such keys; they still are if it rejects the file because of them.
 */
export function withOwnFields(dialect: Dialect, fields: Readonly<Record<string, OwnField>>): Dialect {
  const own = Object.entries(fields).filter(([key]) => !dialect.fields().field([key]));
  if (own.length === 0) return dialect;
  const shape = Object.fromEntries(own.map(([key, field]) => [key, schemaOf(field)]));
  const ownFields = new Map(own);
  const { loaderFor } = dialect;
  return defineDialect({
    ...dialect,
    schema: () => (dialect.schema() as z.ZodObject).extend(shape),
    loader: loaderKnowing(dialect.loader, ownFields),
    ...(loaderFor && {
      loaderFor: document => {
        const other = loaderFor(document);
        return other && loaderKnowing(other, ownFields);
      },
    }),
  });
}

function loaderKnowing(loader: Loader, own: ReadonlyMap<string, OwnField>): Loader {
  return {
    ...loader,
    load(input) {
      const result = loader.load(input);
      if (result.ignored) return result;
      const isKnown = (issue: Issue): boolean =>
        mayBeCustomKey(issue) && issue.field !== undefined && own.has(issue.field);
      const issues = new IssueCollector();
      issues.addAll(result.issues.filter(issue => !isKnown(issue)));
      for (const entry of input.document.yaml.entries) reportType(entry, own.get(entry.key), issues);
      return { ...result, issues: issues.inTextOrder() };
    },
  };
}

function reportType({ key, value, range }: Entry, field: OwnField | undefined, issues: IssueCollector): void {
  if (!field || value === null || typeOf[field.type](value)) return;
  issues.add(
    'value.type',
    'noted',
    range,
    {
      problem: `\`${key}\` must be ${names[field.type]}`,
      consequence: '`fields` in `.agentfilesrc` declares it so',
      advice: 'Change the value or the declaration',
    },
    { field: key, data: { expected: kinds[field.type] } },
  );
}

const typeOf: Readonly<Record<OwnFieldType, (value: unknown) => boolean>> = {
  string: value => typeof value === 'string',
  number: value => typeof value === 'number',
  boolean: value => typeof value === 'boolean',
  list: value => Array.isArray(value),
  map: value => typeof value === 'object' && !Array.isArray(value),
  any: () => true,
};

const names: Readonly<Record<OwnFieldType, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  list: 'a list',
  map: 'a mapping',
  any: 'anything',
};

const kinds: Readonly<Record<OwnFieldType, readonly ValueKind[]>> = {
  string: ['string'],
  number: ['number'],
  boolean: ['boolean'],
  list: ['list'],
  map: ['mapping'],
  any: ['string', 'number', 'boolean', 'list', 'mapping'],
};

function schemaOf({ type, description }: OwnField): z.ZodType {
  const schemas: Record<OwnFieldType, z.ZodType> = {
    string: z.string(),
    number: z.number(),
    boolean: z.boolean(),
    list: z.array(z.unknown()),
    map: z.record(z.string(), z.unknown()),
    any: z.unknown(),
  };
  return schemas[type].optional().meta({ description: description || 'A key of this project’s own.' });
}
