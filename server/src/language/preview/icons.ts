import type { DisplaySeverity } from '../features/displaySeverity.ts';
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
  fixAll: 'M1.800 8.500l2.700 2.700L10 4.500M7.500 10.800l.700.700L14.200 4.500',
  lock: 'M4 7.500h8v6H4v-6Zm1.500 0V5a2.500 2.500 0 0 1 5 0v2.500M8 10v1.500',
  copyPrompt: 'M5.500 5.500h8v8h-8v-8Zm5-3h-8v8',
  openPage: 'M9 2.500h4.500V7M13.500 2.500 8 8M6.500 3.500h-4v10h10v-4',
} as const;

export type Icon = keyof typeof shapes;

/** An inline drawing that screen readers pass over: what it means must stand beside it in words. */
export function icon(name: Icon): string {
  return `<svg class="icon icon-${name}" viewBox="0 0 16 16" aria-hidden="true"><path d="${shapes[name]}"/></svg>`;
}

/** The icon of a verdict, by how severe it is. */
export const verdictIcons: Readonly<Record<DisplaySeverity, Icon>> = {
  good: 'loads',
  information: 'information',
  warning: 'warning',
  error: 'error',
};

/** A severity as its icon, with the word for those who do not see it. */
export function severityIcon(severity: Severity): string {
  return `${icon(severity)}<span class="unseen">${severity}: </span>`;
}
