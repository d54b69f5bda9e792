import { command, event, job, query } from '../../../kernel/declare.ts'
import { choice, count, expectedVersion, flag, id, instant, longText, slice, text, z } from '../../../kernel/schema.ts'
import { calendarReadOnly, placeNotGiven, placeTaken } from '../../calendar/contract.ts'
import { workEnvelope } from '../../work/contract.ts'
import { meeting } from './find.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

const about = { id: z.uuid(), title: z.string() }
const told = z.strictObject(about)
export const timesProposed = event('scheduling.times-proposed', z.strictObject({ ...about, count: count() }))
export const timeChosen = event(
  'scheduling.time-chosen',
  z.strictObject({ ...about, name: z.string(), at: instant(), eventId: z.uuid(), ...workEnvelope }),
)
export const voteCast = event('scheduling.vote-cast', z.strictObject({ ...about, name: z.string() }))
export const proposalWithdrawn = event('scheduling.proposal-withdrawn', told)
export const proposalLapsed = event('scheduling.proposal-lapsed', z.strictObject({ ...about, ...workEnvelope }))
export const inviteesReminded = event('scheduling.invitees-reminded', z.strictObject({ ...about, count: count() }))
export const proposalNotSent = event(
  'scheduling.proposal-not-sent',
  z.strictObject({ ...about, name: z.string(), error: z.string() }),
)

export const sendTimesJob = job(
  'scheduling.send-times',
  z.strictObject({ id: z.uuid(), inviteeId: z.uuid(), reminder: z.boolean() }),
  'system',
)
export const proposalsJob = job('scheduling.proposals', z.strictObject({}), 'system')

const one = { id: id('time-proposal', { hidden: true }), expectedVersion: expectedVersion() }
const on = { kinds: ['time-proposal'], subject: 'id' } as const
const booking = [placeTaken, placeNotGiven, calendarReadOnly] as const

export const proposeTimes = command({
  name: 'scheduling.propose-times',
  summary:
    'Pencils times in, offers them to somebody outside to choose from, or puts them to a vote; they free themselves.',
  input: z.strictObject({
    way: choice(s.proposalWays),
    title: meeting.title,
    minutes: z.int().min(5).max(1440).meta({ control: 'duration' }),
    starts: z.array(instant()).min(1).max(20),
    answerUntil: instant(),
    ...s.who,
    outside: meeting.outside,
    placeId: meeting.placeId,
    /** Where no room is named: any one that is free at all of the times. */
    needs: s.needs.optional(),
    note: meeting.note,
    documentIds: meeting.documentIds,
    /** What it is about; it is at least as confidential, and so is what is booked of it. */
    aboutId: id().optional().meta({ hidden: true }),
    zone: text(64).optional(),
  }),
  output: z.strictObject({ id: z.uuid(), version: z.int() }),
  emits: [timesProposed],
  refusals: [
    r.slotOver,
    r.timesTwice,
    r.nobodyToAsk,
    r.noRoomForAll,
    r.schedulingPersonUnknown,
    r.schedulingZoneUnknown,
    ...booking,
  ],
  jobs: [sendTimesJob],
  kinds: ['time-proposal'],
  undoable: true,
  example: {
    way: 'hold',
    title: 'Interview',
    minutes: 60,
    starts: ['2126-11-25T09:15:00Z', '2126-11-26T09:15:00Z'],
    answerUntil: '2126-11-24T12:00:00Z',
  },
})

export const chooseTime = command({
  name: 'scheduling.choose-time',
  summary: 'Books one of the proposed times with everybody who was asked; the others are freed.',
  input: z.strictObject({ ...one, timeId: id(undefined, { hidden: true }) }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), eventId: z.uuid() }),
  emits: [timeChosen],
  refusals: [r.proposalNotOpen, r.proposedTimeUnknown, r.slotOver, ...booking],
  ...on,
  example: { id: s.example, timeId: s.exampleOther },
})

export const withdrawProposal = command({
  name: 'scheduling.withdraw-proposal',
  summary: 'Takes proposed times back: what was held is free, the links open nothing.',
  input: z.strictObject(one),
  output: s.changed,
  emits: [proposalWithdrawn],
  refusals: [r.proposalNotOpen],
  ...on,
  example: { id: s.example },
})

export const remindInvitees = command({
  name: 'scheduling.remind-invitees',
  summary: 'Reminds those who have not answered yet.',
  input: z.strictObject(one),
  output: s.changed,
  emits: [inviteesReminded],
  refusals: [r.proposalNotOpen, r.nobodyToRemind],
  jobs: [sendTimesJob],
  ...on,
  example: { id: s.example },
})

const inner = { ...on, door: 'none', tool: false } as const
const fromOutside = { id: id('time-proposal'), inviteeId: z.uuid() }

/** What the link of an offer does. */
export const takeTime = command({
  name: 'scheduling.take-time',
  summary: 'Somebody outside takes one of the times that were offered.',
  input: z.strictObject({ ...fromOutside, timeId: z.uuid() }),
  output: z.strictObject({}),
  emits: [timeChosen],
  refusals: [r.timesLinkClosed, r.timeGone, r.proposedTimeUnknown],
  ...inner,
  example: { id: s.example, inviteeId: s.exampleOther, timeId: s.exampleOther },
})

/** What the link of a poll does. */
export const castVote = command({
  name: 'scheduling.cast-vote',
  summary: 'Somebody outside says which times suit.',
  input: z.strictObject({
    ...fromOutside,
    votes: z.array(z.strictObject({ timeId: z.uuid(), says: choice(s.votes) })).max(20),
    note: longText(1_000).optional(),
  }),
  output: z.strictObject({}),
  emits: [voteCast],
  refusals: [r.timesLinkClosed, r.proposedTimeUnknown],
  ...inner,
  example: { id: s.example, inviteeId: s.exampleOther, votes: [] },
})

export const recordTimesSent = command({
  name: 'scheduling.record-times-sent',
  summary: 'Notes whether the mail with proposed times went out.',
  input: z.strictObject({ ...fromOutside, mail: choice(s.mailStates), error: text(500).nullable() }),
  output: z.strictObject({}),
  emits: [proposalNotSent],
  ...inner,
  example: { id: s.example, inviteeId: s.exampleOther, mail: 'sent', error: null },
})

export const endProposals = command({
  name: 'scheduling.end-proposals',
  summary: 'Reminds those who have a day left to answer, and lets lapse what nobody chose from in time.',
  input: z.strictObject({}),
  output: z.strictObject({ lapsed: count(), reminded: count() }),
  emits: [proposalLapsed, inviteesReminded],
  jobs: [sendTimesJob],
  door: 'none',
  tool: false,
  example: {},
})

const line = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  way: choice(s.proposalWays),
  state: choice(s.proposalStates),
  organiser: s.named.nullable(),
  minutes: z.int(),
  times: count(),
  asked: count(),
  answered: count(),
  answerUntil: instant(),
})

export const listProposals = query({
  name: 'scheduling.list-proposals',
  summary: 'Times that were held, offered or put to a vote; open ones, the first to end first.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(s.proposalStates)).max(4).optional(),
    ...slice,
  }),
  output: s.list(line),
  kinds: ['time-proposal'],
  example: {},
})

export const getProposal = query({
  name: 'scheduling.get-proposal',
  summary: 'Proposed times, who was asked, and what each said.',
  permission: 'scheduling.list-proposals',
  input: z.strictObject({ id: id('time-proposal') }),
  output: z.strictObject({
    record: s.head(s.proposalStates),
    ...line.omit({ id: true, version: true, title: true, state: true, times: true }).shape,
    zone: z.string(),
    note: z.string(),
    place: s.named.nullable(),
    must: z.array(s.named),
    may: z.array(s.named),
    event: s.named.nullable(),
    documents: z.array(s.named),
    times: z.array(
      z.strictObject({
        id: z.uuid(),
        start: instant(),
        end: instant(),
        chosen: flag(),
        yes: count(),
        ifNeedBe: count(),
        no: count(),
      }),
    ),
    invitees: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        email: z.string(),
        mail: choice(s.mailStates),
        mailError: z.string().nullable(),
        answeredAt: instant().nullable(),
        note: z.string(),
        votes: z.array(z.strictObject({ timeId: z.uuid(), says: choice(s.votes) })),
        /** The end of the address that its mail holds, for whoever would rather send it otherwise. */
        path: z.string().nullable(),
      }),
    ),
    can: s.can,
  }),
  kinds: ['time-proposal', 'event'],
  example: { id: s.example },
})

export const countProposalsDue = query({
  name: 'scheduling.count-proposals-due',
  summary: 'How many proposals end or ask for a reminder now.',
  permission: 'scheduling.list-proposals',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  kinds: ['time-proposal'],
  tool: false,
  example: {},
})

export const timesLetter = query({
  name: 'scheduling.times-letter',
  summary: 'What somebody asked is written, in their language.',
  permission: 'scheduling.list-proposals',
  input: z.strictObject({ id: id('time-proposal'), inviteeId: id(), reminder: flag() }),
  output: z.strictObject({
    subject: z.string(),
    body: z.string(),
    name: z.string(),
    email: z.string(),
    wanted: z.boolean(),
  }),
  kinds: ['time-proposal'],
  tool: false,
  example: { id: s.example, inviteeId: s.exampleOther, reminder: false },
})

export const proposalCommands = [
  proposeTimes,
  chooseTime,
  withdrawProposal,
  remindInvitees,
  takeTime,
  castVote,
  recordTimesSent,
  endProposals,
]
export const proposalQueries = [listProposals, getProposal, countProposalsDue, timesLetter]
export const proposalEvents = [
  timesProposed,
  timeChosen,
  voteCast,
  proposalWithdrawn,
  proposalLapsed,
  inviteesReminded,
  proposalNotSent,
]
export const proposalJobs = [sendTimesJob, proposalsJob]
