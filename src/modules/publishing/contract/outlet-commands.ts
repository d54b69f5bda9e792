import { command } from '../../../kernel/declare.ts'
import { choice, expectedVersion, flag, id, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { changed, example, exampleOther, networks, outletFacts, webAddress, wireProblems } from './shapes.ts'

const one = { id: id('outlet', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['outlet'], subject: 'id', permission: 'publishing.add-outlet' } as const

export const addOutlet = command({
  name: 'publishing.add-outlet',
  summary:
    'Adds a place where the office publishes: an account of a network, or its own web page; by hand until it is connected.',
  input: z.strictObject({ name: text(120), network: choice(networks), ...outletFacts }),
  output: changed,
  emits: [e.outletAdded],
  refusals: [r.outletTwice, r.publisherUnknown],
  kinds: ['outlet'],
  example: { name: 'Mastodon', network: 'mastodon', address: 'https://social.example/@office' },
})

export const changeOutlet = command({
  name: 'publishing.change-outlet',
  summary: 'Changes an outlet, or takes it out of use.',
  input: z.strictObject({
    ...one,
    name: text(120).optional(),
    ...outletFacts,
    retired: flag({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.outletChanged],
  refusals: [r.outletTwice, r.publisherUnknown],
  ...about,
  undoable: true,
  example: { id: example, name: 'Mastodon' },
})

export const connectOutlet = command({
  name: 'publishing.connect-outlet',
  summary: 'Lets an outlet be published to by its interface; its secret was sealed before and stands in no journal.',
  input: z.strictObject({
    ...one,
    wire: choice(['mastodon', 'wordpress', 'webhook']),
    url: webAddress(),
    account: text(200).optional(),
    /** `sealSecret` gave it. */
    secretId: z.uuid().meta({ hidden: true }),
  }),
  output: changed,
  emits: [e.outletConnected],
  refusals: [r.outletRetired, r.wireAddress, r.wireAnswer, r.wireSignIn, r.wireUnreachable],
  ...about,
  tool: false,
  example: { id: example, wire: 'mastodon', url: 'https://social.example', secretId: exampleOther },
})

export const disconnectOutlet = command({
  name: 'publishing.disconnect-outlet',
  summary: 'Publishes to it by hand from now on, and forgets its secret.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.outletDisconnected],
  refusals: [r.wireMissing],
  ...about,
  tool: false,
  example: { id: example },
})

export const noteOutlet = command({
  name: 'publishing.note-outlet',
  summary: 'Keeps whether an outlet could be spoken with.',
  input: z.strictObject({ id: id('outlet'), problem: choice(wireProblems).nullable() }),
  output: z.strictObject({}),
  door: 'none',
  tool: false,
  ...about,
  example: { id: example, problem: null },
})

const held = { permission: 'publishing.hold-all', kinds: ['publication'] } as const

export const holdAll = command({
  name: 'publishing.hold-all',
  summary: 'Pauses everything: nothing is published, by hand or by itself, until it is released.',
  input: z.strictObject({ reason: text(300) }),
  output: z.strictObject({}),
  emits: [e.heldAll],
  refusals: [r.allHeld],
  ...held,
  undoable: true,
  example: { reason: 'The house is in mourning' },
})

export const releaseHold = command({
  name: 'publishing.release-hold',
  summary: 'Publishes again as planned; what had its time meanwhile waits for somebody to say when.',
  input: z.strictObject({}),
  output: z.strictObject({}),
  emits: [e.holdReleased],
  refusals: [r.notHeld],
  ...held,
  example: {},
})

export const outletCommands = [
  addOutlet,
  changeOutlet,
  connectOutlet,
  disconnectOutlet,
  noteOutlet,
  holdAll,
  releaseHold,
]
