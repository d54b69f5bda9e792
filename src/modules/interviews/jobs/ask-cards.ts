import { implementJob } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'

/** Each hour: whoever sat in an interview that is over is asked for their card. */
export const askCardsJobBody = implementJob(c.askCardsJob, {
  schedule: { cron: '9 * * * *', zone: 'organisation' },
  run: async run => {
    const { count } = await run.query(c.countCardsDue, {})
    if (count === 0) return
    const outcome = await run.dispatch(c.askCards, {}, 'ask')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})
