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
 * What VS Code does by itself in a `SKILL.md`, in whatever folder, as its completion, hover and diagnostics were
 * recorded in 1.139.1, without an account or an extension.
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
    // That a name is missing, has other letters than it should or is not the folder's.
    {
      codes: ['name.missing', 'name.invalid'],
      fields: ['name'],
      written: ['absent', 'scalar'],
      covers: 'warning',
    },
    { codes: ['description.missing'], fields: ['description'], written: ['absent'], covers: 'warning' },
    // A hint that the key is not supported. That it looks like another one is not said.
    { codes: ['key.unknown'], covers: 'information' },
  ],
  keepsHold: ['metadata', 'hooks'],
};
