/** How many milliseconds of the processor a function takes: unlike those of the clock, not more where others run too. */
export function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
