import { implementJob } from '../../../kernel/implement.ts'
import { countDue, dueJob, raiseDue } from '../contract.ts'

/** Looks every ten minutes; the journal hears of it only when something is raised. */
export const dueJobBody = implementJob(dueJob, {
  schedule: { cron: '7,17,27,37,47,57 * * * *', zone: 'organisation' },
  run: async run => {
    const { count } = await run.query(countDue, {})
    if (count === 0) return
    const outcome = await run.dispatch(raiseDue, {}, 'raise')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})
