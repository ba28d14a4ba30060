import { claudeHookEvents } from '../hookEvents.ts';
import { isRecord } from './nested.ts';

const events = new Map(claudeHookEvents.map(event => [event.value, event]));
const deepest = 20;

/** True for anything under PreToolUse or PermissionRequest, and for a group with handlers outside another event's list. */
export function mayGuard(value: unknown, depth: number): boolean {
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.some(item => mayGuard(item, depth + 1));
  if (!isRecord(value)) return false;
  if (Array.isArray(value.hooks) && value.hooks.some(isRecord)) return true;
  return Object.entries(value).some(([key, part]) => mayGuardUnder(key, part, depth));
}

/** The same of the value of a key. */
export function mayGuardUnder(key: string, value: unknown, depth: number): boolean {
  const event = events.get(key);
  if (event?.fatal) return value !== null && !(Array.isArray(value) && value.length === 0);
  return event !== undefined && Array.isArray(value) ? false : mayGuard(value, depth + 1);
}
