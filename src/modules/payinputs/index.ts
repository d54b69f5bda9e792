import { defineModule } from '../../kernel/implement.ts'
import * as inputs from './commands/inputs.ts'
import * as own from './commands/own.ts'
import * as payees from './commands/payees.ts'
import * as periods from './commands/periods.ts'
import { payinputsContract } from './contract.ts'
import * as queries from './queries/pay.ts'
import { catalogues } from './words.ts'

export const payinputs = defineModule({
  contract: payinputsContract,
  commands: [
    ...Object.values(payees),
    periods.openPeriodBody,
    periods.gatherPeriodBody,
    periods.checkPeriodBody,
    periods.reopenPeriodBody,
    periods.lockPeriodBody,
    periods.unlockPeriodBody,
    periods.handOnBody,
    periods.setLayoutBody,
    ...Object.values(inputs),
    ...Object.values(own),
  ],
  queries: Object.values(queries),
  catalogues,
})
