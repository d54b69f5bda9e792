import { command, event, query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, money, text, z } from '../../../kernel/schema.ts'
import { entryPosted, entryReversedEvent, periodsLocked, yearOpened } from './events.ts'
import * as r from './refusals.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { can, example, named } from './shapes.ts'

const kinds = ['ledger-entry']

export const vatPeriodSettled = refusal('vat-period-already-settled', 409)
export const vatPeriodUnknown = refusal('vat-period-unknown', 404)
export const booksFileUnusable = refusal('books-file-not-usable', 422)
export const booksFileKnown = refusal('books-file-taken-before', 409)
export const booksFileForeign = refusal('books-file-other-currency', 422)
export const importYearDiffers = refusal('books-file-year-differs', 409)
export const importOpeningDiffers = refusal('books-file-opening-differs', 409)
export const importNumberTaken = refusal('books-file-number-taken', 409)
export const exportNotPossible = refusal('books-export-not-valid', 409)

export const importBeforeOpening = refusal('books-file-before-opening', 409)
export const exportHidden = refusal('books-export-hides', 409)

export const importFormats = ['sie4', 'saft-no', 'saft-pt', 'd406', 'xaf'] as const
export const exportFormats = ['sie4', 'saft-no', 'saft-pt', 'd406', 'xaf', 'hledger'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const vatSettledEvent = event('ledger.vat-settled', z.strictObject({ id: z.uuid(), from: day(), until: day() }))
export const vatReopenedEvent = event(
  'ledger.vat-reopened',
  z.strictObject({ id: z.uuid(), from: day(), until: day() }),
)
export const booksImportedEvent = event(
  'ledger.books-imported',
  z.strictObject({ importId: z.uuid(), fileName: z.string(), entries: count(), from: day(), until: day() }),
)
export const accountCodeSetEvent = event(
  'ledger.account-code-set',
  z.strictObject({ number: z.string(), code: z.string().nullable() }),
)

export const companySetEvent = event('ledger.company-set', z.strictObject({ changed: z.array(z.string()) }))

export const settleVat = command({
  name: 'ledger.settle-vat',
  summary:
    'Settles the VAT of a period: its tax goes to the account of the tax office as the return says it, and its months are locked.',
  input: z.strictObject({ from: day(), until: day() }),
  output: z.strictObject({ id: z.uuid(), entryId: z.uuid().nullable(), toPay: money() }),
  emits: [vatSettledEvent, periodsLocked, entryPosted, yearOpened],
  refusals: [r.booksNotKept, vatPeriodSettled, r.vatDaysReversed, ...r.postingRefusals],
  kinds,
  example: { from: '2026-01-01', until: '2026-03-31' },
})

export const reopenVat = command({
  name: 'ledger.reopen-vat',
  summary:
    'Takes the settling of a VAT period back by reversing its entry; its months must have been opened again before.',
  input: z.strictObject({ id: id(undefined, { hidden: true }) }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [vatReopenedEvent, entryReversedEvent, entryPosted, yearOpened],
  refusals: [r.booksNotKept, vatPeriodUnknown, ...r.postingRefusals],
  kinds,
  example: { id: example },
})

const fileFinding = z.strictObject({ name: z.string(), line: z.int().nullable(), detail: z.string() })

export const importBooks = command({
  name: 'ledger.import-books',
  summary:
    'Takes the books of another program in from a file (SIE 4, SAF-T, D406, XAF), all at once or not at all; a dry run says what it would do.',
  input: z.strictObject({
    fileName: text(255),
    /** The bytes of the file, in base64. */
    content: z.string().min(4).max(90_000_000).meta({ hidden: true }),
  }),
  output: z.strictObject({
    importId: z.uuid(),
    format: choice(importFormats),
    company: z.string(),
    from: day(),
    until: day(),
    entries: count(),
    lines: count(),
    opening: count(),
    accounts: z.array(z.strictObject({ number: z.string(), name: z.string() })),
    /** VAT codes that entries use: what each is here, or that it is added; null where the file does not say enough of it. */
    vatCodes: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        vatRate: z.string().nullable(),
        here: z.string().nullable(),
        isNew: flag(),
      }),
    ),
    /** Customers and suppliers, with who of them stands in the directory; the others are proposed, and never added by this act. */
    parties: z.array(
      z.strictObject({
        name: z.string(),
        side: choice(['customer', 'supplier', 'both']),
        companyNumber: z.string().nullable(),
        vatNumber: z.string().nullable(),
        street: z.string().nullable(),
        postalCode: z.string().nullable(),
        town: z.string().nullable(),
        country: z.string().nullable(),
        known: named.nullable(),
      }),
    ),
    values: count(),
    yearOpened: flag(),
    /** Entries that could not keep their number, and those that were left out since nothing stands in them. */
    renumbered: count(),
    leftOut: count(),
    findings: z.array(fileFinding),
  }),
  emits: [booksImportedEvent, entryPosted, yearOpened],
  refusals: [
    r.booksNotKept,
    booksFileUnusable,
    booksFileKnown,
    booksFileForeign,
    importYearDiffers,
    importOpeningDiffers,
    importNumberTaken,
    importBeforeOpening,
    ...r.postingRefusals,
  ],
  kinds,
  tool: false,
  example: {
    fileName: 'books.se',
    content: 'I0ZMQUdHQSAwCiNGT1JNQVQgUEM4CiNTSUVUWVAgNAojUkFSIDAgMjAyNjAxMDEgMjAyNjEyMzEK',
  },
})

export const setAccountCode = command({
  name: 'ledger.set-account-code',
  summary: 'Gives an account its code in the tax form or taxonomy of the country, which exports must name.',
  input: z.strictObject({ number: text(20), code: text(35).nullable() }),
  output: z.strictObject({ number: z.string() }),
  emits: [accountCodeSetEvent],
  refusals: [r.booksNotKept, r.accountUnknown],
  kinds,
  undoable: true,
  example: { number: '6110', code: '7513' },
})

const line = (max: number) => text(max).nullable().optional()
/** What files and returns say of the office beside its name. */
export const companyFacts = {
  number: line(35),
  vatNumber: line(35),
  street: line(200),
  postalCode: line(16),
  town: line(50),
  contact: line(70),
  phone: line(18),
}

export const setCompany = command({
  name: 'ledger.set-company',
  summary: 'Says what files for accountants and authorities tell of the office: its numbers, its address, whom to ask.',
  input: z.strictObject(companyFacts),
  output: z.strictObject({ changed: z.array(z.string()) }),
  emits: [companySetEvent],
  refusals: [r.booksNotKept],
  kinds,
  undoable: true,
  example: { number: '556677-8899', town: 'Stockholm' },
})

export const exportBooks = query({
  name: 'ledger.export-books',
  summary:
    'The books between days as a file for an accountant, an authority or another program, checked before it is handed out; its bytes are in base64.',
  input: z.strictObject({ format: choice(exportFormats), from: day().optional(), until: day().optional() }),
  output: z.strictObject({
    name: z.string(),
    content: z.string(),
    from: day(),
    until: day(),
    entries: count(),
    checkedBy: choice(['schema', 'own-rules']),
    schema: z.string().nullable(),
    /** Why no schema was used, where the format has one. */
    reason: choice(['checked', 'not-at-hand', 'does-not-load', 'none']),
    replaced: count(),
    findings: z.array(fileFinding),
  }),
  kinds,
  tool: false,
  example: { format: 'hledger' },
})

export const listImports = query({
  name: 'ledger.list-imports',
  summary: 'The files from which books of other programs were taken in, and which formats there are to write.',
  permission: 'ledger.read-reports',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        format: choice(importFormats),
        fileName: z.string(),
        company: z.string(),
        from: day(),
        until: day(),
        entries: count(),
        on: day(),
        by: z.string(),
      }),
    ),
    /** The format of the chart's country; null where none is asked for. */
    usual: choice(exportFormats).nullable(),
    years: z.array(z.strictObject({ from: day(), until: day() })),
    company: z.record(z.string(), z.string()),
    can,
  }),
  kinds,
  example: {},
})

export const listAccountCodes = query({
  name: 'ledger.list-account-codes',
  summary: 'Accounts that carry postings, with the code each has in the tax form or taxonomy of the country.',
  permission: 'ledger.read-reports',
  input: z.strictObject({}),
  output: z.strictObject({
    country: z.string(),
    rows: z.array(z.strictObject({ number: z.string(), name: z.string(), code: z.string().nullable() })),
  }),
  kinds,
  example: {},
})

export const exchangeCommands = [settleVat, reopenVat, importBooks, setAccountCode, setCompany]
export const exchangeQueries = [exportBooks, listImports, listAccountCodes]
export const exchangeEvents = [
  vatSettledEvent,
  vatReopenedEvent,
  booksImportedEvent,
  accountCodeSetEvent,
  companySetEvent,
]
