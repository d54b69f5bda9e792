import { implementJob } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'

type Answer = { readonly status: string }
const done = <T extends Answer>(outcome: T): T => {
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome
}

/** Leads series on to their horizon, and gives newcomers a calendar; the journal hears of it only when there was something. */
export const nightlyJobBody = implementJob(c.nightlyJob, {
  schedule: { cron: '20 3 * * *', zone: 'organisation', atStart: true },
  run: async run => {
    const { series, people } = await run.query(c.countDue, {})
    for (let step = 0; step * 50 < people; step++) done(await run.dispatch(c.provideCalendars, {}, `people ${step}`))
    for (let step = 0; step * 50 < series && !run.signal.aborted; step++)
      done(await run.dispatch(c.extendHorizon, {}, `series ${step}`))
  },
})

/** Each few minutes: reminders, places that nobody came to, pencilled times that have ended. */
export const minutesJobBody = implementJob(c.minutesJob, {
  schedule: { cron: '*/5 * * * *', zone: 'organisation' },
  run: async run => {
    const { reminders, unused } = await run.query(c.countDue, {})
    if (unused > 0) done(await run.dispatch(c.releaseUnused, {}, 'unused'))
    for (let step = 0; step * 200 < reminders; step++)
      done(await run.dispatch(c.giveReminders, {}, `reminders ${step}`))
  },
})
