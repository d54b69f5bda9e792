import { implementCommand } from '../../../kernel/implement.ts'
import { raiseDue } from '../contract.ts'
import { makeFinal, raiseChecks, raiseRenewals, warnOfDeadlines } from '../due.ts'

export const raiseDueBody = implementCommand(raiseDue, {
  async run(act) {
    return {
      output: {
        renewals: await raiseRenewals(act),
        checks: await raiseChecks(act),
        deadlines: await warnOfDeadlines(act),
        finals: await makeFinal(act),
      },
    }
  },
})
