import { getAgeingBody } from './ageing.ts'
import { listGeneralLedgerBody } from './general-ledger.ts'
import { printReportBody } from './print.ts'
import { getBalanceSheetBody, getIncomeStatementBody, getTrialBalanceBody } from './statements.ts'
import { getVatReportBody, listVatEntriesBody } from './vat.ts'

export const reportBodies = [
  getTrialBalanceBody,
  getIncomeStatementBody,
  getBalanceSheetBody,
  listGeneralLedgerBody,
  getVatReportBody,
  listVatEntriesBody,
  getAgeingBody,
  printReportBody,
]
