import { findingOf } from './problem.ts'
import type { Source } from './jobs.ts'
import { DEFAULT_WALL_MS, type ReadOptions } from './options.ts'
import { ReadingPool, type PoolSettings } from './pool.ts'
import { failedReading } from './read.ts'
import type { Reading } from './types.ts'

let pool: ReadingPool | null = null

/** The process-wide pool of reading children, begun when first asked. */
export function readingPool(settings?: Partial<PoolSettings>): ReadingPool {
  pool ??= new ReadingPool(settings)
  return pool
}

/** Ends all reading children, for a clean stop; the next reading begins new ones. */
export function closeReaders(): void {
  pool?.close()
  pool = null
}

/**
 * Reads a file (its bytes, or a path that the child opens) in a killable child. Never rejects: a file that takes too long,
 * too much memory or the child's life gives a Reading whose `error` says so.
 */
export async function readInChild(
  source: Source,
  name: string,
  options: ReadOptions = {},
  signal?: AbortSignal,
): Promise<Reading> {
  try {
    const wallMs = options.wallMs ?? DEFAULT_WALL_MS
    return await readingPool().run('read', { source, name, options }, wallMs, signal)
  } catch (thrown) {
    return failedReading(findingOf(thrown))
  }
}
