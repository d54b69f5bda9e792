import { choice, day, flag, id, instant, longText, money, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'

/** What is kept of a trip; that it is under way or done is the clock's to say. */
export const keptStates = ['planned', 'approved', 'booked', 'cancelled'] as const
export type KeptState = (typeof keptStates)[number]
export const tripStates = ['planned', 'approved', 'booked', 'under-way', 'done', 'cancelled'] as const
export type TripState = (typeof tripStates)[number]
export const modes = ['flight', 'train', 'bus', 'car', 'ferry', 'taxi', 'other'] as const
export type Mode = (typeof modes)[number]
export const thingSorts = ['do', 'bring'] as const
export const contactSorts = ['person', 'emergency'] as const
export const paperSorts = ['ticket', 'visa', 'insurance', 'other'] as const
export type PaperSort = (typeof paperSorts)[number]
/** As expense reports sort them. */
export const costKinds = ['travel', 'lodging', 'meals', 'representation', 'parking', 'other'] as const
export type CostKind = (typeof costKinds)[number]
/** Laid out by whoever travels, on the office's card, or billed to the office. */
export const paidBys = ['own', 'card', 'invoice'] as const
export const approvals = ['never', 'abroad', 'always'] as const
export type Approval = (typeof approvals)[number]
export const daysShown = ['away', 'free'] as const
export const identitySorts = ['passport', 'id-card', 'visa', 'residence', 'vaccination'] as const
export type IdentitySort = (typeof identitySorts)[number]
export const boxes = ['coming', 'past', 'all'] as const
export const whoses = ['all', 'mine', 'arranged'] as const

export const example = '019aa000-0000-7000-8000-0000000000a1'
export const exampleOther = '019aa000-0000-7000-8000-0000000000a2'
export const exampleItem = '019aa000-0000-7000-8000-0000000000a3'

const localPattern = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/
const isTime = (written: string): boolean => {
  try {
    return localPattern.test(written) && written >= '1900' && Boolean(Temporal.PlainDateTime.from(written))
  } catch {
    return false
  }
}
/** A time on the clock of the place where it is: `YYYY-MM-DDTHH:MM`. */
export const localTime = () => z.string().regex(localPattern).refine(isTime, 'no such time').meta({ control: 'text' })
export const country = (folded = false) =>
  z
    .string()
    .regex(/^[A-Z]{2}$/)
    .meta({ control: 'country', folded })

export const tripFacts = {
  destination: text(200).nullable().optional(),
  country: country().nullable().optional(),
  purpose: longText(2_000, { folded: true }).optional(),
  travellerIds: z
    .array(id('principal', { control: 'person' }))
    .min(1)
    .max(20)
    .optional(),
  arrangerId: id('principal', { control: 'person', folded: true }).nullable().optional(),
  costCentre: text(60, { folded: true }).nullable().optional(),
  budget: money({ folded: true }).nullable().optional(),
  /** How the calendar shows its days: away, or only noted. */
  daysAs: choice(daysShown, { folded: true }).optional(),
  /** Countries for which a visa is noted as needed. */
  visaFor: z.array(country()).max(20).optional().meta({ folded: true }),
}

const short = (max = 60) => text(max).nullable().optional()
export const legFacts = {
  mode: choice(modes),
  from: text(120),
  fromZone: text(64),
  departs: localTime(),
  to: text(120),
  toZone: text(64),
  arrives: localTime(),
  toCountry: country(true).nullable().optional(),
  carrier: short(),
  number: short(20),
  seat: short(20),
  reference: short(40),
  /** Of one's own car: what is paid for. */
  kilometres: z.int().min(1).max(20_000).nullable().optional().meta({ folded: true }),
  note: longText(1_000, { folded: true }).optional(),
}

export const stayFacts = {
  name: text(200),
  address: text(300).nullable().optional(),
  zone: text(64),
  checkIn: localTime(),
  checkOut: localTime(),
  country: country(true).nullable().optional(),
  reference: short(40),
  phone: short(40),
  note: longText(1_000, { folded: true }).optional(),
}

/** A visit there: an event of the calendar made with the trip. */
export const visitFacts = {
  title: text(200),
  zone: text(64),
  start: localTime(),
  end: localTime(),
  place: text(300).nullable().optional(),
  guests: z
    .array(z.strictObject({ name: text(120), email: z.email().max(254) }))
    .max(50)
    .optional(),
}

export const thing = z.strictObject({ text: text(200), sort: choice(thingSorts), done: flag().default(false) })
export const thingLine = z.strictObject({ text: z.string(), sort: choice(thingSorts), done: flag() })
export const contact = z.strictObject({
  name: text(120),
  phone: text(60),
  what: text(200).nullable().default(null),
  sort: choice(contactSorts).default('person'),
})
export const contactLine = z.strictObject({
  name: z.string(),
  phone: z.string(),
  what: z.string().nullable(),
  sort: choice(contactSorts),
})
export const costLine = z.strictObject({
  kind: choice(costKinds),
  what: text(200),
  planned: money().nullable().default(null),
  actual: money().nullable().default(null),
  paidBy: choice(paidBys).default('card'),
  /** The day on which it was paid; the first of the trip where nothing is said. */
  on: day().nullable().default(null),
  documentId: id('document').nullable().default(null),
})

/** A leg as it is told: with its moments, and what the clock of either place shows. */
export const legLine = z.strictObject({
  id: z.uuid(),
  mode: choice(modes),
  from: z.string(),
  fromZone: z.string(),
  departs: z.string(),
  departsAt: instant(),
  to: z.string(),
  toZone: z.string(),
  arrives: z.string(),
  arrivesAt: instant(),
  toCountry: z.string().nullable(),
  carrier: z.string().nullable(),
  number: z.string().nullable(),
  seat: z.string().nullable(),
  reference: z.string().nullable(),
  kilometres: z.int().nullable(),
  note: z.string(),
})
export const stayLine = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  address: z.string().nullable(),
  zone: z.string(),
  checkIn: z.string(),
  checkInAt: instant(),
  checkOut: z.string(),
  checkOutAt: instant(),
  country: z.string().nullable(),
  reference: z.string().nullable(),
  phone: z.string().nullable(),
  note: z.string(),
})
/** An event of the calendar that belongs to the trip. */
export const visitLine = z.strictObject({
  eventId: z.uuid(),
  title: z.string(),
  zone: z.string(),
  start: z.string(),
  end: z.string(),
  startAt: instant(),
  endAt: instant(),
  place: z.string().nullable(),
  /** Whoever is met, who is no traveller of the trip. */
  people: z.array(z.strictObject({ name: z.string(), outside: flag() })),
})

export const checkCodes = [
  'legs-overlap',
  'no-time-to-change',
  'elsewhere',
  'late-for-visit',
  'leaves-during-visit',
  'night-without-bed',
  'passport-expires',
  'passport-short',
  'visa-missing',
  'not-booked',
  'reference-missing',
  'over-budget',
] as const
export type CheckCode = (typeof checkCodes)[number]
export const checkLine = z.strictObject({
  code: choice(checkCodes),
  /** Loud: it would spoil the journey. */
  loud: flag(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The leg, stay or visit where it shows. */
  itemId: z.uuid().nullable(),
})
export type CheckLine = z.output<typeof checkLine>

export const identityFacts = {
  country: country().nullable().optional(),
  number: text(60).nullable().optional(),
  issuedOn: day({ folded: true }).nullable().optional(),
  expiresOn: day().nullable().optional(),
  /** Days ahead that a task reminds of it. */
  remindDays: z.int().min(0).max(1_000).optional().meta({ folded: true }),
  /** Who else may see it, as whoever arranges the journeys. */
  readerIds: z
    .array(id('principal', { control: 'person' }))
    .max(10)
    .optional()
    .meta({ folded: true }),
  note: longText(1_000, { folded: true }).optional(),
  documentId: id('document', { folded: true }).nullable().optional(),
}
export const paperLine = z.strictObject({ document: named, what: choice(paperSorts), itemId: z.uuid().nullable() })
