import { implementJob } from '../../../kernel/implement.ts'
import { accrualsJob, countAccruals, postAccruals } from '../contract.ts'

/** Looks every morning; the journal hears of it only when a month has brought something. */
export const accrualsJobBody = implementJob(accrualsJob, {
  schedule: { cron: '40 4 * * *', zone: 'organisation' },
  run: async run => {
    const { count } = await run.query(countAccruals, {})
    if (count === 0) return
    const outcome = await run.dispatch(postAccruals, {}, 'post')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})
