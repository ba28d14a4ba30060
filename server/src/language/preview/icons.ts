import type { Severity } from '../severity.ts';

/** The shapes that the preview draws, 16 by 16, in the color of the text around them. */
const shapes = {
  error: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2',
  warning: 'M8 2 1.5 13.5h13L8 2Zm0 4.5v3.2M8 11.4v.4',
  information: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7.2v4M8 4.8v.4',
  hint: 'M5.8 10.6c0-1-1.8-1.9-1.8-4.4a4 4 0 0 1 8 0c0 2.5-1.8 3.4-1.8 4.4H5.8ZM6.3 13.5h3.4',
  loads: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.2 8.2l2 2 3.6-4.2',
  line: 'M6.2 9.8 9.8 6.2M7 4.6l1.6-1.6a3 3 0 0 1 4.3 4.3L11.3 9M9 11.4 7.4 13a3 3 0 0 1-4.3-4.3L4.7 7',
  image: 'M2 3.5h12v9H2v-9Zm0 7 3.2-3 2.6 2.4 2.4-2.6L14 10.8M5.6 6.2v.2',
} as const;

export type Icon = keyof typeof shapes;

/** An inline drawing that screen readers pass over: what it means must stand beside it in words. */
export function icon(name: Icon): string {
  return `<svg class="icon icon-${name}" viewBox="0 0 16 16" aria-hidden="true"><path d="${shapes[name]}"/></svg>`;
}

/** A severity as its icon, with the word for those who do not see it. */
export function severityIcon(severity: Severity): string {
  return `${icon(severity)}<span class="unseen">${severity}: </span>`;
}
