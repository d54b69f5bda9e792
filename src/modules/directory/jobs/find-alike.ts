import { implementJob } from '../../../kernel/implement.ts'
import { findAlike, noteAlike } from '../contract.ts'

export const findAlikeBody = implementJob(findAlike, {
  schedule: { cron: '40 2 * * *', zone: 'organisation' },
  async run(run) {
    const outcome = await run.dispatch(noteAlike, {}, 'note')
    if (outcome.status !== 'done') throw new Error(`directory.note-alike: ${outcome.status}`)
  },
})
