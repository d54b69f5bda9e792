/** The register of what comes in and goes out (diarium, journal, postboek, registratura, registo). */
import { canSchema } from '../../../kernel/can.ts'
import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { count, day, expectedVersion, flag, id, longText, slice, text, z } from '../../../kernel/schema.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'

export const directions = ['in', 'out', 'internal'] as const
export type Direction = (typeof directions)[number]

export const registrationRefusals = {
  /** It bears a number of that direction already; data: `name`, `number`. */
  registeredBefore: refusal('document-already-registered', 409),
  /** What comes or goes has somebody it comes from or goes to. */
  correspondentMissing: refusal('correspondent-missing', 422),
  /** It has not come yet; data: `on`. */
  dayAhead: refusal('registration-day-ahead', 422),
  /** A rule of secrecy without secrecy. */
  basisWithoutSecrecy: refusal('secrecy-basis-without-secrecy', 422),
  linkUnknown: refusal('registration-link-not-found', 404),
  struckBefore: refusal('registration-already-struck', 409),
} as const

const entry = { registrationId: id('registration'), number: z.string() }
export const registered = event('documents.registered', z.strictObject({ ...entry, direction: z.enum(directions) }))
export const manyRegistered = event(
  'documents.documents-registered',
  z.strictObject({ count: count(), first: z.string(), last: z.string() }),
)
export const registrationStruck = event(
  'documents.registration-struck',
  z.strictObject({ ...entry, reason: z.string() }),
)

export const register = command({
  name: 'documents.register',
  summary: 'Enters what came in, went out or stays inside into the register, under the next number of its year.',
  input: z.strictObject({
    direction: z.enum(directions).meta({ control: 'choice' }),
    /** When it came or went; today if left out. */
    happenedOn: day().optional(),
    subject: text(300),
    /** Whom it came from or went to. */
    correspondent: text(200).nullable().optional(),
    partyId: id('organisation', { folded: true }).nullable().optional(),
    documentId: id('document', { folded: true }).nullable().optional(),
    matterId: id(undefined, { folded: true }).nullable().optional(),
    secret: flag({ folded: true }).optional(),
    secrecyBasis: text(300, { folded: true }).nullable().optional(),
  }),
  output: z.strictObject({ id: id('registration'), number: z.string() }),
  emits: [registered],
  refusals: Object.values(registrationRefusals).filter(({ name }) => name !== 'registration-already-struck'),
  kinds: ['registration'],
  example: { direction: 'in', subject: 'Inquiry about the permit', correspondent: 'Eva Lindholm' },
})

export const registerDocuments = command({
  name: 'documents.register-documents',
  summary: 'Enters papers into the register with what was read in them, each under a number of its own.',
  permission: 'documents.register',
  input: z.strictObject({
    ids: z.array(id('document')).min(1).max(1000).meta({ hidden: true }),
    direction: z.enum(directions).meta({ control: 'choice' }),
    secret: flag({ folded: true }).optional(),
    secrecyBasis: text(300, { folded: true }).nullable().optional(),
  }),
  output: z.strictObject({ count: count(), first: z.string(), last: z.string() }),
  emits: [manyRegistered],
  refusals: [
    registrationRefusals.registeredBefore,
    registrationRefusals.correspondentMissing,
    registrationRefusals.basisWithoutSecrecy,
  ],
  kinds: ['document'],
  example: { ids: [exampleId], direction: 'internal' },
})

export const strikeRegistration = command({
  name: 'documents.strike-registration',
  summary: 'Strikes an entry of the register with the reason; its number stays and is never used again.',
  permission: 'documents.register',
  input: z.strictObject({ id: id('registration'), expectedVersion: expectedVersion(), reason: longText(1000).min(1) }),
  output: z.strictObject({ version: z.int() }),
  emits: [registrationStruck],
  refusals: [registrationRefusals.struckBefore],
  kinds: ['registration'],
  subject: 'id',
  example: { id: exampleId, reason: 'Entered twice' },
})

const link = () => z.strictObject({ id: id(), title: z.string(), kind: z.string() }).nullable()
const facts = {
  id: id('registration'),
  number: z.string(),
  direction: z.enum(directions),
  happenedOn: day(),
  subject: z.string(),
  correspondent: z.string().nullable(),
  party: link(),
  document: link(),
  matter: link(),
  secret: flag(),
  secrecyBasis: z.string().nullable(),
  registeredAt: z.string(),
  registeredBy: z.string(),
  struckAt: z.string().nullable(),
  struckBy: z.string().nullable(),
  strikeReason: z.string().nullable(),
}

export const listRegister = query({
  name: 'documents.list-register',
  summary: 'The register by number: what came in and went out, struck entries among them.',
  input: z.strictObject({
    text: text(200).optional(),
    direction: z.enum(directions).optional(),
    year: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    from: day().optional(),
    to: day().optional(),
    secret: flag().optional(),
    documentId: id('document').optional(),
    matterId: id().optional(),
    ...slice,
  }),
  output: z.strictObject({ rows: z.array(z.strictObject(facts)), total: count(), next: z.string().nullable() }),
  kinds: ['registration'],
  example: { direction: 'in' },
})

export const getRegistration = query({
  name: 'documents.get-registration',
  summary: 'One entry of the register.',
  permission: 'documents.list-register',
  input: z.strictObject({ id: id('registration') }),
  output: z.strictObject({
    record: z.strictObject({
      id: id(),
      kind: z.literal('registration'),
      title: z.string(),
      class: z.int(),
      version: z.int(),
      state: z.enum(['entered', 'struck']),
    }),
    entry: z.strictObject(facts),
    can: z.array(canSchema),
  }),
  kinds: ['registration'],
  example: { id: exampleId },
})

export const registrationCommands = [register, registerDocuments, strikeRegistration]
export const registrationQueries = [listRegister, getRegistration]
export const registrationEvents = [registered, manyRegistered, registrationStruck]
