import { implementCommand } from '../../../kernel/implement.ts'
import { interrupt, interruptJob } from '../contract.ts'

/** Runs as the person told, and so does the job: what it says is what they may see when it says it. */
export const interruptBody = implementCommand(interrupt, {
  async run(act, { id }) {
    act.enqueue(interruptJob, { id })
    return { output: {} }
  },
})
