import type { z } from 'zod'
import type { Outcome } from '../dispatch/outcome.ts'
import { implementCommand, implementJob } from '../implement.ts'
import { entriesLeft, reindexEntries } from '../search/reindex.ts'
import { reindexBatch, reindexJob, reindexSearch } from './contract.ts'

type BatchDone = z.output<typeof reindexBatch.output>

export const reindexSearchBody = implementCommand(reindexSearch, {
  async run(act) {
    const number = Number(await act.nextNumber('search-reindexing'))
    act.enqueue(reindexJob, { number })
    return { output: { number } }
  },
})

export const reindexBatchBody = implementCommand(reindexBatch, {
  async run(act, { number, after }) {
    const { done, last } = await reindexEntries(act.db(), act.office.id, number, after)
    // Counted at the beginning alone: a run knows by itself how far it has come.
    const left = after === null ? await entriesLeft(act.db(), act.office.id, number) : 0
    return { output: { done, last, left } }
  },
})

export const reindexJobBody = implementJob(reindexJob, {
  retryLimit: 20,
  expireSeconds: 82_800,
  async run(run, { number }) {
    let after: string | null = null
    let [made, total] = [0, 0]
    for (;;) {
      run.signal.throwIfAborted()
      const outcome: Outcome<BatchDone> = await run.dispatch(
        reindexBatch,
        { number, after },
        `${run.attempt}:${after ?? 'first'}`,
      )
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
      const { done, last, left }: BatchDone = outcome.output
      if (after === null) total = done + left
      made += done
      await run.progress(made, total)
      if (last === null) return
      after = last
    }
  },
})
