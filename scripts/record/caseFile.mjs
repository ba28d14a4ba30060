// The stored cases of a kind: read, and written in the form that the file has.
import { readFileSync, writeFileSync } from 'node:fs';

/** Reads a file of cases. */
export function readCases(file) {
  const text = readFileSync(file, 'utf8');
  return { text, data: JSON.parse(text) };
}

/** Writes the data as the file was written before, so that only what changed differs. */
export function writeCases(file, before, data) {
  writeFileSync(file, serialized(data, before));
}

/** The data as JSON in the form of the text before it: a value a line, or a case a line. */
export function serialized(data, before) {
  const forms = [indented, caseALine];
  const form = forms.find(one => one(JSON.parse(before)) === before) ?? indented;
  return form(data);
}

function indented(data) {
  return `${JSON.stringify(data, null, 1)}\n`;
}

function caseALine({ cases, ...head }) {
  const lines = Object.entries(head).map(([key, value]) => `  ${spaced(key)}: ${spaced(value)},\n`);
  return `{\n${lines.join('')}  "cases": [\n${cases.map(spaced).join(',\n')}\n  ]\n}\n`;
}

/** JSON on one line in ASCII, with a space after each comma and colon. */
function spaced(value) {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => `${spaced(key)}: ${spaced(item)}`)
      .join(', ')}}`;
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
