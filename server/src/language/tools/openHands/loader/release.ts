/** The release of OpenHands that was recorded: PyPI’s openhands-sdk, with PyYAML around libyaml. */
export const openHandsRelease = { tool: 'OpenHands', version: '1.58.2', recorded: '2026-11-29' } as const;
