/** What other modules, surfaces and pages may know of printing. */
import { contract } from '../../kernel/declare.ts'
import { printingCommands, printingJobs } from './contract/commands.ts'
import { printingEvents } from './contract/events.ts'
import { getJob, getPrinter, listJobs, listPrinters, printingQueries } from './contract/queries.ts'

export * from './contract/commands.ts'
export * from './contract/events.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'
export { fitted, type LabelSize, labelInk, labelPdf, mm } from './paper/label.ts'
export { stockSize as stockSizeFor, usualSize } from './stock-size.ts'
export { type StockRule, stockFor } from './stock-for.ts'

export const printingContract = contract({
  name: 'printing',
  depends: ['work', 'documents', 'authority', 'notifications'],
  commands: printingCommands,
  queries: printingQueries,
  events: printingEvents,
  jobs: printingJobs,
  kinds: [
    { kind: 'printer', icon: 'printer', detail: getPrinter, list: listPrinters, path: '/printing/printers/:id' },
    { kind: 'print-job', icon: 'printer', detail: getJob, list: listJobs, path: '/printing/:id' },
  ],
})
