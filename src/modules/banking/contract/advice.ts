/** Telling who was paid what a payment is for. */
import { command, event, job, query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, count, day, expectedVersion, flag, id, longText, money, text, z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'
import { paymentUnknown } from './refusals.ts'
import { adviceMails, adviceModes, adviceStands, changed, example, exampleOther, numberSchemes } from './shapes.ts'

export const adviceNotPaid = refusal('advice-not-paid', 409)
export const adviceOff = refusal('advice-off', 409)
export const adviceNoAddress = refusal('advice-no-address', 409)
export const adviceGivenAlready = refusal('advice-given', 409)
export const adviceNobodyKnown = refusal('advice-nobody-known', 409)
export const adviceNone = refusal('advice-none', 409)

const told = z.strictObject({ id: z.uuid(), title: z.string(), name: z.string() })
export const adviceGiven = event('banking.advice-given', told.extend({ to: z.string(), amount: money() }))
export const adviceSent = event('banking.advice-sent', told.extend(workEnvelope))
export const adviceNotSent = event('banking.advice-not-sent', told.extend(workEnvelope))
export const adviceChosen = event('banking.advice-chosen', z.strictObject({ id: z.uuid(), title: z.string() }))

export const sendAdviceJob = job(
  'banking.mail-advice',
  z.strictObject({ runId: z.uuid(), paymentId: z.uuid() }),
  'system',
)

/** What stands on the sheet of an advice, as it is kept. */
export const advicePaper = z.strictObject({
  language: choice(languages),
  on: day(),
  run: z.string(),
  payer: z.strictObject({ name: z.string(), address: z.array(z.string()) }),
  payee: z.strictObject({ name: z.string(), address: z.array(z.string()) }),
  from: z.strictObject({ scheme: choice(numberSchemes), number: z.string() }),
  to: z.strictObject({ scheme: z.string(), number: z.string() }),
  reference: z.string().nullable(),
  amount: money(),
  lines: z.array(
    z.strictObject({
      number: z.string().nullable(),
      issuedOn: day().nullable(),
      amount: money(),
      discount: money().nullable(),
      paid: money(),
    }),
  ),
})
export type AdvicePaper = z.output<typeof advicePaper>

const one = { id: id('payment-run', { hidden: true }), expectedVersion: expectedVersion() }
const paymentId = id(undefined, { hidden: true })
const about = { kinds: ['payment-run'], subject: 'id' } as const

export const sendAdvice = command({
  name: 'banking.send-advice',
  summary: 'Tells who was paid by mail what a payment is for: its bills, what was deducted, the sum, the day.',
  input: z.strictObject({
    ...one,
    paymentId,
    email: z.email().max(254).optional(),
    text: longText(10_000, { proof: 'advice' }).optional(),
  }),
  output: changed,
  emits: [adviceGiven],
  refusals: [paymentUnknown, adviceNotPaid, adviceOff, adviceNobodyKnown, adviceNoAddress, adviceGivenAlready],
  jobs: [sendAdviceJob],
  ...about,
  // what leaves the office is a person's to send
  tool: false,
  example: { id: example, paymentId: exampleOther },
})

export const sendAdvices = command({
  name: 'banking.send-advices',
  summary: 'Sends every advice of a run that may be sent, and says of the others why not.',
  permission: 'banking.send-advice',
  input: z.strictObject(one),
  output: changed.extend({
    sent: count(),
    leftOut: z.array(z.strictObject({ name: z.string(), because: choice(adviceStands) })),
  }),
  emits: [adviceGiven],
  refusals: [adviceNone],
  jobs: [sendAdviceJob],
  ...about,
  tool: false,
  example: { id: example },
})

export const setAdvice = command({
  name: 'banking.set-advice',
  summary:
    'Says whether somebody who is paid is told what for: never, when somebody sends it, or by itself once it is paid; and where, in which language.',
  input: z.strictObject({
    id: id('organisation', { hidden: true }),
    adviceMode: choice(adviceModes),
    /** Where it goes; left out, to the address of the directory that is for money. */
    adviceEmail: z.email().max(254).optional(),
    /** In which language; left out, in theirs. */
    adviceLanguage: choice(languages, { control: 'language' }).optional(),
  }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [adviceChosen],
  kinds: ['organisation', 'person'],
  subject: 'id',
  undoable: true,
  example: { id: example, adviceMode: 'offered', adviceEmail: 'ledger@lindholms.example', adviceLanguage: 'sv' },
})

export const noteAdvice = command({
  name: 'banking.note-advice',
  summary: 'Keeps what became of the mail of an advice.',
  input: z.strictObject({
    id: one.id,
    paymentId,
    mail: choice(adviceMails),
    error: text(500).nullable(),
  }),
  /** False where there is no such advice on its way any more: it is not to leave. */
  output: z.strictObject({ kept: flag() }),
  emits: [adviceSent, adviceNotSent],
  door: 'none',
  tool: false,
  ...about,
  example: { id: example, paymentId: exampleOther, mail: 'sent', error: null },
})

/** What somebody who is paid has asked for. */
export const adviceWish = {
  mode: choice(adviceModes),
  /** Their own address for it; null where the directory's is taken. */
  email: z.string().nullable(),
  language: choice(languages).nullable(),
}

export const getAdviceChoice = query({
  name: 'banking.get-advice-choice',
  summary: 'How somebody who is paid is told what for: whether, where, in which language.',
  permission: 'banking.list-runs',
  input: z.strictObject({ id: id('organisation') }),
  output: z.strictObject({
    name: z.string(),
    ...adviceWish,
    /** Where it would go now. */
    to: z.string().nullable(),
  }),
  kinds: ['organisation', 'person'],
  example: { id: example },
})

export const getAdvice = query({
  name: 'banking.get-advice',
  summary: 'What an advice would say and to whom it would go, before it is sent; or what it said.',
  permission: 'banking.list-runs',
  input: z.strictObject({ id: id('payment-run'), paymentId: id() }),
  output: z.strictObject({
    name: z.string(),
    to: z.string().nullable(),
    subject: z.string(),
    text: z.string(),
    stand: choice(adviceStands),
    paper: advicePaper,
  }),
  kinds: ['payment-run'],
  tool: false,
  example: { id: example, paymentId: exampleOther },
})

export const adviceToSend = query({
  name: 'banking.advice-to-send',
  summary: 'An advice on its way out, for the job that sends it.',
  input: z.strictObject({ id: id('payment-run'), paymentId: id() }),
  output: z.strictObject({
    /** Still to be sent, or begun and never heard of. */
    mail: choice(adviceMails).nullable(),
    paid: flag(),
    letter: z
      .strictObject({ name: z.string(), to: z.string(), subject: z.string(), text: z.string(), paper: advicePaper })
      .nullable(),
  }),
  tool: false,
  example: { id: example, paymentId: exampleOther },
})

export const adviceCommands = [sendAdvice, sendAdvices, setAdvice, noteAdvice]
export const adviceQueries = [getAdvice, getAdviceChoice, adviceToSend]
export const adviceEvents = [adviceGiven, adviceSent, adviceNotSent, adviceChosen]
