import { defineModule } from '../../kernel/implement.ts'
import * as jobActs from './commands/jobs.ts'
import * as stockActs from './commands/stocks.ts'
import * as printerActs from './commands/printers.ts'
import { printingContract } from './contract.ts'
import { followJobBody, sendJobBody } from './jobs/follow.ts'
import { lookJobBody, roundJobBody } from './jobs/look.ts'
import * as jobQueries from './queries/jobs.ts'
import { getPrinterBody, listPrintersBody, printersToLookAtBody, printerToLookAtBody } from './queries/printers.ts'
import { listStocksBody } from './queries/stocks.ts'
import { catalogues } from './words.ts'

export const printing = defineModule({
  contract: printingContract,
  commands: [...Object.values(printerActs), ...Object.values(stockActs), ...Object.values(jobActs)],
  queries: [
    listPrintersBody,
    getPrinterBody,
    printerToLookAtBody,
    printersToLookAtBody,
    listStocksBody,
    ...Object.values(jobQueries),
  ],
  jobs: [sendJobBody, followJobBody, lookJobBody, roundJobBody],
  catalogues,
})
