import type { BuiltInSupport } from '../../../dialect/builtInSupport.ts';
import {
  reportsOfHeaders,
  reportsOfTexts,
  reportsOfTypes,
  scalar,
  topLevelKeys,
  vscodeEditors,
} from './support.ts';

const keys = [
  'name',
  'description',
  'license',
  'compatibility',
  'metadata',
  'argument-hint',
  'user-invocable',
  'disable-model-invocation',
  'context',
];
const booleans = ['true', 'false'];

/**
 * The built-in support of VS Code for a `SKILL.md` in any folder, as recorded in 1.139.1 without an account or an
 * extension: completion, hover and diagnostics.
 */
export const vscodeSkills: BuiltInSupport = {
  ...vscodeEditors,
  languageIds: ['skill'],
  candidates: [
    ...topLevelKeys(keys),
    ...scalar('user-invocable', booleans),
    ...scalar('disable-model-invocation', booleans),
    ...scalar('context', ['fork']),
  ],
  hovers: [
    {
      path: [],
      on: 'key',
      words: ['user-invocable', 'disable-model-invocation'],
      aspects: ['default'],
    },
    { path: [], on: 'key', words: ['context'], aspects: ['values'] },
    { path: [], on: 'key', words: keys },
  ],
  checks: [{ path: [], on: 'key', accepts: keys }],
  reports: [
    ...reportsOfHeaders,
    ...reportsOfTexts(['name', 'description', 'argument-hint']),
    ...reportsOfTypes(['user-invocable', 'disable-model-invocation']),
    // The name is missing, contains invalid characters, or differs from the folder.
    {
      codes: ['name.missing', 'name.invalid'],
      fields: ['name'],
      written: ['absent', 'scalar'],
      covers: 'warning',
    },
    { codes: ['description.missing'], fields: ['description'], written: ['absent'], covers: 'warning' },
    // A hint that the key is not supported, without a similar key.
    { codes: ['key.unknown'], covers: 'information' },
  ],
  keepsHold: ['metadata', 'hooks'],
};
