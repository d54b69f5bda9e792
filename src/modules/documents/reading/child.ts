/** The entry of a reading child: one job at a time, until the parent hangs up. Started by `pool.ts` alone. */
import { perform, type JobKind, type Reply, type Request } from './jobs.ts'
import { findingOf, isTainted } from './problem.ts'
import type { Finding } from './types.ts'

process.on('message', (request: Request<JobKind>) => void answer(request))
process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)

async function answer({ id, kind, input }: Request<JobKind>): Promise<void> {
  let output: unknown = null
  let failed: Finding | null = null
  try {
    output = await perform(kind, input)
  } catch (thrown) {
    failed = findingOf(thrown)
  }
  const reply: Reply = { id, output, failed, tainted: isTainted(), residentBytes: process.memoryUsage.rss() }
  process.send?.(reply)
}
