import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { kiloAgent } from '../../../../server/src/language/tools/kilo/loader.ts';
import { openCodeAgent } from '../../../../server/src/language/tools/openCode/loader/openCode.ts';
import { load, type RecordedCase } from '../../../support/conformance.ts';
import { sharedPath, sharedTest } from '../../../support/shared.ts';

interface SampleCase extends RecordedCase {
  readonly name: string | null;
  readonly description: string | null;
  readonly model: string | null;
}

function sampleCases(file: string): SampleCase[] {
  const { cases } = JSON.parse(readFileSync(sharedPath(`oracle/${file}`), 'utf8')) as { cases: SampleCase[] };
  return cases.filter(({ id }) => /^seed\d{3}$/.test(id)).sort((a, b) => a.id.localeCompare(b.id));
}

function sampleText(id: string): string {
  const file = readdirSync(sharedPath('samples')).find(name => name.startsWith(id.slice('seed'.length)));
  return readFileSync(sharedPath(`samples/${file}`), 'utf8');
}

for (const [file, loader] of [
  ['opencode.json', openCodeAgent],
  ['kilo.json', kiloAgent],
] as const) {
  sharedTest(`${loader.tool} loads the samples as recorded`, () => {
    const cases = sampleCases(file);
    const verdicts = cases.map(({ id, path }) => load(loader, sampleText(id), path));
    assert.deepEqual(
      verdicts.map(({ loads, name, model }) => ({ loads, name, model })),
      cases.map(({ loads, name, model }) => ({ loads, name: name ?? null, model: model ?? null })),
    );
    // Kilo's descriptions are recorded up to their first hundred characters.
    for (const [index, { description }] of cases.entries()) {
      const ours = verdicts[index]!.description ?? '';
      assert.equal(ours.slice(0, 99), (description ?? '').slice(0, 99));
    }
  });
}

sharedTest('reports why samples crash OpenCode', () => {
  const reasons = sampleCases('opencode.json').map(({ id, path }) =>
    load(openCodeAgent, sampleText(id), path)
      .issues.filter(issue => issue.effect === 'crashes')
      .map(issue => issue.code),
  );
  assert.deepEqual(reasons, [['value.color'], [], [], ['value.type'], ['value.color']]);
});
