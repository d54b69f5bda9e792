import { implementJob } from '../../../kernel/implement.ts'
import { countCover, coverJob, coverTasks } from '../contract.ts'

/** Looks every quarter of an hour whether a task should be with somebody else; the journal hears of it only when one moves. */
export const coverJobBody = implementJob(coverJob, {
  schedule: { cron: '*/15 * * * *', zone: 'organisation' },
  run: async run => {
    const { count } = await run.query(countCover, {})
    if (count === 0) return
    const outcome = await run.dispatch(coverTasks, {}, 'cover')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})
