/** E-invoices by a network: Peppol through a provider's access point, ANAF's SPV in Romania. */
import { command, event, query } from '../../../kernel/declare.ts'
import { choice, fileId, flag, id, instant, text, z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'
import * as r from './refusals.ts'
import { one } from './settings-commands.ts'
import { changed, example, exampleOther } from './shapes.ts'

export const networkKinds = ['peppol', 'anaf-spv'] as const
export type NetworkKind = (typeof networkKinds)[number]
export const deliveryStates = ['waiting', 'sending', 'under-way', 'delivered', 'rejected', 'failed', 'unsure'] as const
export type DeliveryState = (typeof deliveryStates)[number]
/** Why a network cannot be spoken with. */
export const networkProblems = [
  'settings-wrong',
  'unreachable',
  'sign-in-refused',
  'refused',
  'too-large',
  'answer-not-understood',
] as const
export type NetworkProblem = (typeof networkProblems)[number]

const about = z.strictObject({ id: z.uuid(), title: z.string() })
const by = z.strictObject({ network: choice(networkKinds) })
export const networkConnected = event('receivables.network-connected', by)
export const networkDisconnected = event('receivables.network-disconnected', by)
export const networkNoted = event('receivables.network-noted', by.extend(workEnvelope))
export const deliveryAsked = event('receivables.delivery-asked', about.extend(workEnvelope))
export const deliveryMoved = event(
  'receivables.delivery-moved',
  about.extend({ state: choice(deliveryStates) }).extend(workEnvelope),
)
export const arrivalTaken = event('receivables.arrival-taken', z.strictObject({ name: z.string() }))
export const networkEvents = [
  networkConnected,
  networkDisconnected,
  networkNoted,
  deliveryAsked,
  deliveryMoved,
  arrivalTaken,
]

const address = () =>
  z
    .string()
    .trim()
    .min(8)
    .max(500)
    .regex(/^https?:\/\//)

const inner = { door: 'none', tool: false } as const
const setting = { permission: 'receivables.connect-network', tool: false } as const

export const connectNetwork = command({
  name: 'receivables.connect-network',
  summary: 'Lets e-invoices go out and come in by a network; its secrets were sealed before and stand in no journal.',
  ...setting,
  input: z.strictObject({
    network: choice(networkKinds),
    url: address(),
    participant: text(80).optional(),
    tokenUrl: address().optional(),
    clientId: text(200).optional(),
    cif: z
      .string()
      .regex(/^\d{2,10}$/)
      .optional(),
    /** `sealSecret` gave it. */
    secretId: z.uuid().meta({ hidden: true }),
  }),
  output: z.strictObject({}),
  emits: [networkConnected],
  refusals: [r.networkSettings, r.networkUnreachable, r.networkSignIn],
  kinds: ['invoice'],
  example: {
    network: 'peppol',
    url: 'https://provider.example/api',
    participant: '0007:5566778899',
    secretId: exampleOther,
  },
})

export const disconnectNetwork = command({
  name: 'receivables.disconnect-network',
  summary: 'Ends the connection to the network and forgets its secrets; what was sent stays as it is.',
  ...setting,
  input: z.strictObject({}),
  output: z.strictObject({}),
  emits: [networkDisconnected],
  refusals: [r.networkMissing],
  kinds: ['invoice'],
  example: {},
})

export const sendByNetwork = command({
  name: 'receivables.send-by-network',
  summary: 'Hands an issued invoice over to the network as an e-invoice; what becomes of it stands on its page.',
  permission: 'receivables.send-invoice',
  input: z.strictObject(one('invoice')),
  output: changed,
  emits: [deliveryAsked],
  refusals: [r.invoiceStateWrong, r.networkMissing, r.eInvoiceSent, r.eInvoiceWrong],
  kinds: ['invoice'],
  subject: 'id',
  example: { id: example },
})

export const beginDelivery = command({
  name: 'receivables.begin-delivery',
  summary: 'Takes an invoice that waits for the network: whoever has taken it hands it over, and nobody else.',
  permission: 'receivables.send-invoice',
  ...inner,
  input: z.strictObject({ id: id('invoice') }),
  output: z.strictObject({ taken: flag() }),
  emits: [],
  subject: 'id',
  example: { id: example },
})

export const recordDelivery = command({
  name: 'receivables.record-delivery',
  summary: 'Keeps what became of an invoice at the network.',
  permission: 'receivables.send-invoice',
  ...inner,
  input: z.strictObject({
    id: id('invoice'),
    state: choice(deliveryStates),
    networkId: text(300).optional(),
    said: text(500).nullable().optional(),
  }),
  output: z.strictObject({ kept: flag() }),
  emits: [deliveryMoved],
  subject: 'id',
  example: { id: example, state: 'failed', said: 'refused' },
})

export const noteNetwork = command({
  name: 'receivables.note-network',
  summary: 'Keeps whether the network could be spoken with.',
  permission: 'receivables.connect-network',
  ...inner,
  input: z.strictObject({ problem: choice(networkProblems).nullable() }),
  output: z.strictObject({}),
  emits: [networkNoted],
  example: { problem: null },
})

export const takeArrival = command({
  name: 'receivables.take-arrival',
  summary: 'Takes what came by the network in as a paper, once.',
  permission: 'receivables.connect-network',
  ...inner,
  input: z.strictObject({ arrivalId: text(300), fileId: fileId(), name: text(300), from: text(300).nullable() }),
  output: z.strictObject({ documentId: z.uuid().nullable() }),
  emits: [arrivalTaken],
  example: { arrivalId: '3828', fileId: example, name: 'peppol-3828.xml', from: null },
})

export const networkCommands = [
  connectNetwork,
  disconnectNetwork,
  sendByNetwork,
  beginDelivery,
  recordDelivery,
  noteNetwork,
  takeArrival,
]

export const getNetwork = query({
  name: 'receivables.get-network',
  summary: 'The network that e-invoices go by, where one is connected, and whether it can be spoken with.',
  permission: 'receivables.list-invoices',
  input: z.strictObject({}),
  output: z.strictObject({
    network: choice(networkKinds).nullable(),
    url: z.string().nullable(),
    participant: z.string().nullable(),
    problem: choice(networkProblems).nullable(),
  }),
  kinds: ['invoice'],
  example: {},
})

export const networkQueries = [getNetwork]

/** Where an invoice stands at the network. */
export const deliveryShown = z.strictObject({
  state: choice(deliveryStates),
  said: z.string().nullable(),
  at: instant(),
})
