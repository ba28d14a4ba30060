import { escapeText } from './escapeHtml.ts';
import type { Speaker, Turn } from './exampleDialogue.ts';

const labels: Readonly<Record<Exclude<Speaker, 'text'>, string>> = {
  context: 'Context',
  user: 'User',
  assistant: 'Assistant',
  commentary: 'Commentary',
};

/** An example as a small dialogue. `attributes` go onto its element and are trusted. */
export function dialogueHtml(turns: readonly Turn[], attributes = ''): string {
  const items = turns.map(({ speaker, text }) => {
    const label = speaker === 'text' ? '' : `<span class="speaker">${labels[speaker]}</span>`;
    return `<li class="turn turn-${speaker}">${label}<span class="said">${escapeText(text)}</span></li>`;
  });
  return `<div class="example"${attributes}><ul aria-label="Example">${items.join('')}</ul></div>\n`;
}
