/** What other modules, surfaces and pages may know of who is where. */
import { command, contract, event, query } from '../../kernel/declare.ts'
import { refusal } from '../../kernel/refusal.ts'
import { choice, flag, id, instant, slice, text, z } from '../../kernel/schema.ts'
import { list, named } from '../../kernel/shapes.ts'

export { type ColleagueInside, colleaguesInside } from './inside.ts'

export const presenceStates = ['in', 'meeting', 'lunch', 'travelling', 'leave', 'home', 'off'] as const
export type PresenceState = (typeof presenceStates)[number]

const example = '019aa000-0000-7000-8000-0000000000b1'
const person = () => id('principal', { control: 'person' })

export const presenceUntilPast = refusal('presence-until-past', 422)
export const presencePersonUnknown = refusal('presence-person-unknown', 422)

const told = z.strictObject({ id: z.uuid(), title: z.string() })
export const wordSet = event('presence.word-set', told.extend({ state: choice(presenceStates) }))
export const wordCleared = event('presence.word-cleared', told)

const said = {
  state: choice(presenceStates),
  /** None: an hour for lunch, the rest of the day for everything else. */
  until: instant().optional(),
  note: text(120, { folded: true }).optional(),
}
const changed = z.strictObject({ id: z.uuid(), version: z.int() })

export const setWord = command({
  name: 'presence.set-word',
  summary: 'Says where one is oneself, and until when; counts before the calendar until then.',
  input: z.strictObject(said),
  output: changed,
  emits: [wordSet],
  refusals: [presenceUntilPast, presencePersonUnknown],
  undoable: true,
  example: { state: 'lunch' },
})

export const clearWord = command({
  name: 'presence.clear-word',
  summary: 'Takes one’s own word back: the calendar counts again.',
  permission: 'presence.set-word',
  input: z.strictObject({}),
  output: z.strictObject({ cleared: flag() }),
  emits: [wordCleared],
  undoable: true,
  example: {},
})

export const setFor = command({
  name: 'presence.set-for',
  summary: 'Says for a colleague where they are, as reception does who saw them leave.',
  input: z.strictObject({ personId: person(), ...said }),
  output: changed,
  emits: [wordSet],
  refusals: [presenceUntilPast, presencePersonUnknown],
  kinds: ['principal'],
  subject: 'personId',
  undoable: true,
  example: { personId: example, state: 'off' },
})

export const clearFor = command({
  name: 'presence.clear-for',
  summary: 'Takes back what was said of a colleague: the calendar counts again.',
  permission: 'presence.set-for',
  input: z.strictObject({ personId: person() }),
  output: z.strictObject({ cleared: flag() }),
  emits: [wordCleared],
  refusals: [presencePersonUnknown],
  kinds: ['principal'],
  subject: 'personId',
  undoable: true,
  example: { personId: example },
})

export const presenceLine = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  state: choice(presenceStates),
  /** When it ends, as far as anybody knows. */
  until: instant().nullable(),
  /** They can be rung or walked in on now. */
  reachable: flag(),
  /** When they can be again; null now, and where nobody knows. */
  reachableAt: instant().nullable(),
  /** By their own word (or what was said of them), not by the calendar. */
  said: flag(),
  note: z.string(),
  /** Who stands in while they are away. */
  deputy: named.nullable(),
  onCall: flag(),
})

export const now = query({
  name: 'presence.now',
  summary:
    'Who is in, in a meeting, at lunch, travelling, on leave, at home or off, until when, when each can be reached, and who deputises.',
  input: z.strictObject({
    text: text(100).optional(),
    personIds: z.array(z.uuid()).max(200).optional().meta({ hidden: true }),
    at: instant().optional(),
    ...slice,
  }),
  output: list(presenceLine).extend({ at: instant() }),
  kinds: ['principal', 'presence', 'event', 'absence', 'trip', 'rota'],
  example: {},
})

export const mine = query({
  name: 'presence.mine',
  summary: 'Where one is said to be oneself.',
  permission: 'presence.set-word',
  input: z.strictObject({}),
  output: z.strictObject({ line: presenceLine.nullable() }),
  kinds: ['principal', 'presence', 'event', 'absence', 'trip', 'rota'],
  example: {},
})

export const presenceContract = contract({
  name: 'presence',
  depends: ['authority', 'work', 'calendar', 'scheduling', 'oncall', 'travel'],
  commands: [setWord, clearWord, setFor, clearFor],
  queries: [now, mine],
  events: [wordSet, wordCleared],
  kinds: [{ kind: 'presence', icon: 'user-check', detail: null, list: now, path: '/presence' }],
})
