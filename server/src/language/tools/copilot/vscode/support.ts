import type {
  BuiltInSupport,
  EditorCandidate,
  EditorReport,
  PathPattern,
} from '../../../dialect/builtInSupport.ts';

/** The products that are VS Code, or built from its source with its support for agent files. */
export const vscodeEditors: Pick<BuiltInSupport, 'title' | 'editors' | 'since' | 'triggers' | 'source'> = {
  title: 'VS Code',
  editors: [
    'Visual Studio Code',
    'Visual Studio Code - Insiders',
    'Visual Studio Code - Exploration',
    'Code - OSS',
    'VSCodium',
    'VSCodium - Insiders',
    'code-server',
  ],
  since: '1.128.0',
  // From the source of 1.139.1, and observed in its window.
  triggers: [':'],
  source: { title: 'VS Code 1.139.1, observed', verified: '2026-11-21', evidence: 'measured' },
};

/** The extension that adds tools and agents to VS Code. */
export const copilotChat = 'GitHub.copilot-chat';

export const hookHandlerKeys = [
  'type',
  'command',
  'windows',
  'linux',
  'osx',
  'bash',
  'powershell',
  'cwd',
  'env',
  'timeout',
];

/** The top-level keys, which it also lists, wrongly, in the lines of their values. */
export function topLevelKeys(labels: readonly string[]): EditorCandidate[] {
  return [
    { path: [], places: ['firstKey', 'nextKey', 'typedKey'], labels, quality: 'right' },
    { path: ['*'], places: ['firstKey', 'bareItem'], labels, quality: 'wrong' },
  ];
}

/** A field with a closed list. In quotes, what it inserts removes the quotes, and never matches them. */
export function scalar(key: string, labels: readonly string[]): EditorCandidate[] {
  return [
    {
      path: [key],
      places: ['newValue', 'typedValue', 'unspacedValue', 'typedKey'],
      labels,
      quality: 'right',
    },
    { path: [key], places: ['quotedValue'], labels, quality: 'hidden' },
  ];
}

/** A field with a list of tools. */
export function toolList(key: string, labels: readonly string[]): EditorCandidate[] {
  return [
    {
      path: [key],
      places: [
        'newValue',
        'typedValue',
        'unspacedValue',
        'newStringItem',
        'spacedStringItem',
        'typedStringItem',
      ],
      labels,
      quality: 'right',
    },
    {
      path: [key],
      places: ['typedKey', 'typedItem', 'newFlowItem', 'typedFlowItem'],
      labels,
      quality: 'right',
    },
    { path: [key], places: ['unspacedItem'], labels, quality: 'wrong' },
  ];
}

/** The keys of a hook handler, which it also lists in the values of a handler. */
export function hookHandler(handler: PathPattern): EditorCandidate[] {
  const list = handler.slice(0, -1);
  return [
    { path: handler, places: ['nextKey', 'typedKey'], labels: hookHandlerKeys, quality: 'right' },
    { path: list, places: ['typedItem'], labels: hookHandlerKeys, quality: 'right' },
    { path: list, places: ['unspacedItem'], labels: hookHandlerKeys, quality: 'wrong' },
    {
      path: [...handler, '*'],
      places: ['typedValue', 'quotedValue'],
      labels: hookHandlerKeys,
      quality: 'wrong',
    },
  ];
}

/** What it reports in every such file: duplicate keys, and keys without a value. */
export const reportsOfHeaders: readonly EditorReport[] = [
  { codes: ['yaml.duplicateKey'], covers: 'error' },
  {
    codes: [
      'value.null',
      'value.type',
      'value.boolean',
      'value.choice',
      'name.missing',
      'name.invalid',
      'description.missing',
      'description.invalid',
      'hooks.invalid',
      'mcp.invalid',
    ],
    written: ['nothing'],
    covers: 'error',
  },
];

/** Strings of a wrong type, or empty. It reads a number or a boolean as a string. */
export function reportsOfTexts(fields: readonly string[]): EditorReport[] {
  return [
    {
      codes: ['value.type', 'name.invalid', 'description.invalid', 'name.missing', 'description.missing'],
      fields,
      written: ['list', 'map', 'empty'],
      covers: 'error',
    },
  ];
}

/** Values of a wrong type, however they are written. */
export function reportsOfTypes(fields: readonly string[]): EditorReport[] {
  return [{ codes: ['value.type', 'value.boolean', 'value.choice', 'value.null'], fields, covers: 'error' }];
}
