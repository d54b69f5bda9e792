/** What people do with invitations. */
import { command } from '../../../kernel/declare.ts'
import { choice, day, id, instant, text, z } from '../../../kernel/schema.ts'
import { eventTime } from '../../calendar/contract.ts'
import * as e from './events.ts'
import { sendJob } from './jobs.ts'
import * as r from './refusals.ts'
import { answers, changed, email, eventId, example, exampleOther, local, person, words } from './shapes.ts'

const about = { kinds: ['event'], subject: 'id' } as const
/** What leaves the office is a person's to send. */
const byPeople = { tool: false } as const

export const changeSettings = command({
  name: 'invitations.change-settings',
  summary: 'Sets the address that answers of guests go to: one of a mailbox that the office takes in.',
  input: z.strictObject({ answersAddress: email().nullable() }),
  output: z.strictObject({ answersAddress: z.string().nullable() }),
  emits: [e.answersAddressSet],
  kinds: [],
  undoable: true,
  example: { answersAddress: 'meetings@office.example' },
})

export const resend = command({
  name: 'invitations.resend',
  summary: 'Sends guests their invitation again, as it is now.',
  input: z.strictObject({ id: eventId(), emails: z.array(email()).max(500).optional(), words: words() }),
  output: z.strictObject({ count: z.int() }),
  emits: [e.guestsWritten],
  refusals: [r.notYourMeeting, r.noGuestsOutside, r.guestUnknown],
  jobs: [sendJob],
  ...about,
  ...byPeople,
  example: { id: example },
})

export const remind = command({
  name: 'invitations.remind',
  summary: 'Asks guests who have not answered once more, each in their language.',
  permission: 'invitations.resend',
  input: z.strictObject({ id: eventId(), emails: z.array(email()).max(500).optional(), words: words() }),
  output: z.strictObject({ count: z.int() }),
  emits: [e.guestsReminded],
  refusals: [r.notYourMeeting, r.noGuestsOutside, r.guestUnknown, r.nobodyToRemind],
  jobs: [sendJob],
  ...about,
  ...byPeople,
  example: { id: example },
})

const theProposal = { id: eventId(), proposalId: id(undefined, { hidden: true }) }

export const acceptProposal = command({
  name: 'invitations.accept-proposal',
  summary: 'Moves a meeting to the time that a guest proposed; everybody is told.',
  input: z.strictObject(theProposal),
  output: changed,
  emits: [e.proposalAccepted],
  refusals: [r.proposalUnknown, r.proposalSettled, r.meetingNotChanged],
  ...about,
  ...byPeople,
  undoable: true,
  example: { id: example, proposalId: exampleOther },
})

export const declineProposal = command({
  name: 'invitations.decline-proposal',
  summary: 'Says that a meeting stays as it is, whatever time was proposed.',
  permission: 'invitations.accept-proposal',
  input: z.strictObject({ ...theProposal, words: words() }),
  output: changed,
  emits: [e.proposalDeclined],
  refusals: [r.notYourMeeting, r.proposalUnknown, r.proposalSettled],
  jobs: [sendJob],
  ...about,
  ...byPeople,
  example: { id: example, proposalId: exampleOther },
})

export const settleMessage = command({
  name: 'invitations.settle-message',
  summary: 'Takes an answer that came from an address of nobody invited as the answer of a guest, or leaves it.',
  permission: 'invitations.resend',
  input: z.strictObject({
    messageId: id(undefined, { hidden: true }),
    /** Whose answer it is; none: it is left. */
    email: email().nullable(),
  }),
  output: z.strictObject({ taken: z.boolean() }),
  emits: [e.messageSettledEvent],
  refusals: [r.notYourMeeting, r.messageUnknown, r.messageSettled, r.guestUnknown, r.meetingNotChanged],
  kinds: ['event'],
  ...byPeople,
  example: { messageId: exampleOther, email: null },
})

export const proposeTime = command({
  name: 'invitations.propose-time',
  summary: 'Proposes another time to the organiser outside of a meeting that one is invited to.',
  input: z.strictObject({
    id: eventId(),
    recurrence: local({ hidden: true }).optional(),
    start: instant(),
    end: instant(),
    words: words(),
  }),
  output: changed,
  emits: [e.guestsWritten],
  refusals: [r.notOrganisedElsewhere],
  jobs: [sendJob],
  ...about,
  ...byPeople,
  example: { id: example, start: '2126-11-24T09:00:00Z', end: '2126-11-24T10:00:00Z' },
})

export const clearDay = command({
  name: 'invitations.clear-day',
  summary:
    "Cancels a day's meetings of somebody, or moves them to another day, in one act; guests get an apology in their language.",
  input: z.strictObject({
    personId: person().optional(),
    on: day(),
    /** The day they are moved to; none: they are cancelled. */
    to: day().nullable().optional(),
    /** Of the day's meetings only these, or all. */
    eventIds: z.array(id('event')).max(100).optional().meta({ hidden: true }),
    /** In place of the usual apology. */
    words: words(),
  }),
  output: z.strictObject({
    done: z.int(),
    /** Meetings that stay, and why: of others, or a place that is taken on the other day. */
    left: z.array(z.strictObject({ id: z.uuid(), title: z.string(), because: z.string() })),
  }),
  emits: [e.dayCleared],
  refusals: [r.dayHasNoMeetings],
  kinds: ['event'],
  ...byPeople,
  undoable: true,
  example: { on: '2126-11-24' },
})

export const restoreDay = command({
  name: 'invitations.restore-day',
  summary: 'Takes the clearing of a day back.',
  permission: 'invitations.clear-day',
  input: z.strictObject({
    personId: person().optional(),
    meetings: z
      .array(
        z.strictObject({
          id: id('event'),
          recurrence: local().nullable(),
          /** Where it was moved from. */
          when: eventTime.nullable(),
          /** What was answered before it was declined. */
          answer: choice(answers).nullable(),
        }),
      )
      .max(100),
  }),
  output: z.strictObject({ done: z.int() }),
  emits: [e.dayRestored],
  refusals: [r.meetingNotChanged],
  kinds: ['event'],
  ...byPeople,
  example: { meetings: [] },
})

export const lateFors = ['this', 'rest'] as const
export const warnLate = command({
  name: 'invitations.warn-late',
  summary: 'Tells those of a meeting, or of all that follow today, that one is running late.',
  input: z.strictObject({
    id: eventId(),
    recurrence: local({ hidden: true }).optional(),
    minutes: z.int().min(1).max(600).meta({ control: 'duration' }),
    whom: choice(lateFors).default('this'),
    words: text(500, { folded: true }).optional(),
  }),
  output: z.strictObject({ told: z.int() }),
  emits: [e.latenessTold],
  refusals: [r.notYourMeeting],
  jobs: [sendJob],
  ...about,
  ...byPeople,
  example: { id: example, minutes: 15 },
})

export const ledgerCommands = [
  changeSettings,
  resend,
  remind,
  acceptProposal,
  declineProposal,
  settleMessage,
  proposeTime,
  clearDay,
  restoreDay,
  warnLate,
]
