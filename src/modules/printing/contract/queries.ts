import { query } from '../../../kernel/declare.ts'
import { choice, count, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import * as s from './shapes.ts'
import { can, example, head, list, named } from './shapes.ts'

const printerLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  uri: z.string(),
  place: z.string(),
  model: z.string().nullable(),
  state: choice(s.printerStates),
  reasons: z.array(z.string()),
  problem: choice(s.printerProblems).nullable(),
  isDefault: flag(),
  /** The asker's own. */
  mine: flag(),
  retired: flag(),
  lookedAt: instant().nullable(),
  waiting: count(),
})

export const listPrinters = query({
  name: 'printing.list-printers',
  summary: 'The printers, the usual one first, and how each is.',
  input: z.strictObject({ text: text(200).optional(), retired: flag().optional(), ...slice }),
  output: list(printerLine),
  kinds: ['printer', 'print-job'],
  example: {},
})

export const getPrinter = query({
  name: 'printing.get-printer',
  summary: 'One printer: what it can do, what ails it, how much toner it has.',
  permission: 'printing.list-printers',
  input: z.strictObject({ id: id('printer') }),
  output: z.strictObject({
    record: head(s.printerStates),
    ...printerLine.omit({ id: true, version: true, title: true, state: true }).shape,
    abilities: s.abilities.nullable(),
    markers: z.array(s.marker),
    can,
  }),
  kinds: ['printer'],
  example: { id: example },
})

const jobLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(s.jobStates),
  printer: named.nullable(),
  owner: named.nullable(),
  document: named.nullable(),
  ...s.printed,
  reasons: z.array(z.string()),
  problem: z.string().nullable(),
  sheets: count().nullable(),
  askedAt: instant(),
  endedAt: instant().nullable(),
})

export const listJobs = query({
  name: 'printing.list-jobs',
  summary: 'The queue: what waits, prints or was printed, newest first.',
  input: z.strictObject({
    text: text(200).optional(),
    box: choice(['open', 'mine', 'all']).optional(),
    printerId: id('printer').optional(),
    ...slice,
  }),
  output: list(jobLine),
  kinds: ['print-job', 'printer'],
  example: {},
})

export const getJob = query({
  name: 'printing.get-job',
  summary: 'One print job: how far it is, and what keeps it.',
  permission: 'printing.list-jobs',
  input: z.strictObject({ id: id('print-job') }),
  output: z.strictObject({
    record: head(s.jobStates),
    ...jobLine.omit({ id: true, version: true, title: true, state: true }).shape,
    printerNumber: z.int().nullable(),
    can,
  }),
  kinds: ['print-job'],
  example: { id: example },
})

const stockRule = z.strictObject({
  printer: named,
  widthMm: z.int(),
  heightMm: z.int(),
  automatic: flag(),
})

export const listStocks = query({
  name: 'printing.list-stocks',
  summary: 'Where each kind of paper is printed: in the office, and where one sits oneself or at one desk.',
  permission: 'printing.list-printers',
  input: z.strictObject({ deskId: id().optional() }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        stock: choice(s.stocks),
        office: stockRule.nullable(),
        desk: stockRule.nullable(),
        widthMm: z.int(),
        heightMm: z.int(),
      }),
    ),
    can,
  }),
  kinds: ['printer'],
  example: {},
})

/** What the jobs need; asked by Kontor itself. */
export const jobToSend = query({
  name: 'printing.job-to-send',
  summary: 'What is to be printed, where and how.',
  permission: 'printing.list-jobs',
  input: z.strictObject({ id: id('print-job') }),
  output: z.strictObject({
    id: z.uuid(),
    title: z.string(),
    state: choice(s.jobStates),
    printerNumber: z.int().nullable(),
    cancelAsked: flag(),
    ownerName: z.string(),
    ...s.printed,
    printerId: z.uuid(),
    uri: z.string(),
    certificate: z.string().nullable(),
    abilities: s.abilities.nullable(),
    digest: z.string(),
    mediaType: z.string(),
    tries: count(),
    size: z.strictObject(s.stockSize).nullable(),
  }),
  tool: false,
  example: { id: example },
})

export const printerToLookAt = query({
  name: 'printing.printer-to-look-at',
  summary: 'Where a printer is asked.',
  permission: 'printing.list-printers',
  input: z.strictObject({ id: id('printer') }),
  output: z.strictObject({
    id: z.uuid(),
    uri: z.string(),
    certificate: z.string().nullable(),
    state: choice(s.printerStates),
    reasons: z.array(z.string()),
    problem: choice(s.printerProblems).nullable(),
  }),
  tool: false,
  example: { id: example },
})

export const printersToLookAt = query({
  name: 'printing.printers-to-look-at',
  summary: 'The printers in use.',
  permission: 'printing.list-printers',
  input: z.strictObject({}),
  output: z.strictObject({ ids: z.array(z.uuid()) }),
  tool: false,
  example: {},
})

export const printingQueries = [
  listPrinters,
  getPrinter,
  listStocks,
  listJobs,
  getJob,
  jobToSend,
  printerToLookAt,
  printersToLookAt,
]
