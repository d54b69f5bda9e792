import { implementJob } from '../../../kernel/implement.ts'
import { applyRules, applyRulesJob, lookForDatesJob, remindOfDates } from '../contract.ts'

export const applyRulesJobBody = implementJob(applyRulesJob, {
  async run(run, { registerId }) {
    const outcome = await run.dispatch(applyRules, { registerId }, 'apply')
    if (outcome.status !== 'done') throw new Error(`rules not applied: ${JSON.stringify(outcome)}`)
  },
})

/** Every morning, and whenever a row with such a day is written. */
export const lookForDatesJobBody = implementJob(lookForDatesJob, {
  schedule: { cron: '10 5 * * *', zone: 'organisation' },
  async run(run) {
    const outcome = await run.dispatch(remindOfDates, {}, 'remind')
    if (outcome.status !== 'done') throw new Error(`dates not looked at: ${JSON.stringify(outcome)}`)
  },
})
