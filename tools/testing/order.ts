/**
 * The test files that take longest, the longest first; the rest follow in the order of their names. Each run writes what
 * every file took to .tmp/test-times.json.
 */
const longest = [
  'test/journeys/axe.test.ts',
  'test/crash.test.ts',
  'test/crash-server.test.ts',
  'test/scenario.test.ts',
  'test/hostile-papers.test.ts',
  'test/stranger.test.ts',
  'test/conformance.test.ts',
  'test/hostile-json.test.ts',
  'src/modules/documents/pages/marks.test.ts',
  'test/class-follows.test.ts',
  'test/hostile-load.test.ts',
  'test/journeys/year.test.ts',
  'test/journeys/first-hour.test.ts',
  'test/journeys/approval.test.ts',
  'test/journeys/tray.test.ts',
  'test/jobs.test.ts',
] as const

/** Whether a file is one of those that take longest. */
export const isLong = (file: string): boolean => (longest as readonly string[]).includes(file)

/** Puts the files that take longest first, so that none is left to run alone at the end. */
export function longestFirst(files: readonly string[]): string[] {
  const rank = (file: string): number => {
    const at = (longest as readonly string[]).indexOf(file)
    return at < 0 ? longest.length : at
  }
  return [...files].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}
