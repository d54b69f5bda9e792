import { defineModule } from '../../kernel/implement.ts'
import { accrueEntryBody, postAccrualsBody, stopAccrualBody } from './commands/accruals.ts'
import * as chart from './commands/chart.ts'
import { postEntryBody, reverseEntryBody } from './commands/entries.ts'
import { enterOpeningBody } from './commands/opening.ts'
import * as periods from './commands/periods.ts'
import { importRatesBody, setRateBody } from './commands/rates.ts'
import { reopenYearBody } from './commands/reopen-year.ts'
import { revalueItemsBody, takeBackRevaluationBody } from './commands/revaluation.ts'
import { changeSettingsBody, setUpBooksBody } from './commands/set-up.ts'
import { takeWishesBody } from './commands/take-wishes.ts'
import { ledgerContract } from './contract.ts'
import { exchangeBodies, exchangeQueryBodies } from './exchange/index.ts'
import { accrualsJobBody } from './jobs/accruals.ts'
import { getAccountBody, listAccountsBody } from './queries/accounts.ts'
import { getEntryBody } from './queries/get-entry.ts'
import { listEntriesBody } from './queries/list-entries.ts'
import { previewRevaluationBody } from './queries/revaluation.ts'
import * as settings from './queries/settings.ts'
import { takeWishesOnAnything } from './reactions/take-wishes.ts'
import { reportBodies } from './reports/index.ts'
import { catalogues } from './words.ts'

export const ledger = defineModule({
  contract: ledgerContract,
  commands: [
    postEntryBody,
    reverseEntryBody,
    enterOpeningBody,
    accrueEntryBody,
    stopAccrualBody,
    postAccrualsBody,
    takeWishesBody,
    setUpBooksBody,
    changeSettingsBody,
    ...Object.values(chart),
    ...Object.values(periods),
    reopenYearBody,
    revalueItemsBody,
    takeBackRevaluationBody,
    setRateBody,
    importRatesBody,
    ...exchangeBodies,
  ],
  queries: [
    listEntriesBody,
    getEntryBody,
    listAccountsBody,
    getAccountBody,
    ...Object.values(settings),
    previewRevaluationBody,
    ...reportBodies,
    ...exchangeQueryBodies,
  ],
  jobs: [accrualsJobBody],
  reactions: [takeWishesOnAnything],
  catalogues,
})
