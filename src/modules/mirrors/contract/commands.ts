import { command } from '../../../kernel/declare.ts'
import { choice, expectedVersion, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import {
  address,
  consentKinds,
  directions,
  example,
  exampleOther,
  findingKinds,
  linkTypes,
  mirrorId,
  mirrorProblems,
  providerKinds,
  remote,
} from './shapes.ts'

const mine = { permission: 'mirrors.keep-calendars', tool: false } as const
const setup = { permission: 'mirrors.change-setup', tool: false } as const
/** Kontor's own steps. */
const inner = { permission: 'mirrors.keep-calendars', door: 'none', tool: false } as const
const account = { id: id('calendar-account', { hidden: true }), expectedVersion: expectedVersion() }
const ofAccount = { kinds: ['calendar-account'], subject: 'id' } as const
const mirror = { calendarId: mirrorId() }
const ofMirror = { kinds: ['calendar'], subject: 'calendarId' } as const
const changed = z.strictObject({ id: z.uuid(), version: z.int() })
const remove = () => flag()

export const connectAccount = command({
  name: 'mirrors.connect-account',
  summary:
    "Lets calendars of one's account elsewhere be kept here too; its password was sealed before and stands in no journal.",
  ...mine,
  input: z.strictObject({
    provider: choice(providerKinds),
    name: text(100),
    address: address(),
    username: text(320),
    /** `sealSecret` gave it. */
    secretId: z.uuid().meta({ hidden: true }),
    /** An account that is signed in to anew. */
    replacesId: id('calendar-account', { hidden: true }).optional(),
  }),
  output: changed,
  emits: [e.accountConnected],
  refusals: [r.accountEnded, r.clientMissing, r.consentOver, ...Object.values(r.mirrorRefusals)],
  kinds: ['calendar-account'],
  example: {
    provider: 'caldav',
    name: 'My own',
    address: 'https://dav.example.org/',
    username: 'elin@example.org',
    secretId: exampleOther,
  },
})

export const disconnectAccount = command({
  name: 'mirrors.disconnect-account',
  summary: 'Ends the connection to an account and forgets its password; what came from it is kept or taken away.',
  ...mine,
  input: z.strictObject({ ...account, remove: remove().default(false) }),
  output: changed,
  emits: [e.accountDisconnected],
  refusals: [r.accountEnded],
  ...ofAccount,
  example: { id: example, remove: false },
})

export const mirrorCalendar = command({
  name: 'mirrors.mirror-calendar',
  summary: 'Keeps a calendar of an account and one here the same: both ways, or one.',
  ...mine,
  input: z.strictObject({
    accountId: id('calendar-account', { hidden: true }),
    ...remote,
    /** One of one's own; none named: a new one is made. */
    calendarId: id('calendar').optional(),
  }),
  output: z.strictObject({ calendarId: z.uuid() }),
  emits: [e.calendarMirrored],
  refusals: [r.accountEnded, r.mirroredAlready, r.mirrorCalendarRefused, r.mirrorReadOnly],
  kinds: ['calendar-account', 'calendar'],
  subject: 'accountId',
  example: {
    accountId: example,
    remoteId: 'https://dav.example.org/elin/work/',
    remoteName: 'Work',
    writable: true,
    direction: 'both',
  },
})

export const changeMirror = command({
  name: 'mirrors.change-mirror',
  summary: 'Changes which way a calendar and the one elsewhere are kept the same.',
  ...mine,
  input: z.strictObject({ ...mirror, direction: choice(directions) }),
  output: z.strictObject({}),
  emits: [e.mirrorChanged],
  refusals: [r.mirrorUnknown, r.mirrorReadOnly],
  ...ofMirror,
  undoable: true,
  example: { calendarId: example, direction: 'in' },
})

export const endMirror = command({
  name: 'mirrors.end-mirror',
  summary: 'No longer keeps a calendar the same as the one elsewhere; what came from there is kept or taken away.',
  ...mine,
  input: z.strictObject({ ...mirror, remove: remove().default(false) }),
  output: z.strictObject({}),
  emits: [e.mirrorEnded],
  refusals: [r.mirrorUnknown],
  ...ofMirror,
  example: { calendarId: example, remove: false },
})

export const tryAgain = command({
  name: 'mirrors.try-again',
  summary: 'Has a calendar elsewhere looked at now, and what was refused tried once more.',
  ...mine,
  input: z.strictObject({
    ...mirror,
    /** What is gone there in great number shall go here too. */
    acceptGone: flag({ hidden: true }).optional(),
  }),
  output: z.strictObject({}),
  emits: [e.mirrorAsked],
  refusals: [r.mirrorUnknown],
  ...ofMirror,
  example: { calendarId: example },
})

export const dismissFinding = command({
  name: 'mirrors.dismiss-finding',
  summary: 'Takes something off the list of what was refused or gave way, once it was seen.',
  ...mine,
  input: z.strictObject({ ...mirror, findingId: z.uuid().meta({ hidden: true }) }),
  output: z.strictObject({}),
  emits: [e.findingDismissed],
  refusals: [r.mirrorUnknown, r.findingUnknown],
  ...ofMirror,
  example: { calendarId: example, findingId: exampleOther },
})

const href = () => text(255)
const name = () => text(2000)
const tag = () => z.string().max(500)
const found = z.strictObject({
  kind: choice(findingKinds),
  name: name(),
  tag: tag(),
  uid: z.string().max(400),
  title: z.string().max(200),
  because: z.string().max(2000),
  kept: longText(2_000_000).nullable(),
})
const ended = z.strictObject({ kind: choice(findingKinds), name: name() })

export const advance = command({
  name: 'mirrors.advance',
  summary: 'Puts what changed elsewhere into the calendar here, and notes what both sides have the same now.',
  ...inner,
  input: z.strictObject({
    ...mirror,
    incoming: z
      .array(
        z.strictObject({
          href: href(),
          ifTag: z.string().max(200).nullable(),
          uid: text(400),
          name: name(),
          tag: tag(),
          ics: longText(2_000_000),
        }),
      )
      .max(200)
      .default([]),
    removals: z
      .array(z.strictObject({ href: href(), ifTag: z.string().max(200) }))
      .max(200)
      .default([]),
    pairs: z
      .array(
        z.strictObject({ href: href(), uid: text(400), name: name(), ourTag: z.string().max(200), theirTag: tag() }),
      )
      .max(200)
      .default([]),
    drops: z.array(href()).max(1000).default([]),
    findings: z.array(found).max(200).default([]),
    cleared: z.array(ended).max(5000).default([]),
    token: z.string().max(8000).nullable().optional(),
  }),
  output: z.strictObject({ behind: flag() }),
  emits: [e.mirrorAdvanced, e.gaveWay],
  refusals: [r.mirrorUnknown],
  ...ofMirror,
  example: { calendarId: example },
})

export const notePass = command({
  name: 'mirrors.note-pass',
  summary: 'Notes whether a calendar elsewhere could be kept up with, and tells its owner when it could not for long.',
  ...inner,
  input: z.strictObject({ ...mirror, problem: choice(mirrorProblems).nullable(), tell: flag() }),
  output: z.strictObject({}),
  emits: [e.accountFailed, e.accountReached],
  refusals: [r.mirrorUnknown],
  ...ofMirror,
  example: { calendarId: example, problem: null, tell: false },
})

export const renewAccount = command({
  name: 'mirrors.renew-account',
  summary: 'Keeps what an account gave anew to come in with.',
  ...inner,
  input: z.strictObject({ id: id('calendar-account'), secretId: z.uuid() }),
  output: z.strictObject({}),
  emits: [e.accountRenewed],
  refusals: [r.accountEnded],
  ...ofAccount,
  example: { id: example, secretId: exampleOther },
})

export const setClient = command({
  name: 'mirrors.set-client',
  summary:
    'Keeps what this Kontor is known by to Google or Microsoft; its secret was sealed before and stands in no journal.',
  ...setup,
  input: z.strictObject({
    provider: choice(consentKinds),
    clientId: text(300),
    tenant: text(200).optional(),
    secretId: z.uuid().meta({ hidden: true }),
  }),
  output: z.strictObject({}),
  emits: [e.clientSet],
  refusals: [r.clientMissing],
  kinds: ['calendar-account'],
  example: { provider: 'google', clientId: '1234.apps.example.com', secretId: exampleOther },
})

export const forgetClient = command({
  name: 'mirrors.forget-client',
  summary: 'Forgets what this Kontor is known by to Google or Microsoft.',
  ...setup,
  input: z.strictObject({ provider: choice(consentKinds) }),
  output: z.strictObject({}),
  emits: [e.clientForgotten],
  refusals: [r.clientMissing],
  kinds: ['calendar-account'],
  example: { provider: 'google' },
})

export const addLinkWay = command({
  name: 'mirrors.add-link-way',
  summary: 'Adds a way to make links of video meetings: an own server, a fixed room, or through an account.',
  permission: 'mirrors.make-links',
  tool: false,
  input: z.strictObject({
    type: choice(linkTypes),
    name: text(100),
    /** Of the server (`jitsi`) or the room (`fixed`). */
    address: address().optional(),
    accountId: id('calendar-account').optional(),
    /** For everybody in the office, not for oneself alone. */
    forOffice: flag().default(false),
  }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [e.linkWayAdded],
  refusals: [r.linkWayIncomplete, r.accountEnded],
  kinds: ['calendar-account'],
  undoable: true,
  example: { type: 'jitsi', name: 'Our own server', address: 'https://meet.example.org/', forOffice: true },
})

export const removeLinkWay = command({
  name: 'mirrors.remove-link-way',
  summary: 'Takes away a way to make links; links that were made stay.',
  permission: 'mirrors.make-links',
  tool: false,
  input: z.strictObject({ id: z.uuid().meta({ hidden: true }) }),
  output: z.strictObject({}),
  emits: [e.linkWayRemoved],
  refusals: [r.linkWayUnknown],
  kinds: ['calendar-account'],
  example: { id: example },
})

export const makeLink = command({
  name: 'mirrors.make-link',
  summary: 'Makes the link of a video meeting, in one of the ways set up; the first of them, where none is named.',
  permission: 'mirrors.make-links',
  input: z.strictObject({ wayId: z.uuid().optional().meta({ hidden: true }) }),
  output: z.strictObject({
    /** Null where the account must be asked for it, which the page's own way does. */
    url: z.string().nullable(),
    accountId: z.uuid().nullable(),
    type: choice(linkTypes),
  }),
  emits: [e.linkMade],
  refusals: [r.linkWayUnknown, r.accountEnded, ...Object.values(r.mirrorRefusals)],
  kinds: ['calendar-account'],
  example: {},
})

export const mirrorCommands = [
  connectAccount,
  disconnectAccount,
  mirrorCalendar,
  changeMirror,
  endMirror,
  tryAgain,
  dismissFinding,
  advance,
  notePass,
  renewAccount,
  setClient,
  forgetClient,
  addLinkWay,
  removeLinkWay,
  makeLink,
]
