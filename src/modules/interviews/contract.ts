/** What other modules, surfaces and pages may know of interviews. */
import { command, contract, event, job, query } from '../../kernel/declare.ts'
import { languages } from '../../kernel/language/catalogue.ts'
import { refusal } from '../../kernel/refusal.ts'
import { choice, count, expectedVersion, flag, id, instant, longText, slice, text, z } from '../../kernel/schema.ts'
import * as k from '../../kernel/shapes.ts'
import { workEnvelope } from '../work/contract.ts'
import * as s from './contract/shapes.ts'

export * from './contract/shapes.ts'

/** Data: `title`. */
export const interviewNotOpen = refusal('interview-not-open', 409)
export const interviewStillOpen = refusal('interview-still-open', 409)
export const notOfPanel = refusal('not-of-panel', 403)
/** Data: `wanted`: how many scores there must be. */
export const scoresIncomplete = refusal('scores-incomplete', 422)
export const interviewPersonUnknown = refusal('interview-person-unknown', 422)
export const notYoursToDecide = refusal('not-yours-to-decide', 403)

const told = { id: z.uuid(), title: z.string() }
const simple = z.strictObject({ ...told, ...workEnvelope })
export const interviewCreated = event('interviews.interview-created', simple)
export const panelChanged = event('interviews.panel-changed', simple)
export const cardSent = event('interviews.card-sent', z.strictObject({ ...told, name: z.string(), ...workEnvelope }))
export const cardsAsked = event('interviews.cards-asked', z.strictObject({ ...told, count: count(), ...workEnvelope }))
export const interviewDecided = event('interviews.interview-decided', simple)
export const interviewCancelled = event('interviews.interview-cancelled', simple)
export const interviewReopened = event('interviews.interview-reopened', simple)

export const askCardsJob = job('interviews.missing-cards', z.strictObject({}), 'system')

const one = { id: id('interview', { hidden: true }), expectedVersion: expectedVersion() }
const on = { kinds: ['interview'], subject: 'id' } as const
const person = () => id('principal', { control: 'person' })
const panel = {
  panelIds: z.array(person()).min(1).max(20),
  deciderId: person().optional(),
}

export const createInterview = command({
  name: 'interviews.create-interview',
  summary: 'Prepares an interview: whom, by which panel, by which criteria. Only they and who decides ever see it.',
  input: z.strictObject({
    title: text(200),
    candidateName: text(200),
    candidateEmail: z.email().max(254),
    ...panel,
    minutes: z.int().min(5).max(480).default(60).meta({ control: 'duration' }),
    criteria: z.array(text(200)).min(1).max(12),
    language: choice(languages, { control: 'language', folded: true }).optional(),
    documentIds: z.array(id('document')).max(20).optional().meta({ folded: true }),
    note: longText(5_000, { folded: true }).optional(),
  }),
  output: k.changed,
  emits: [interviewCreated],
  refusals: [interviewPersonUnknown],
  kinds: ['interview'],
  undoable: true,
  example: {
    title: 'Structural engineer',
    candidateName: 'Amira Nasser',
    candidateEmail: 'amira@nasser.example',
    panelIds: ['019aa000-0000-7000-8000-000000000001'],
    criteria: ['Steel and timber', 'Clear with clients'],
  },
})

export const changePanel = command({
  name: 'interviews.change-panel',
  summary: 'Says anew who is on the panel and who decides; cards that are in stay with those who stay.',
  input: z.strictObject({ ...one, ...panel }),
  output: k.changed,
  emits: [panelChanged],
  refusals: [interviewPersonUnknown, interviewNotOpen],
  ...on,
  undoable: true,
  example: { id: s.example, panelIds: ['019aa000-0000-7000-8000-000000000001'] },
})

export const sendCard = command({
  name: 'interviews.send-card',
  summary:
    'Sends in what one of the panel thinks: each criterion from 1 to 5, with a word, and yes or no. Sent again, it replaces.',
  input: z.strictObject({
    ...one,
    scores: z.array(z.strictObject({ score: z.int().min(1).max(5), word: z.string().max(500).optional() })).max(12),
    recommends: choice(s.recommendations),
    summary: longText(2_000).optional(),
  }),
  output: k.changed,
  emits: [cardSent],
  refusals: [interviewNotOpen, notOfPanel, scoresIncomplete],
  ...on,
  example: { id: s.example, scores: [{ score: 4, word: 'Built two bridges' }, { score: 5 }], recommends: 'yes' },
})

export const decideInterview = command({
  name: 'interviews.decide-interview',
  summary: 'Decides on a candidate, with the reason; the cards are locked.',
  input: z.strictObject({ ...one, outcome: choice(s.outcomes), reason: longText(2_000).optional() }),
  output: k.changed,
  emits: [interviewDecided],
  refusals: [interviewNotOpen, notYoursToDecide],
  ...on,
  undoable: true,
  example: { id: s.example, outcome: 'offer' },
})

export const cancelInterview = command({
  name: 'interviews.cancel-interview',
  summary: 'Cancels an interview; what was booked for it is cancelled in the calendar.',
  input: z.strictObject(one),
  output: k.changed,
  emits: [interviewCancelled],
  refusals: [interviewNotOpen],
  ...on,
  undoable: true,
  example: { id: s.example },
})

export const reopenInterview = command({
  name: 'interviews.reopen-interview',
  summary: 'Takes a decision or a cancelling back.',
  input: z.strictObject(one),
  output: k.changed,
  emits: [interviewReopened],
  refusals: [interviewStillOpen, notYoursToDecide],
  ...on,
  example: { id: s.example },
})

export const askCards = command({
  name: 'interviews.ask-cards',
  summary: 'Gives each of the panel whose card is missing a task, once the interview has been held.',
  input: z.strictObject({}),
  output: z.strictObject({ asked: count() }),
  emits: [cardsAsked],
  door: 'none',
  tool: false,
  example: {},
})

const line = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(s.states),
  candidate: z.string(),
  start: instant().nullable(),
  sent: count(),
  panel: count(),
  /** The asker's own card is missing. */
  mine: flag(),
})

export const listInterviews = query({
  name: 'interviews.list-interviews',
  summary: 'Interviews that one prepares, sits in or decides on; open ones first asked for.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(s.states)).max(3).optional(),
    ...slice,
  }),
  output: k.list(line),
  kinds: ['interview', 'event'],
  example: {},
})

const card = z.strictObject({
  scores: z.array(z.strictObject({ score: z.int(), word: z.string() })),
  recommends: choice(s.recommendations),
  summary: z.string(),
})

export const getInterview = query({
  name: 'interviews.get-interview',
  summary: 'An interview: candidate, panel, when, and the cards; those of others once the own one is in.',
  permission: 'interviews.list-interviews',
  input: z.strictObject({ id: id('interview') }),
  output: z.strictObject({
    record: k.head(s.states),
    candidate: z.strictObject({ name: z.string(), email: z.string(), language: z.string() }),
    owner: k.named.nullable(),
    decider: k.named.nullable(),
    minutes: z.int(),
    criteria: z.array(z.string()),
    note: z.string(),
    outcome: choice(s.outcomes).nullable(),
    reason: z.string(),
    decidedAt: instant().nullable(),
    events: z.array(z.strictObject({ event: k.named, start: instant().nullable(), end: instant().nullable() })),
    documents: z.array(k.named),
    panel: z.array(z.strictObject({ person: k.named, sentAt: instant().nullable(), card: card.nullable() })),
    /** For each criterion the mean of the cards that may be seen, in tenths. */
    means: z.array(z.int().nullable()),
    isOfPanel: flag(),
    /** Others' cards are hidden until the own one is in. */
    hidden: flag(),
    can: k.can,
  }),
  kinds: ['interview', 'event'],
  example: { id: s.example },
})

export const countCardsDue = query({
  name: 'interviews.count-cards-due',
  summary: 'How many cards are missing of interviews that have been held.',
  permission: 'interviews.list-interviews',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  kinds: ['interview'],
  tool: false,
  example: {},
})

export const interviewsContract = contract({
  name: 'interviews',
  depends: ['authority', 'calendar', 'work', 'scheduling'],
  commands: [createInterview, changePanel, sendCard, decideInterview, cancelInterview, reopenInterview, askCards],
  queries: [listInterviews, getInterview, countCardsDue],
  events: [
    interviewCreated,
    panelChanged,
    cardSent,
    cardsAsked,
    interviewDecided,
    interviewCancelled,
    interviewReopened,
  ],
  jobs: [askCardsJob],
  kinds: [
    {
      kind: 'interview',
      icon: 'users',
      detail: getInterview,
      list: listInterviews,
      path: '/interviews/:id',
    },
  ],
})
