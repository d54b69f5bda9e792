import { command, event, job, query } from '../../../kernel/declare.ts'
import { choice, id, instant, text, z } from '../../../kernel/schema.ts'
import { ledgerEnvelope } from '../../ledger/contract.ts'
import { example } from './shapes.ts'

/** Reads the file that a bill came as, and checks it where it is an e-invoice; may be killed and run again. */
export const checkEInvoice = job('payables.check-e-invoice', z.strictObject({ billId: id(), fileId: id() }), 'system')

/** So many findings are kept of one e-invoice: more say nothing new. */
export const mostFindings = 200

const finding = z.strictObject({
  rule: text(60),
  severity: choice(['fatal', 'warning']),
  location: text(500),
  words: text(40),
  params: z.record(z.string(), z.string()),
})

export const eInvoiceChecked = event(
  'payables.e-invoice-checked',
  z.strictObject({ id: z.uuid(), title: z.string(), fatal: z.int(), warnings: z.int(), ...ledgerEnvelope }),
)

export const seekEInvoice = command({
  name: 'payables.seek-e-invoice',
  summary: 'Has the file that a bill came as checked, where it may be an e-invoice.',
  input: z.strictObject({ id: id('bill') }),
  output: z.strictObject({ sought: z.boolean() }),
  jobs: [checkEInvoice],
  kinds: ['bill'],
  subject: 'id',
  door: 'none',
  example: { id: example },
})

export const noteEInvoice = command({
  name: 'payables.note-e-invoice',
  summary: 'Keeps what the rules say of the e-invoice that a bill came as.',
  input: z.strictObject({
    id: id('bill'),
    syntax: choice(['ubl', 'cii']),
    profile: text(40),
    findings: z.array(finding).max(mostFindings),
  }),
  output: z.strictObject({}),
  emits: [eInvoiceChecked],
  kinds: ['bill'],
  subject: 'id',
  door: 'none',
  example: { id: example, syntax: 'ubl', profile: 'peppol-bis-3', findings: [] },
})

export const getEInvoice = query({
  name: 'payables.get-e-invoice',
  summary: 'What the rules say of the e-invoice that a bill came as; null where it came as something else.',
  permission: 'payables.list-bills',
  input: z.strictObject({ id: id('bill') }),
  output: z.strictObject({
    checked: z
      .strictObject({
        syntax: choice(['ubl', 'cii']),
        profile: z.string(),
        at: instant(),
        findings: z.array(
          finding.extend({
            /** What it is about, by the word people use: `town` of the `seller`. */
            term: z.strictObject({ word: z.string(), part: z.string().nullable() }).nullable(),
          }),
        ),
      })
      .nullable(),
  }),
  kinds: ['bill'],
  example: { id: example },
})

export const eInvoiceCommands = [seekEInvoice, noteEInvoice]
export const eInvoiceQueries = [getEInvoice]
export const eInvoiceEvents = [eInvoiceChecked]
export const eInvoiceJobs = [checkEInvoice]
