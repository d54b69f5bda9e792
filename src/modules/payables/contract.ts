/** What other modules, surfaces and pages may know of bills. */
import { contract } from '../../kernel/declare.ts'
import {
  agreementCommands,
  agreementEvents,
  agreementQueries,
  dueJob,
  getAgreement,
  listAgreements,
} from './contract/agreement-commands.ts'
import { billCommands } from './contract/bill-commands.ts'
import { eInvoiceCommands, eInvoiceEvents, eInvoiceJobs, eInvoiceQueries } from './contract/e-invoice.ts'
import { billEvents } from './contract/events.ts'
import { billQueries, getBill, listBills } from './contract/queries.ts'
import { getParcel, listParcels, parcelCommands, parcelEvents, parcelJobs, parcelQueries } from './contract/parcels.ts'
import { questionCommands, questionEvents, questionQueries, sendQuestionJob } from './contract/question-commands.ts'
import { stepCommands } from './contract/step-commands.ts'

export * from './contract/agreement-commands.ts'
export * from './contract/bill-commands.ts'
export * from './contract/e-invoice.ts'
export * from './contract/events.ts'
export * from './contract/parcels.ts'
export * from './contract/queries.ts'
export * from './contract/question-commands.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'
export * from './contract/step-commands.ts'

export const payablesContract = contract({
  name: 'payables',
  depends: ['work', 'directory', 'documents', 'ledger'],
  commands: [
    ...billCommands,
    ...stepCommands,
    ...agreementCommands,
    ...questionCommands,
    ...eInvoiceCommands,
    ...parcelCommands,
  ],
  queries: [...billQueries, ...agreementQueries, ...questionQueries, ...eInvoiceQueries, ...parcelQueries],
  events: [...billEvents, ...agreementEvents, ...questionEvents, ...eInvoiceEvents, ...parcelEvents],
  jobs: [dueJob, sendQuestionJob, ...eInvoiceJobs, ...parcelJobs],
  kinds: [
    { kind: 'bill', icon: 'receipt', detail: getBill, list: listBills, path: '/bills/:id' },
    { kind: 'agreement', icon: 'repeat', detail: getAgreement, list: listAgreements, path: '/agreements/:id' },
    { kind: 'parcel', icon: 'archive', detail: getParcel, list: listParcels, path: '/parcels/:id' },
  ],
})
