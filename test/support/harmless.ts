import assert from 'node:assert/strict';
import { elementsOf, type HtmlElement } from './htmlTree.ts';

const allowedTags = new Set(
  'header section article h1 h2 h3 h4 h5 h6 p div span ul ol li dl dt dd a code pre em strong s del br hr blockquote table thead tbody tr th td details summary svg path circle rect button'.split(
    ' ',
  ),
);
const allowedAttributes = new Set(
  'id class title role href start open type tabindex d x y rx width height cx cy r fill viewBox aria-label aria-labelledby aria-hidden aria-pressed data-line data-reveal data-open data-language data-command data-place data-fix data-view'.split(
    ' ',
  ),
);

/** Fails when anything in the markup could do more than show text. */
export function checkHarmless(root: HtmlElement): void {
  for (const { tag, attributes } of elementsOf(root)) {
    assert.ok(allowedTags.has(tag), `<${tag}>`);
    for (const name of Object.keys(attributes)) assert.ok(allowedAttributes.has(name), `<${tag} ${name}>`);
    if (attributes.href !== undefined) assert.match(attributes.href, /^(?:https?:\/\/|mailto:|#)/);
    if (attributes['data-open'] !== undefined) assert.doesNotMatch(attributes['data-open'], /^[/\\]|^[^/]*:/);
    assert.match(attributes.fill ?? 'none', /^[a-z]+$|^#[0-9a-f]+$/);
  }
}
