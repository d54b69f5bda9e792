/** A telephone in the page: the office's SIP server, each person's own account there, and what their page tells of its calls. */
import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, flag, instant, slice, text, z } from '../../../kernel/schema.ts'
import { callAnswered, callEnded, callMissed, callRang } from './events.ts'
import { callsPersonUnknown } from './refusals.ts'
import * as s from './shapes.ts'

/** Nobody has said by which server one telephones in the page. */
export const phoneServerMissing = refusal('phone-server-missing', 409)
/** Data: `name`. */
export const phoneAccountMissing = refusal('phone-account-missing', 409)
export const phonePasswordMissing = refusal('phone-password-missing', 422)
/** Data: `username`. */
export const phoneUserTaken = refusal('phone-user-taken', 409)
/** The password is given to a person's own page alone: not to programs, and not to who acts for them. */
export const phoneOwnPage = refusal('phone-own-page', 403)

const whose = z.strictObject({ name: z.string() })
export const phoneServerSet = event('calls.phone-server-set', z.strictObject({ address: z.string() }))
export const phoneServerRemoved = event('calls.phone-server-removed', z.strictObject({}))
export const phoneSet = event('calls.phone-set', whose)
export const phoneRemoved = event('calls.phone-removed', whose)
export const phoneEvents = [phoneServerSet, phoneServerRemoved, phoneSet, phoneRemoved]

const matching = (pattern: RegExp, most: number) => z.string().trim().max(most).regex(pattern)
/** Nothing in it may end a header's word: it stands in what pages are allowed to speak with. */
const address = () => matching(/^(wss:\/\/[a-z0-9.-]+|ws:\/\/(localhost|127\.0\.0\.1))(:\d{1,5})?(\/[\w.~/-]*)?$/, 300)
const username = () => matching(/^[\w.+~-]{1,64}$/, 64)
/** What `sealSecret` gave. */
const sealed = () => z.uuid().meta({ hidden: true })

export const setPhoneServer = command({
  name: 'calls.set-phone-server',
  summary: 'By which SIP server one telephones in the page (WebSocket); the password of its relay was sealed before.',
  permission: 'calls.change-setup',
  input: z.strictObject({
    address: address(),
    domain: matching(/^[a-z0-9.-]+(:\d{1,5})?$/, 253),
    stun: matching(/^stuns?:[a-z0-9.-]+(:\d{1,5})?$/, 300).optional(),
    turn: matching(/^turns?:[a-z0-9.-]+(:\d{1,5})?(\?transport=(udp|tcp))?$/, 300).optional(),
    /** None: the sealed one is a secret shared with the relay, from which each call’s own password is made. */
    turnUsername: text(200).optional(),
    turnSecretId: sealed().optional(),
    echo: text(80).optional(),
    voicemail: text(80).optional(),
  }),
  output: z.strictObject({}),
  emits: [phoneServerSet],
  refusals: [phonePasswordMissing],
  tool: false,
  example: { address: 'wss://pbx.example.com/ws', domain: 'pbx.example.com' },
})

export const removePhoneServer = command({
  name: 'calls.remove-phone-server',
  summary: 'Nobody telephones in the page any more; their accounts stay for when it is set up again.',
  permission: 'calls.change-setup',
  input: z.strictObject({}),
  output: z.strictObject({}),
  emits: [phoneServerRemoved],
  refusals: [phoneServerMissing],
  tool: false,
  example: {},
})

const account = { username: username(), secretId: sealed().optional() }
const setting = {
  output: z.strictObject({}),
  emits: [phoneSet],
  refusals: [phoneServerMissing, phonePasswordMissing, phoneUserTaken, callsPersonUnknown],
  tool: false,
}

export const setPhone = command({
  name: 'calls.set-phone',
  summary: 'Gives a colleague a telephone in the page: as whom they sign in at the SIP server.',
  permission: 'calls.change-setup',
  input: z.strictObject({ personId: s.person(), ...account }),
  ...setting,
  kinds: ['principal'],
  subject: 'personId',
  example: { personId: s.exampleOther, username: '102', secretId: s.exampleThird },
})

export const setOwnPhone = command({
  name: 'calls.set-own-phone',
  summary: 'As whom one signs in at the SIP server oneself; the password was sealed before.',
  permission: 'calls.use-phone',
  input: z.strictObject(account),
  ...setting,
  example: { username: '102', secretId: s.exampleThird },
})

const removing = { output: z.strictObject({}), emits: [phoneRemoved], refusals: [phoneAccountMissing], tool: false }

export const removePhone = command({
  name: 'calls.remove-phone',
  summary: 'Takes a colleague’s telephone in the page away.',
  permission: 'calls.change-setup',
  input: z.strictObject({ personId: s.person() }),
  ...removing,
  kinds: ['principal'],
  subject: 'personId',
  example: { personId: s.exampleOther },
})

export const removeOwnPhone = command({
  name: 'calls.remove-own-phone',
  summary: 'One’s own account at the SIP server is forgotten here.',
  permission: 'calls.use-phone',
  input: z.strictObject({}),
  ...removing,
  example: {},
})

export const tellCall = command({
  name: 'calls.tell-call',
  summary: 'One’s own telephone in the page says that a call rings, was answered, or has ended.',
  permission: 'calls.use-phone',
  input: z.strictObject({
    what: choice(['rings', 'answered', 'ended']),
    /** SIP’s Call-ID (RFC 3261). */
    externalId: text(200),
    direction: choice(s.directions).optional(),
    number: text(80).nullable().optional(),
    cause: text(60).optional(),
    /** Somebody took it at another telephone. */
    elsewhere: flag().optional(),
    /** When it was, where it could not be told at once. */
    at: instant().optional(),
  }),
  output: z.strictObject({ id: z.uuid().nullable() }),
  emits: [callRang, callAnswered, callEnded, callMissed],
  kinds: ['call'],
  tool: false,
  example: { what: 'rings', externalId: 'a84b4c76e66710', direction: 'in', number: '+46313900655' },
})

export const phoneCommands = [
  setPhoneServer,
  removePhoneServer,
  setPhone,
  setOwnPhone,
  removePhone,
  removeOwnPhone,
  tellCall,
]

export const getPhone = query({
  name: 'calls.get-phone',
  summary: 'One’s own telephone in the page: by which server, as whom; never its password.',
  permission: 'calls.use-phone',
  input: z.strictObject({}),
  output: z.strictObject({
    server: z
      .strictObject({
        address: z.string(),
        domain: z.string(),
        echo: z.string().nullable(),
        voicemail: z.string().nullable(),
      })
      .nullable(),
    username: z.string().nullable(),
  }),
  kinds: ['phone-line'],
  tool: false,
  example: {},
})

export const getPhoneServer = query({
  name: 'calls.get-phone-server',
  summary: 'The SIP server by which one telephones in the page, with its helpers; never a password.',
  permission: 'calls.change-setup',
  input: z.strictObject({}),
  output: z.strictObject({
    server: z
      .strictObject({
        address: z.string(),
        domain: z.string(),
        stun: z.string().nullable(),
        turn: z.string().nullable(),
        turnUsername: z.string().nullable(),
        echo: z.string().nullable(),
        voicemail: z.string().nullable(),
      })
      .nullable(),
  }),
  kinds: ['phone-line'],
  tool: false,
  example: {},
})

export const listPhones = query({
  name: 'calls.list-phones',
  summary: 'Colleagues who have a telephone in the page, and their numbers in the house.',
  permission: 'calls.use-phone',
  input: z.strictObject({ text: text(100).optional(), ...slice }),
  output: s.list(z.strictObject({ id: z.uuid(), person: s.named, username: z.string() })),
  kinds: ['principal', 'phone-line'],
  tool: false,
  example: {},
})

export const phoneQueries = [getPhone, getPhoneServer, listPhones]
