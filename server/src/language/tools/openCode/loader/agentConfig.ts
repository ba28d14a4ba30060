import type { OffsetRange } from '../../../document/offsets.ts';
import type { PermissionConfig, PermissionRule } from './permission.ts';

/** An agent whose front matter passes the schema, as both products represent it. */
export interface AgentConfig {
  /** The id from the path, or the value of `name` instead. Any value. */
  readonly name: unknown;
  readonly values: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly permission: PermissionConfig;
  readonly rules: readonly PermissionRule[];
  readonly prompt: string;
  readonly body: OffsetRange;
}
