import { defineModule } from '../../kernel/implement.ts'
import * as lines from './commands/lines.ts'
import * as reports from './commands/reports.ts'
import * as settings from './commands/settings.ts'
import * as steps from './commands/steps.ts'
import { expensesContract } from './contract.ts'
import { getPayAccountBody, getPolicyBody } from './queries/policy.ts'
import { getReportBody, listReportsBody } from './queries/reports.ts'
import { follow } from './reactions/follow.ts'
import { catalogues } from './words.ts'

export { expenseRoutes } from './doors.ts'

export const expenses = defineModule({
  contract: expensesContract,
  commands: [
    reports.createReportBody,
    reports.changeReportBody,
    reports.withdrawReportBody,
    reports.restoreReportBody,
    lines.addExpenseBody,
    lines.takeReceiptBody,
    lines.addMileageBody,
    lines.addAllowanceBody,
    lines.changeExpenseBody,
    lines.removeExpensesBody,
    lines.putBackExpensesBody,
    lines.noteReceiptReadBody,
    lines.takeRatesBody,
    ...Object.values(steps),
    ...Object.values(settings),
  ],
  queries: [listReportsBody, getReportBody, getPolicyBody, getPayAccountBody],
  reactions: follow,
  catalogues,
})
