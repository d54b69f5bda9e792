/**
 * The test files that take longest, the longest first; the rest follow in the order of their names. Each run writes what
 * every file took to .tmp/test-times.json.
 */
const longest = [
  'test/journeys/axe.test.ts',
  'test/crash.test.ts',
  'test/scenario.test.ts',
  'test/hostile-papers.test.ts',
  'test/stranger.test.ts',
  'test/conformance.test.ts',
  'test/hostile-json.test.ts',
  'src/modules/documents/pages/marks.test.ts',
  'test/class-follows.test.ts',
  'test/hostile-load.test.ts',
  'test/journeys/approval.test.ts',
  'test/journeys/tray.test.ts',
  'test/jobs.test.ts',
] as const

/**
 * Files that have a process of their own: the walks and the kills, which take long, and what changes its process (its environment, its
 * signals, its memory).
 */
const alone: readonly string[] = [
  ...longest.filter(file => !file.startsWith('test/journeys/') && file !== 'test/jobs.test.ts'),
  'test/journeys/axe.test.ts',
  'test/interop/crash-mailbox.interop.ts',
  'test/hostile-doors.test.ts',
  'src/app/https.test.ts',
  'src/app/commands/check-invoice.test.ts',
  'src/kernel/database/embedded/embedded.test.ts',
  'src/modules/documents/reading/hostile.test.ts',
]

/** Whether a file has a process of its own. */
export const runsAlone = (file: string): boolean => alone.includes(file)

/** Puts the files that take longest first, so that none is left to run alone at the end. */
export function longestFirst(files: readonly string[]): string[] {
  const rank = (file: string): number => {
    const at = (longest as readonly string[]).indexOf(file)
    return at < 0 ? longest.length : at
  }
  return [...files].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}
