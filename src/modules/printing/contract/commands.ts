import { command, job } from '../../../kernel/declare.ts'
import { choice, expectedVersion, fileId, flag, id, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import {
  abilities,
  changed,
  example,
  exampleDocument,
  jobStates,
  marker,
  printerProblems,
  printerStates,
  printFacts,
  stocks,
  stockSize,
} from './shapes.ts'

/** Hands a document to the printer; may be killed and run again: a job that the printer has already is found by its name. */
export const sendJob = job('printing.send', z.strictObject({ jobId: z.uuid() }), 'system')
/** Asks the printer how far it is, until the job has ended. */
export const followJob = job('printing.follow', z.strictObject({ jobId: z.uuid() }), 'system')
/** Asks a printer what it can do and what ails it. */
export const lookJob = job('printing.look', z.strictObject({ printerId: z.uuid() }), 'system')
/** Looks at all printers now and then. */
export const roundJob = job('printing.round', z.strictObject({}), 'system')

const onePrinter = { id: id('printer', { hidden: true }), expectedVersion: expectedVersion() }
const address = () => text(300)
const printer = { kinds: ['printer'], subject: 'id' } as const
const oneJob = { kinds: ['print-job'], subject: 'id' } as const

export const addPrinter = command({
  name: 'printing.add-printer',
  summary: 'Adds a printer by its address (ipp, ipps); it is asked at once what it can do.',
  input: z.strictObject({
    name: text(120),
    uri: address(),
    place: text(120).nullable().optional(),
    isDefault: flag().optional(),
  }),
  output: changed,
  emits: [e.printerAdded],
  refusals: [r.printerTwice, r.printerAddressWrong],
  jobs: [lookJob],
  kinds: ['printer'],
  example: { name: 'Copier, floor 2', uri: 'ipp://copier.office.example/ipp/print' },
})

export const changePrinter = command({
  name: 'printing.change-printer',
  summary: 'Changes a printer’s name, address or place, makes it the usual one, or takes it out of use.',
  input: z.strictObject({
    ...onePrinter,
    name: text(120).optional(),
    uri: address().optional(),
    place: text(120).nullable().optional(),
    isDefault: flag().optional(),
    retired: flag({ folded: true }).optional(),
    /** Takes whatever certificate it shows next as its own. */
    forgetCertificate: flag({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.printerChanged],
  refusals: [r.printerTwice, r.printerAddressWrong],
  jobs: [lookJob],
  ...printer,
  undoable: true,
  example: { id: example, place: 'Floor 3' },
})

export const lookAtPrinter = command({
  name: 'printing.check-printer',
  summary: 'Asks the printer now what it can do and what ails it.',
  input: z.strictObject({ id: onePrinter.id }),
  output: changed,
  jobs: [lookJob],
  ...printer,
  example: { id: example },
})

export const choosePrinter = command({
  name: 'printing.choose-printer',
  summary: 'Prints on this one from now on, where one says nothing else.',
  input: z.strictObject({ id: onePrinter.id }),
  output: changed,
  emits: [e.printerChosen],
  refusals: [r.printerRetired],
  ...printer,
  example: { id: example },
})

const ofStock = {
  stock: choice(stocks),
  /** Nobody's: it is printed by the browser, or as the office has it. */
  printerId: id('printer').nullable(),
  widthMm: stockSize.widthMm.optional(),
  heightMm: stockSize.heightMm.optional(),
  /** Without anybody's press: a badge when somebody signs in. */
  automatic: flag().optional(),
}
const stockAnswer = z.strictObject({ stock: choice(stocks) })

export const setStock = command({
  name: 'printing.set-stock',
  summary: 'Says on which printer a kind of paper is printed, in the whole office or at one desk, and how large it is.',
  permission: 'printing.change-printer',
  input: z.strictObject({ ...ofStock, deskId: id(undefined, { hidden: true }).nullable().optional() }),
  output: stockAnswer,
  emits: [e.stockSet],
  refusals: [r.printerRetired],
  kinds: ['printer'],
  undoable: true,
  example: { stock: 'badge', printerId: example, widthMm: 62, heightMm: 100, automatic: true },
})

export const chooseStock = command({
  name: 'printing.choose-stock',
  summary: 'Prints a kind of paper on this printer where one sits oneself.',
  permission: 'printing.choose-printer',
  input: z.strictObject(ofStock),
  output: stockAnswer,
  emits: [e.stockSet],
  refusals: [r.printerRetired],
  kinds: ['printer'],
  undoable: true,
  example: { stock: 'post-label', printerId: example },
})

export const notePrinter = command({
  name: 'printing.note-printer',
  summary: 'Keeps what a printer answered.',
  input: z.strictObject({
    id: id('printer'),
    state: choice(printerStates),
    reasons: z.array(z.string().max(100)).max(30),
    problem: choice(printerProblems).nullable(),
    abilities: abilities.nullable(),
    markers: z.array(marker).max(30),
    certificate: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
  output: changed,
  emits: [e.printerSeen],
  door: 'none',
  tool: false,
  subject: 'id',
  example: { id: example, state: 'idle', reasons: [], problem: null, abilities: null, markers: [], certificate: null },
})

export const printDocument = command({
  name: 'printing.print-document',
  summary: 'Prints a document: on the printer named, else one’s own, else the usual one.',
  input: z.strictObject({
    documentId: id('document', { hidden: true }),
    printerId: id('printer').nullable().optional(),
    ...printFacts,
  }),
  output: changed,
  emits: [e.printAsked],
  refusals: [r.noPrinter, r.printerRetired, r.printerCannot, r.notPrintable],
  jobs: [sendJob],
  kinds: ['document'],
  subject: 'documentId',
  example: { documentId: exampleDocument, copies: 2, sides: 'two-sided-long-edge' },
})

export const printFile = command({
  name: 'printing.print-file',
  summary: 'Prints a stored file that is no document: a badge, a label, a slip of a page.',
  permission: 'printing.print-document',
  input: z.strictObject({
    fileId: fileId(),
    title: text(200),
    /** What it is of: the job is as confidential as that. */
    aboutId: id(undefined, { hidden: true }).optional(),
    printerId: id('printer').nullable().optional(),
    /** Printed where this kind of paper is set to go, at its size; `deskId` is the kiosk's, else one's own. */
    stock: choice(stocks, { folded: true }).optional(),
    deskId: id(undefined, { hidden: true }).optional(),
    ...printFacts,
  }),
  output: changed,
  emits: [e.printAsked],
  refusals: [r.noPrinter, r.stockNotSet, r.printerRetired, r.printerCannot, r.notPrintable],
  jobs: [sendJob],
  kinds: ['print-job'],
  example: { fileId: exampleDocument, title: 'Badge of Karin Öberg' },
})

export const cancelJob = command({
  name: 'printing.cancel-job',
  summary: 'Stops a print job; the printer is told so where it has it already.',
  input: z.strictObject({ id: id('print-job', { hidden: true }), expectedVersion: expectedVersion() }),
  output: changed,
  emits: [e.cancelAsked, e.jobCancelled],
  refusals: [r.jobEnded],
  jobs: [followJob],
  ...oneJob,
  example: { id: example },
})

export const printAgain = command({
  name: 'printing.print-again',
  summary: 'Prints the same once more, on the same or another printer.',
  input: z.strictObject({
    id: id('print-job', { hidden: true }),
    printerId: id('printer').nullable().optional(),
  }),
  output: changed,
  emits: [e.printAsked],
  refusals: [r.jobNotEnded, r.noPrinter, r.printerRetired, r.printerCannot, r.notPrintable],
  jobs: [sendJob],
  ...oneJob,
  example: { id: example },
})

export const noteJob = command({
  name: 'printing.note-job',
  summary: 'Keeps how far a print job is, and has it asked about again while it goes on.',
  input: z.strictObject({
    id: id('print-job'),
    state: choice(jobStates),
    printerNumber: z.int().nullable(),
    reasons: z.array(z.string().max(100)).max(30),
    sheets: z.int().min(0).nullable(),
    problem: z.string().max(80).nullable(),
  }),
  output: changed,
  emits: [e.jobFollowed, e.jobDone, e.jobCancelled, e.jobFailed, e.jobStopped],
  jobs: [followJob],
  door: 'none',
  tool: false,
  subject: 'id',
  example: { id: example, state: 'printing', printerNumber: 7, reasons: [], sheets: null, problem: null },
})

export const printingCommands = [
  addPrinter,
  changePrinter,
  lookAtPrinter,
  choosePrinter,
  setStock,
  chooseStock,
  notePrinter,
  printDocument,
  printFile,
  cancelJob,
  printAgain,
  noteJob,
]
export const printingJobs = [sendJob, followJob, lookJob, roundJob]
