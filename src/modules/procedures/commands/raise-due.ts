import { implementCommand } from '../../../kernel/implement.ts'
import { raiseDue } from '../contract.ts'
import { beginForDays, startForDays } from '../due/days.ts'
import { startForEvents } from '../due/events.ts'
import { raiseObligations } from '../due/obligations.ts'

export const raiseDueBody = implementCommand(raiseDue, {
  async run(act) {
    const runs = (await startForDays(act)) + (await startForEvents(act))
    return { output: { runs, steps: await beginForDays(act), obligations: await raiseObligations(act) } }
  },
})
