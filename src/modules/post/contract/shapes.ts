import { choice, day, flag, id, longText, text, z } from '../../../kernel/schema.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'

export const sorts = ['letter', 'registered', 'parcel', 'courier'] as const
export type PostSort = (typeof sorts)[number]
export const itemStates = ['received', 'out', 'delivered', 'returned', 'removed'] as const
export type ItemState = (typeof itemStates)[number]
/** What counts as the day on which something was received; see receipt-day.ts. */
export const receiptRules = ['arrival', 'day-after-sent', 'third-day', 'two-weeks', 'signed'] as const
export type ReceiptRule = (typeof receiptRules)[number]
export const missedWhys = ['absent', 'refused', 'moved', 'closed'] as const
export type MissedWhy = (typeof missedWhys)[number]
export const custodyWays = ['arrived', 'handed', 'taken', 'delivered', 'returned'] as const

export const outgoingStates = ['ready', 'gone', 'delivered', 'returned', 'cancelled'] as const
export type OutgoingState = (typeof outgoingStates)[number]
export const zones = ['domestic', 'europe', 'world'] as const
export type Zone = (typeof zones)[number]

export const providers = [
  'kivra',
  'digipost',
  'altinn',
  'berichtenbox',
  'spv',
  'viactt',
  'min-myndighetspost',
  'e-boks',
  'bank',
  'other',
] as const
export type BoxProvider = (typeof providers)[number]
export const rhythms = ['workday', 'week', 'two-weeks', 'month'] as const
export type BoxRhythm = (typeof rhythms)[number]

const party = (folded = false) =>
  z.uuid().meta({ control: 'record', kind: 'organisation', optionsFrom: 'directory.list-parties', folded })

/** What is written down of a thing that came; who sent it is of the directory, or a name. */
export const itemFacts = {
  sort: choice(sorts).optional(),
  senderId: party().nullable().optional(),
  sender: text(200).nullable().optional(),
  forId: id('principal', { control: 'person' }).nullable().optional(),
  stopId: id('post-stop').nullable().optional(),
  tracking: text(80).nullable().optional(),
  title: text(200, { folded: true }).optional(),
  personal: flag({ folded: true }).optional(),
  arrivedOn: day({ folded: true }).optional(),
  postmarkOn: day({ folded: true }).nullable().optional(),
  receiptRule: choice(receiptRules, { folded: true }).optional(),
  /** Within how many days it must be answered, counted from the day it counts as received. */
  answerDays: z.int().min(0).max(400).nullable().optional().meta({ folded: true }),
  note: longText(4000, { folded: true }).optional(),
}

export const outgoingFacts = {
  sort: choice(sorts).optional(),
  zone: choice(zones).optional(),
  recipientId: party().nullable().optional(),
  recipient: text(200).nullable().optional(),
  address: longText(1000, { folded: true }).optional(),
  title: text(200, { folded: true }).optional(),
  grams: z.int().min(1).max(100_000).nullable().optional(),
  pieces: z.int().min(1).max(10_000).optional().meta({ folded: true }),
  tracking: text(80).nullable().optional(),
  stopId: id('post-stop', { folded: true }).nullable().optional(),
  note: longText(4000, { folded: true }).optional(),
}

export const boxFacts = {
  address: text(500).nullable().optional(),
  rhythm: choice(rhythms).optional(),
  keeperId: id('principal', { control: 'person' }).nullable().optional(),
  nextOn: day({ folded: true }).optional(),
  note: longText(4000, { folded: true }).optional(),
}

/** Strokes as SVG writes a path, on a field of 600 by 200. */
export const strokes = () =>
  z
    .string()
    .max(20_000)
    .regex(/^(M\d{1,3} \d{1,3}(L\d{1,3} \d{1,3})*)+$/)
    .meta({ hidden: true })

export const example = '019aa000-0000-7000-8000-000000000061'
export const exampleOther = '019aa000-0000-7000-8000-000000000062'
export const exampleDocument = '019aa000-0000-7000-8000-000000000063'
