import { implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'

export const noteArrivalBody = implementCommand(c.noteArrival, {
  async run(act, { documentId }) {
    act.enqueue(c.lookJob, { documentId })
    return { output: {} }
  },
})
