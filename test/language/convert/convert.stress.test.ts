import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversionTargets, convert } from '../../../server/src/language/convert/convert.ts';
import { givesTools } from '../../../server/src/language/convert/convertTools.ts';
import { placeFor } from '../../../server/src/language/dialect/place.ts';
import { AgentDocument } from '../../../server/src/language/document/agentDocument.ts';
import { capabilitiesOf } from '../../../server/src/language/features/capabilities.ts';
import { plainTextOf } from '../../../server/src/language/features/completion/snippet.ts';
import { takeSnapshot } from '../../../server/src/language/snapshot.ts';
import { dialects } from '../../../server/src/language/tools/index.ts';

for (const source of dialects)
  test(`a new file of ${source.id} loads wherever it is converted to, and may do nothing more there`, () => {
    const place = placeFor(source, 'writer');
    const text = plainTextOf(source.template);
    const from = takeSnapshot(AgentDocument.of(text, `file:///p/${place}`), source, `/p/${place}`);
    for (const { dialect } of conversionTargets(source)) {
      const result = convert(from, dialect);
      if ('refusal' in result) {
        assert.notEqual(result.refusal, '');
        continue;
      }
      const document = AgentDocument.of(result.text, `file:///p/${result.place}`);
      const written = takeSnapshot(document, dialect, `/p/${result.place}`);
      assert.ok(written.load.loads, `${dialect.id}: ${result.text}`);
      const [could, can] = [from, written].map(each => capabilitiesOf(each)?.can);
      // All tools stay all tools, whatever there are.
      if (result.widens.length > 0 || !could || !can || !givesTools(from)) continue;
      for (const each of can) assert.ok(could.includes(each), `${dialect.id} → ${each}: ${result.text}`);
    }
  });
