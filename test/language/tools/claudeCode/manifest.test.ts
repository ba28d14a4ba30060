import type { Effect, Issue } from '../../../../server/src/language/loading/issue.ts';
import { claudeCodeManifest } from '../../../../server/src/language/tools/claudeCode/loader/manifest.ts';
import { claudeCodeMarketplace } from '../../../../server/src/language/tools/claudeCode/loader/marketplace.ts';
import { conforms, type RecordedCase, recordedCases, refusalColumn } from '../../../support/conformance.ts';

interface ManifestCase extends RecordedCase {
  /** Why the plugin is refused, as its words. */
  readonly error?: string;
  /** The keys that are ignored for their shape. */
  readonly ignored?: readonly string[];
}

const { tool, version, recorded } = claudeCodeManifest;

conforms<ManifestCase>({
  title: `${tool} ${version}, recorded ${recorded}: plugin manifests`,
  cases: recordedCases<ManifestCase>('claudeCode/manifests'),
  loader: claudeCodeManifest,
  compare: (row, ours) => ({
    loads: [row.loads, ours.loads],
    refused: refusalColumn(row, ours),
    'refused for': [keysIn(row.error), fieldsOf(ours.issues, 'rejected')],
    ignored: [row.ignored ?? [], fieldsOf(ours.issues, 'ignored')],
  }),
});

/** The first top-level key that a refusal names; none where the JSON or its root is wrong. */
function keysIn(error = ''): string[] {
  const key = /^(?:Manifest validation failed: )?(?!JSON)([A-Za-z]+)[.:]/.exec(error)?.[1];
  return key === undefined ? [] : [key];
}

/** The fields of the issues with an effect, each once. Hooks that are dropped are not about the manifest's key. */
function fieldsOf(issues: readonly Issue[], effect: Effect): string[] {
  const found = issues.filter(issue => issue.effect === effect);
  const isWhole = ({ code }: Issue): boolean => effect === 'rejected' || !code.startsWith('hooks.');
  return [
    ...new Set(found.filter(isWhole).flatMap(({ field = '' }) => (field === '' ? [] : [field]))),
  ].sort();
}

interface MarketplaceCase extends RecordedCase {
  /** Whether the marketplace can be added; `null` where that was not tried. */
  readonly added: boolean | null;
  /** Whether `claude plugin validate` finds no error. */
  readonly valid: boolean;
}

conforms<MarketplaceCase>({
  title: `${tool} ${version}, recorded ${recorded}: marketplaces`,
  cases: recordedCases<MarketplaceCase>('claudeCode/marketplaces'),
  loader: claudeCodeMarketplace,
  compare: ({ added, valid }, { loads, issues }) => ({
    valid: [valid, !issues.some(({ effect }) => effect === 'rejected' || effect === 'fails')],
    // An added one may have no plugin that can be installed.
    ...((added === false || valid) && { loads: [added ?? true, loads] }),
  }),
});
