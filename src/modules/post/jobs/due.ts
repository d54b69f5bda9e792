import { implementJob } from '../../../kernel/implement.ts'
import { countDue, dueJob, raiseDue } from '../contract.ts'

/** Looks every quarter of an hour; the journal hears of it only when a box's day has come. */
export const dueJobBody = implementJob(dueJob, {
  schedule: { cron: '5,20,35,50 * * * *', zone: 'organisation' },
  run: async run => {
    const { count } = await run.query(countDue, {})
    if (count === 0) return
    const outcome = await run.dispatch(raiseDue, {}, 'raise')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})
