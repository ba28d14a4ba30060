import type { Capabilities, Capability } from '../features/capabilities.ts';
import { escapeText } from './escapeHtml.ts';
import { icon } from './icons.ts';

const verbs: Readonly<Record<Capability, string>> = {
  read: 'Read files',
  write: 'Change files',
  run: 'Run commands',
  web: 'Use the web',
  delegate: 'Start agents',
  mcp: 'Use MCP servers',
};

/** What the agent may do and what not; empty where nothing is known of it. */
export function capabilitiesHtml(capabilities: Capabilities | undefined): string {
  if (!capabilities) return '';
  const { can, cannot, runsWith } = capabilities;
  const chips = [
    ...can.map(each => `<li class="ability can">${icon('loads')}${verbs[each]}</li>`),
    ...cannot.map(
      each => `<li class="ability cannot"><span class="unseen">not: </span><del>${verbs[each]}</del></li>`,
    ),
  ];
  if (chips.length === 0) return '';
  const changes = runsWith.map(line => `<li>${escapeText(line)}</li>`).join('');
  return `<section id="capabilities" aria-labelledby="capabilities-heading">
<h2 id="capabilities-heading">What it may do</h2>
<ul class="chips" aria-labelledby="capabilities-heading">${chips.join('')}</ul>
${changes === '' ? '' : `<p class="caption">Runs with</p><ul class="runs-with" aria-label="Runs with">${changes}</ul>`}</section>`;
}
