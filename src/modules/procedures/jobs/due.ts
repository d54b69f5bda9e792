import { implementJob } from '../../../kernel/implement.ts'
import { countDue, dueJob, raiseDue } from '../contract.ts'

/** Looks every five minutes whether a day or an event has come; the journal hears of it only when something begins. */
export const dueJobBody = implementJob(dueJob, {
  schedule: { cron: '*/5 * * * *', zone: 'organisation' },
  run: async run => {
    const { count } = await run.query(countDue, {})
    if (count === 0) return
    const outcome = await run.dispatch(raiseDue, {}, 'raise')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})
