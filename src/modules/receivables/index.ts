import { defineModule } from '../../kernel/implement.ts'
import * as afterIssue from './commands/after-issue.ts'
import * as drafts from './commands/drafts.ts'
import { issueInvoiceBody } from './commands/issue.ts'
import * as network from './commands/network.ts'
import * as quotes from './commands/quotes.ts'
import * as recurring from './commands/recurring.ts'
import * as reminders from './commands/reminders.ts'
import * as settings from './commands/settings.ts'
import * as turns from './commands/turns.ts'
import { receivablesContract } from './contract.ts'
import * as jobs from './jobs/papers.ts'
import { turnsJobBody } from './jobs/turns.ts'
import * as owing from './queries/owing.ts'
import * as papers from './queries/papers.ts'
import { getNetworkBody } from './queries/network.ts'
import * as recurringQueries from './queries/recurring.ts'
import { followItems } from './reactions/follow-items.ts'
import { catalogues } from './words.ts'

export { openNetworkDoor, receivableNetwork } from './doors.network.ts'
export { receivableRoutes } from './doors.ts'

export const receivables = defineModule({
  contract: receivablesContract,
  commands: [
    ...Object.values(settings),
    ...Object.values(quotes),
    drafts.createInvoiceBody,
    drafts.changeInvoiceBody,
    drafts.discardInvoiceBody,
    drafts.restoreInvoiceBody,
    drafts.creditInvoiceBody,
    issueInvoiceBody,
    ...Object.values(afterIssue),
    ...Object.values(recurring),
    ...Object.values(turns),
    ...Object.values(network),
    reminders.pauseRemindersBody,
    reminders.resumeRemindersBody,
    reminders.sendRemindersBody,
    reminders.recordReminderBody,
    reminders.waiveFeeBody,
    reminders.chargeInterestBody,
    reminders.raiseRemindersBody,
  ],
  queries: [...Object.values(papers), ...Object.values(owing), ...Object.values(recurringQueries), getNetworkBody],
  jobs: [jobs.drawPaperBody, jobs.sendMailBody, jobs.sendReminderBody, turnsJobBody, jobs.remindersJobBody],
  reactions: [followItems],
  catalogues,
})
