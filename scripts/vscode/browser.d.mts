import type { Browser } from 'playwright-core';

export const howToGetChromium: string;
export function findChromium(): string | undefined;
export function findOnPath(programs: readonly string[]): string | undefined;
export function launchChromium(): Promise<Browser>;
