/** A service for e-signatures, to which a document of the folder is sent as a whole. */
import { command, event, job, query } from '../../../kernel/declare.ts'
import { choice, id, instant, text, z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

export const services = ['scrive'] as const
export type ServiceName = (typeof services)[number]

/** `sending`: not known to be started there · `pending`: it asks the signers · the others are its end. */
export const serviceStates = ['sending', 'pending', 'signed', 'declined', 'expired', 'cancelled', 'failed'] as const
export type ServiceState = (typeof serviceStates)[number]

const ofSigning = { id: z.uuid() }
const telling = { id: z.uuid(), title: z.string(), ...notifyEnvelope, ...workEnvelope }
const by = z.strictObject({ wire: z.enum(services) })
export const serviceConnected = event('signatures.service-connected', by)
export const serviceDisconnected = event('signatures.service-disconnected', by)
/** The service ended it before everybody had signed. */
export const serviceEnded = event('signatures.service-ended', z.strictObject({ ...telling, said: z.string() }))
/** Taken out here, and signed by everybody there before it could be withdrawn. */
export const signedAfterAll = event('signatures.signed-after-all', z.strictObject(telling))
export const serviceEvents = [serviceConnected, serviceDisconnected, serviceEnded, signedAfterAll]

/** Brings one document forward at the service: whatever is to be done next. */
export const serviceJob = job(
  'signatures.follow-service',
  z.strictObject({ ...ofSigning, remind: z.boolean() }),
  'system',
)
export const serviceRoundJob = job('signatures.service-round', z.strictObject({}), 'system')
export const serviceJobs = [serviceJob, serviceRoundJob]

const setting = { permission: 'signatures.connect-service', tool: false } as const

export const connectService = command({
  name: 'signatures.connect-service',
  summary: 'Lets documents be signed by a service for e-signatures; its secrets were sealed before.',
  ...setting,
  input: z.strictObject({
    wire: choice(services),
    address: z
      .string()
      .trim()
      .min(8)
      .max(300)
      .regex(/^https?:\/\/\S+$/),
    /** `sealSecret` gave it. */
    secretId: z.uuid().meta({ hidden: true }),
  }),
  output: z.strictObject({}),
  emits: [serviceConnected],
  refusals: [r.serviceMissing, r.serviceInUse, r.serviceUnreachable, r.serviceSignIn],
  kinds: ['signing'],
  example: { wire: 'scrive', address: 'https://service.example', secretId: s.exampleOther },
})

export const disconnectService = command({
  name: 'signatures.disconnect-service',
  summary: 'Ends the connection to the service and forgets its secrets; not while a document is being signed there.',
  ...setting,
  input: z.strictObject({}),
  output: z.strictObject({}),
  emits: [serviceDisconnected],
  refusals: [r.serviceMissing, r.serviceInUse],
  kinds: ['signing'],
  example: {},
})

const inner = { door: 'none', tool: false, kinds: ['signing'], subject: 'id' } as const

/** How one of the signers stands at the service, known by their address. */
export const serviceParty = z.strictObject({
  email: z.string().max(254),
  signedAt: instant().nullable(),
  seenAt: instant().nullable(),
  declined: z.boolean(),
  reason: text(1_000).nullable(),
})

export const noteService = command({
  name: 'signatures.note-service',
  summary: 'Notes how a document stands at the service: whoever has signed there has signed.',
  input: z.strictObject({
    id: id('signing', { hidden: true }),
    externalId: text(200).optional(),
    state: z.enum(serviceStates).optional(),
    said: text(300).nullable().optional(),
    parties: z.array(serviceParty).max(60).default([]),
  }),
  output: z.strictObject({ externalId: z.string().nullable() }),
  emits: [e.signed, e.signedFor, e.completed, e.declined, serviceEnded, signedAfterAll],
  jobs: [serviceJob],
  ...inner,
  example: { id: s.example, externalId: '8222115557375050403' },
})

export const lookAtService = command({
  name: 'signatures.look-at-service',
  summary: 'Has the service asked how a document stands, since it says that something changed.',
  input: z.strictObject({ id: id('signing', { hidden: true }) }),
  output: z.strictObject({}),
  jobs: [serviceJob],
  ...inner,
  example: { id: s.example },
})

export const serviceCommands = [connectService, disconnectService, noteService, lookAtService]

export const getService = query({
  name: 'signatures.get-service',
  summary: 'The service for e-signatures, where one is connected.',
  permission: 'signatures.list-signings',
  input: z.strictObject({}),
  output: z.strictObject({
    wire: z.enum(services).nullable(),
    address: z.string().nullable(),
    connectedAt: instant().nullable(),
  }),
  kinds: ['signing'],
  example: {},
})
