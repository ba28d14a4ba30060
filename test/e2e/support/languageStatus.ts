import { inWorkbench } from './page.ts';
import { until } from './until.ts';

/** What a screen reader says of the language status, which sums up all of its items. */
export const spokenStatus = () =>
  inWorkbench<string>(
    "[...document.querySelectorAll('.statusbar-item[id=\"status.languageStatus\"] [aria-label]')].map(item => item.getAttribute('aria-label')).join('; ')",
  );

/** Waits until the language status of the active editor has the text in it. */
export async function statusSays(text: string): Promise<void> {
  let last = '';
  await until(`"${text}" in the language status`, async () => {
    last = await spokenStatus();
    return last.includes(text);
  }).catch(error => {
    throw new Error(`${error.message} It was "${last}".`);
  });
}

/** Waits until the language status of the active editor says nothing of ours. */
export async function statusIsSilent(): Promise<void> {
  await until('no status of ours', async () => !(await spokenStatus()).includes('Agent file'));
}
