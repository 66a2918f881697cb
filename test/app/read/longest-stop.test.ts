import { expect, it } from 'vitest';
import { longestStop } from '../../support/measure/longest-stop.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve, 10));

const cpuMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

it('tells how long it was computed without a pause', async () => {
  const { stopMs } = await longestStop(async () => {
    await turn();
    const begun = process.cpuUsage();
    while (cpuMs(begun) < 400);
    await turn();
  });
  expect(stopMs).toBeGreaterThan(100);
});

it('does not count that the process had to wait', async () => {
  const { stopMs } = await longestStop(async () => {
    await turn();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
    await turn();
  });
  expect(stopMs).toBeLessThan(200);
});
