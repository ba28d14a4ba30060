/** Arguments that make node:test also write its results to the file that AGENT_FILES_REPORT names, if it names one. */
export function testReporters() {
  const file = process.env.AGENT_FILES_REPORT;
  if (!file) return [];
  return [
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${file}`],
  ];
}
