import { statementName } from '../database/bound.ts'
import type { Kernel } from '../kernel.ts'

/** How soon a job whose time has come is seen that no act of this process woke anybody for. */
const lookEveryMs = 1_000

const queuesDue = `
  select q.name from unnest($1::text[]) as q (name)
  cross join lateral (
    select from pgboss.job j
    where j.name = q.name and j.state < 'active' and not j.blocked and j.start_after <= pgboss.job_now() limit 1) due`

/**
 * Tells which queues have jobs whose time has come, by one question for all of them: a hundred workers that each ask once a second, in
 * statements that PostgreSQL plans anew, took a tenth of a processor from an office where nothing happens.
 */
export function watchDue(kernel: Kernel, queues: readonly string[], wake: (names: readonly string[]) => void) {
  const name = statementName(queuesDue)
  const question = { text: queuesDue, values: [[...queues]], ...(name ? { name } : {}) }
  let timer: NodeJS.Timeout | undefined
  let ended = false
  const look = async (): Promise<void> => {
    try {
      const { rows } = await kernel.pool.query<{ name: string }>(question)
      if (!ended) wake(rows.map(row => row.name))
    } catch (error) {
      if (!ended) kernel.log('warn', 'due jobs could not be looked for', { error: String(error) })
    }
    if (!ended) timer = setTimeout(() => void look(), lookEveryMs)
  }
  timer = setTimeout(() => void look(), lookEveryMs)
  return {
    end: () => {
      ended = true
      clearTimeout(timer)
    },
  }
}
