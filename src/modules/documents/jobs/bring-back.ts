import { implementJob } from '../../../kernel/implement.ts'
import { bringBackDue, bringBackJob } from '../contract.ts'

export const bringBackJobBody = implementJob(bringBackJob, {
  schedule: { cron: '0 5 * * *', zone: 'organisation' },
  async run(run) {
    const outcome = await run.dispatch(bringBackDue, {}, 'bring-back')
    if (outcome.status !== 'done') throw new Error(`nothing brought back: ${JSON.stringify(outcome)}`)
  },
})
