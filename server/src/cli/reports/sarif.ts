import { rules } from '../../language/rules/index.ts';
import { version } from '../../version.ts';
import type { CheckedDiagnostic, CheckedFile } from '../checkFiles.ts';
import { ruleSection } from '../rulesPage.ts';
import { listedIn, type Report } from './report.ts';

const sarifLevels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** A log in the Static Analysis Results Interchange Format 2.1.0, for code scanning. */
export function sarifReport(report: Report): string {
  const listed = listedIn(report, 'hint');
  const page = report.rulesPage();
  const used = [...new Set(listed.map(({ diagnostic }) => diagnostic.rule))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Agent Files',
            version,
            ...(/^\d+\.\d+\.\d+/.test(version) && { semanticVersion: version }),
            informationUri: 'https://github.com/agent-files/agent-files',
            rules: used.map(id => descriptorOf(id, page)),
          },
        },
        // LSP counts as SARIF does by default.
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.problems.length === 0,
            toolExecutionNotifications: report.problems.map(text => ({ level: 'error', message: { text } })),
          },
        ],
        results: listed.map(({ file, diagnostic }) => resultOf(report, file, diagnostic, used)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptorOf(id: string, page: string): object {
  const rule = rules.find(each => each.id === id);
  const title = rule?.title ?? (id === 'configuration' ? 'Correct the configuration file' : 'Internal error');
  const section = rule ? ruleSection(id, page) : undefined;
  const level = rule && rule.severity !== 'byEffect' ? sarifLevels[rule.severity] : 'warning';
  return {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    shortDescription: { text: title },
    fullDescription: { text: `${title}.` },
    help: { text: section ?? title, ...(section !== undefined && { markdown: section }) },
    helpUri: `https://github.com/agent-files/agent-files/blob/main/docs/rules.md#${id.toLowerCase()}`,
    defaultConfiguration: { level },
    properties: { tags: ['ai-agents'] },
  };
}

function resultOf(
  report: Report,
  file: CheckedFile,
  diagnostic: CheckedDiagnostic,
  used: readonly string[],
): object {
  const artifactLocation = { uri: uriOf(report.fromRoot(file)), uriBaseId: '%SRCROOT%' };
  const { rule, severity, message, range, related = [], fixes = [], target } = diagnostic;
  const place = (at: CheckedDiagnostic['range']): object => ({
    physicalLocation: { artifactLocation, region: regionOf(at) },
  });
  return {
    ruleId: rule,
    ruleIndex: used.indexOf(rule),
    level: sarifLevels[severity],
    message: { text: message },
    locations: [place(range)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        ...place(other.range),
        message: { text: other.message },
      })),
    }),
    partialFingerprints: { 'agentFiles/v1': report.fingerprintOf(file, diagnostic) },
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, changes }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation,
            replacements: changes.map(change => ({
              deletedRegion: regionOf(change.range),
              insertedContent: { text: change.newText },
            })),
          },
        ],
      })),
    }),
    properties: { severity, ...(target !== undefined && { target }) },
  };
}

/** Lines and columns from one; the end is behind the last character. */
function regionOf({ start, end }: CheckedDiagnostic['range']): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A relative reference. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
