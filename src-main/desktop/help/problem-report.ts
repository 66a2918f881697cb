export type ReportFacts = Readonly<Record<string, string | undefined>>;

/** What helps to find what went wrong, as text that its reader understands: who runs Stint where, then its log. */
export function problemReport(facts: ReportFacts, log: string): string {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '');
  const lines = known.map(([name, value]) => `${name}: ${value}`);
  return [...lines, '', log.trim() === '' ? 'The log is empty.' : log.trim(), ''].join('\n');
}
