/**
 * What a vitest run counted, from its JSON report (undefined when it wrote none) and its exit code.
 * A file that could not be loaded is one failure, and so is a run that ended badly without saying why.
 *
 * @typedef {{ status: string, assertionResults: readonly unknown[] }} FileResult
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: readonly FileResult[] } | undefined} report
 * @param {number} exitCode
 * @returns {{ readonly passed: number, readonly failed: number }}
 */
export function countTests(report, exitCode) {
  const passed = report?.numPassedTests ?? 0;
  const broken = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = (report?.numFailedTests ?? 0) + broken.length;
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}
