import { isMapping } from './shape.ts';

/**
 * What an author limits with a key: the tools to use (`allow`), the tools not to use (`deny`), what needs approval
 * (`mode`), how long the agent runs (`turns`), whether there is an agent at all (`off`).
 */
export type LimitKind = 'allow' | 'deny' | 'mode' | 'turns' | 'off';

/** Keys by which products limit an agent, in any case and with any separator. */
const keysOf: Readonly<Record<LimitKind, RegExp>> = {
  allow: /^(?:tools?|allow(?:ed)?tools?|tools?allow(?:ed|list)?|available(?:tools?)|enabledtools?)$/,
  deny: /^(?:disallow(?:ed)?|den(?:y|ied)|exclude?d?|disabled?|block(?:ed)?|forbidden|restricted)tools?$/,
  mode: /^(?:permissions?|permissionmode|approval(?:mode|policy)|sandbox(?:mode)?|readonly)$/,
  turns: /^(?:max(?:turns?|steps?|iterations?)|steps)$/,
  off: /^(?:disabled?|enabled?)$/,
};
const kinds = Object.keys(keysOf) as LimitKind[];

/** Values by which products forbid something, or require approval for it. */
const strict =
  /^(?:plan|read[-_ ]?only|deny|denied|ask|manual|none|never[-_]?allow|dont[-_]?ask|on[-_]?request|untrusted|always[-_]?confirm|confirm[-_]?risky|workspace[-_]?write|true|yes|on)$/i;

/**
 * Returns the kind of limit that the author sets with `key`; `undefined` for another key, or a value that limits
 * nothing, such as `readonly: false` or `permissionMode: acceptEdits`.
 */
export function limitMeantBy(key: string, value: unknown): LimitKind | undefined {
  const plain = plainOf(key);
  const kind = kinds.find(each => keysOf[each].test(plain));
  return kind && limits(kind, plain, value) ? kind : undefined;
}

/**
 * Whether a value fits under the tool's own key as it stands: the modes of products differ, so that key must be the same
 * but for case and separators.
 */
export function isOtherSpelling(kind: LimitKind, key: string, own: string): boolean {
  return kind !== 'mode' || plainOf(key) === plainOf(own);
}

function plainOf(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '');
}

function limits(kind: LimitKind, plain: string, value: unknown): boolean {
  switch (kind) {
    case 'allow':
      return !isEmpty(value) && !/^["']?(?:\*|all)["']?$/i.test(String(value).trim());
    case 'deny':
      return !isEmpty(value);
    case 'mode':
      return forbids(value);
    case 'turns':
      return Number(value) > 0 && !Array.isArray(value);
    case 'off':
      return String(value) === (plain.startsWith('dis') ? 'true' : 'false');
  }
}

/** Whether a mode, or a mapping or list of rules, forbids something or requires approval for it. */
function forbids(value: unknown, depth = 0): boolean {
  if (typeof value === 'string' || typeof value === 'boolean')
    return strict.test(String(value)) || (depth > 0 && String(value) === 'false');
  if (depth > 4) return false;
  if (Array.isArray(value)) return value.some(item => isMapping(item) && forbids(item, depth + 1));
  if (!isMapping(value)) return false;
  return Object.entries(value).some(([key, inner]) =>
    /^(?:deny|ask)$/i.test(key) ? !isEmpty(inner) : forbids(inner, depth + 1),
  );
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
