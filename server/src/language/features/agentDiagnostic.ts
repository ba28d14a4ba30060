import type { OffsetRange } from '../document/offsets.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import type { Severity } from '../severity.ts';

/** One diagnostic in the core's terms: offsets, and the rule itself. */
export interface AgentDiagnostic {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly message: string;
  readonly range: OffsetRange;
  readonly finding: Finding;
}
