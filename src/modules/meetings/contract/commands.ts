import { command, job } from '../../../kernel/declare.ts'
import {
  choice,
  confidentiality,
  day,
  expectedVersion,
  flag,
  id,
  instant,
  longText,
  text,
  z,
} from '../../../kernel/schema.ts'
import * as e from './events.ts'
import { createSeries } from './series.ts'
import * as r from './refusals.ts'
import {
  attendeeRoles,
  changed,
  example,
  exampleOther,
  itemFacts,
  meetingFacts,
  minutesLine,
  paperSorts,
  presences,
} from './shapes.ts'

const one = { id: id('meeting', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['meeting'], subject: 'id' } as const
const step = { ...about, undoable: true } as const

/** Mails the agenda or the minutes to those who take part. */
export const sendPapersJob = job(
  'meetings.send-papers',
  z.strictObject({ id: id('meeting'), what: choice(paperSorts) }),
  'system',
)
/** Draws the approved minutes, once, byte for byte. */
export const keepMinutesJob = job('meetings.keep-minutes-paper', z.strictObject({ id: id('meeting') }), 'system')
export const fileMinutesJob = job('meetings.file-minutes-paper', z.strictObject({ id: id('meeting') }), 'system')
export const dueJob = job('meetings.due', z.strictObject({}), 'system')

export const createMeeting = command({
  name: 'meetings.create-meeting',
  summary:
    'Prepares a meeting: its time and place, who leads it and writes, who takes part. Of an event of the calendar, or by itself.',
  input: z.strictObject({
    title: text(200),
    startsAt: instant(),
    endsAt: instant(),
    ...meetingFacts,
    attendeeIds: z
      .array(id('principal', { control: 'person' }))
      .max(100)
      .optional(),
    /** The event of the calendar it is of, and which instance of it: the time that one was planned for. */
    eventId: id('event', { hidden: true }).optional(),
    recurrence: z.string().max(40).optional().meta({ hidden: true }),
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.meetingCreated],
  refusals: [r.meetingReversed, r.meetingPersonUnknown, r.eventHasMeeting, r.procedureNotBegun],
  kinds: ['meeting'],
  undoable: true,
  example: { title: 'Department meeting', startsAt: '2126-12-01T08:00:00Z', endsAt: '2126-12-01T09:00:00Z' },
})

export const prepareEvent = command({
  name: 'meetings.prepare-event',
  summary:
    'Prepares the meeting of an event of the calendar, with its time, place and guests; of a series, of one instance. Where it is there, gives it.',
  permission: 'meetings.create-meeting',
  input: z.strictObject({
    eventId: id('event', { hidden: true }),
    /** The time the instance was planned for; the next one where nothing is said. */
    recurrence: z.string().max(40).optional().meta({ hidden: true }),
  }),
  output: changed,
  emits: [e.meetingCreated],
  refusals: [r.eventHasMeeting, r.timeUnknown],
  kinds: ['event', 'meeting'],
  subject: 'eventId',
  undoable: true,
  example: { eventId: exampleOther },
})

export const changeMeeting = command({
  name: 'meetings.change-meeting',
  summary: 'Changes what is given of a meeting: when, where, who leads it, writes and approves, whose turn it is next.',
  input: z.strictObject({
    ...one,
    title: text(200).optional(),
    startsAt: instant().optional(),
    endsAt: instant().optional(),
    ...meetingFacts,
  }),
  output: changed,
  emits: [e.meetingChanged],
  refusals: [r.meetingStateWrong, r.meetingReversed, r.meetingPersonUnknown],
  ...step,
  example: { id: example, place: 'Room Vinga' },
})

export const cancelMeeting = command({
  name: 'meetings.cancel-meeting',
  summary: 'Cancels a meeting whose minutes are not finished; what was asked for it is taken back.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.meetingCancelled],
  refusals: [r.meetingStateWrong],
  ...step,
  example: { id: example },
})

export const restoreMeeting = command({
  name: 'meetings.restore-meeting',
  summary: 'Takes up a meeting that was cancelled.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.meetingRestored],
  refusals: [r.meetingStateWrong],
  ...step,
  example: { id: example },
})

export const createNext = command({
  name: 'meetings.create-next',
  summary: 'Prepares the next meeting of the row: standing items and what was not finished come over, turns go on.',
  input: z.strictObject({
    ...one,
    /** Of a series of the calendar it is known: its next instance. */
    startsAt: instant().optional(),
    endsAt: instant({ folded: true }).optional(),
  }),
  output: changed.extend({ carried: z.int() }),
  emits: [e.meetingCreated],
  refusals: [r.meetingStateWrong, r.meetingReversed, r.nextThere, r.timeUnknown, r.eventHasMeeting],
  ...step,
  example: { id: example, startsAt: '2126-12-08T08:00:00Z' },
})

export const addAttendee = command({
  name: 'meetings.add-attendee',
  summary: 'Adds somebody who takes part: a colleague, somebody of the directory, or a name with an address.',
  input: z.strictObject({
    ...one,
    personId: id('principal', { control: 'person' }).nullable().optional(),
    name: text(120).optional(),
    email: z.email().max(254).optional(),
    role: choice(attendeeRoles, { folded: true }).optional(),
  }),
  output: changed.extend({ attendeeId: z.uuid() }),
  emits: [e.attendeesChanged],
  refusals: [r.meetingStateWrong, r.meetingPersonUnknown, r.attendeeThere, r.attendeeNameless],
  ...step,
  example: { id: example, name: 'Eva Lindholm', email: 'eva@lindholms.example' },
})

const theAttendee = { ...one, attendeeId: id(undefined, { hidden: true }) }
export const removeAttendee = command({
  name: 'meetings.remove-attendee',
  summary: 'Takes somebody off the list of those who take part.',
  input: z.strictObject(theAttendee),
  output: changed,
  emits: [e.attendeesChanged],
  refusals: [r.meetingStateWrong, r.attendeeUnknown],
  ...about,
  example: { id: example, attendeeId: exampleOther },
})

export const setPresence = command({
  name: 'meetings.set-presence',
  summary: 'Notes who was there.',
  input: z.strictObject({ ...theAttendee, presence: choice(presences) }),
  output: changed,
  emits: [e.attendeesChanged],
  refusals: [r.meetingStateWrong, r.attendeeUnknown],
  ...step,
  example: { id: example, attendeeId: exampleOther, presence: 'present' },
})

export const addItem = command({
  name: 'meetings.add-item',
  summary:
    'Puts an item on the agenda, at the end or where it is said, with who brings it, how long it takes and its papers.',
  input: z.strictObject({
    ...one,
    title: text(200),
    ...itemFacts,
    kind: itemFacts.kind.default('discussion'),
    /** Of one that was taken off and is put back: what was written under it is its own again. */
    itemId: z.uuid().optional().meta({ hidden: true }),
    finished: flag({ hidden: true }).optional(),
    position: z.int().min(1).max(500).optional().meta({ hidden: true }),
  }),
  output: changed.extend({ itemId: z.uuid() }),
  emits: [e.agendaChanged],
  refusals: [r.meetingStateWrong, r.meetingPersonUnknown],
  ...step,
  example: { id: example, title: 'Budget for 2127', kind: 'decision', minutes: 20 },
})

const theItem = { ...one, itemId: id(undefined, { hidden: true }) }
export const changeItem = command({
  name: 'meetings.change-item',
  summary: 'Changes an item of the agenda, or moves it.',
  input: z.strictObject({
    ...theItem,
    title: text(200).optional(),
    ...itemFacts,
    kind: itemFacts.kind.optional(),
    position: z.int().min(1).max(500).optional().meta({ folded: true }),
    finished: flag({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.agendaChanged],
  refusals: [r.meetingStateWrong, r.itemUnknown, r.meetingPersonUnknown],
  ...step,
  example: { id: example, itemId: exampleOther, minutes: 30 },
})

export const removeItem = command({
  name: 'meetings.remove-item',
  summary: 'Takes an item off the agenda; what was written under it stays in the minutes.',
  input: z.strictObject(theItem),
  output: changed,
  emits: [e.agendaChanged],
  refusals: [r.meetingStateWrong, r.itemUnknown],
  ...step,
  example: { id: example, itemId: exampleOther },
})

export const askPoints = command({
  name: 'meetings.ask-points',
  summary: 'Asks the colleagues who take part for their points, by a day: each gets a task.',
  /** Without a day: until the agenda goes out. */
  input: z.strictObject({ ...one, byOn: day().optional() }),
  output: changed.extend({ asked: z.int() }),
  emits: [e.pointsAsked],
  refusals: [r.meetingStateWrong],
  ...about,
  example: { id: example, byOn: '2126-11-27' },
})

export const sendAgenda = command({
  name: 'meetings.send-agenda',
  summary: 'Sends the agenda with its papers to everybody who takes part.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.agendaSent],
  refusals: [r.meetingStateWrong, r.agendaEmpty],
  jobs: [sendPapersJob],
  ...about,
  example: { id: example },
})

/** Whoever writes names the lines: the same line sent twice is one, and two who write do not lose each other's. */
export const writeLines = command({
  name: 'meetings.write-lines',
  summary: 'Keeps lines of the minutes as they are typed: "d …" is a decision, "a karin fri: …" somebody’s to do.',
  input: z.strictObject({
    id: id('meeting', { hidden: true }),
    lines: z
      .array(
        z.strictObject({
          lineId: z.uuid(),
          itemId: z.uuid().nullable().optional(),
          position: z.int().min(0).max(1_000_000),
          typed: longText(2000),
        }),
      )
      .max(500),
    removed: z
      .array(z.strictObject({ lineId: z.uuid() }))
      .max(500)
      .optional(),
  }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), lines: z.array(minutesLine) }),
  emits: [e.minutesWritten],
  refusals: [r.meetingStateWrong, r.itemUnknown],
  ...about,
  example: {
    id: example,
    lines: [{ lineId: exampleOther, position: 1, typed: 'a karin fri: send the drawings' }],
  },
})

export const finishMinutes = command({
  name: 'meetings.finish-minutes',
  summary: 'Finishes the minutes: what was agreed becomes tasks, and they go to whoever approves them.',
  input: z.strictObject(one),
  output: changed.extend({ actions: z.int() }),
  emits: [e.minutesFinished, e.minutesLocked],
  refusals: [r.meetingStateWrong, r.minutesEmpty],
  jobs: [keepMinutesJob],
  ...about,
  example: { id: example },
})

export const approveMinutes = command({
  name: 'meetings.approve-minutes',
  summary:
    'Approves the minutes, as one of those who do; with the last of them they are locked and decisions get their numbers.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.minutesApproved, e.minutesLocked],
  refusals: [r.meetingStateWrong, r.notApprover],
  jobs: [keepMinutesJob],
  ...about,
  example: { id: example },
})

export const sendBackMinutes = command({
  name: 'meetings.send-back-minutes',
  summary: 'Gives the minutes back to whoever wrote them, with what is to be changed.',
  input: z.strictObject({ ...one, because: longText(2000).min(1) }),
  output: changed,
  emits: [e.minutesSentBack],
  refusals: [r.meetingStateWrong],
  ...about,
  example: { id: example, because: 'The second decision was postponed.' },
})

export const addCorrection = command({
  name: 'meetings.add-correction',
  summary: 'Adds a note to minutes that are approved: they themselves are never changed.',
  input: z.strictObject({ ...one, text: longText(4000).min(1) }),
  output: changed,
  emits: [e.correctionAdded],
  refusals: [r.meetingStateWrong],
  ...about,
  example: { id: example, text: 'Karin was there from item 3 on.' },
})

export const sendMinutes = command({
  name: 'meetings.send-minutes',
  summary: 'Sends the approved minutes to everybody who was asked to take part.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.minutesSent],
  refusals: [r.meetingStateWrong],
  jobs: [sendPapersJob],
  ...about,
  example: { id: example },
})

export const fileMinutes = command({
  name: 'meetings.file-minutes',
  summary: 'Takes the approved minutes in among the documents, to be filed.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.filingAsked],
  refusals: [r.meetingStateWrong],
  jobs: [fileMinutesJob],
  ...about,
  example: { id: example },
})

/** What happens to an event happens to its meeting, as long as nothing of it is finished. */
export const followEvent = command({
  name: 'meetings.follow-event',
  summary: 'Moves or cancels the meetings of an event that the calendar has moved or cancelled.',
  input: z.strictObject({ eventId: id('event') }),
  output: z.strictObject({ moved: z.int(), cancelled: z.int() }),
  emits: [e.meetingChanged, e.meetingCancelled],
  door: 'none',
  tool: false,
  example: { eventId: exampleOther },
})

const inner = { door: 'none', tool: false, subject: 'id' } as const
export const notePapers = command({
  name: 'meetings.note-papers',
  summary: 'Keeps how many mails of an agenda or of minutes went out.',
  input: z.strictObject({ id: id('meeting'), what: choice(paperSorts), sent: z.int().min(0), failed: z.int().min(0) }),
  output: z.strictObject({}),
  emits: [e.papersSent],
  ...inner,
  example: { id: example, what: 'agenda', sent: 4, failed: 0 },
})

export const keepMinutes = command({
  name: 'meetings.keep-minutes',
  summary: 'Keeps the drawn paper of approved minutes; a second one is not taken.',
  input: z.strictObject({ id: id('meeting'), fileId: id('file') }),
  output: z.strictObject({ kept: flag() }),
  emits: [e.minutesKept],
  jobs: [sendPapersJob],
  ...inner,
  example: { id: example, fileId: exampleOther },
})

export const noteFiled = command({
  name: 'meetings.note-filed',
  summary: 'Keeps which document the minutes were taken in as.',
  input: z.strictObject({ id: id('meeting'), documentId: id('document') }),
  output: z.strictObject({}),
  emits: [e.minutesFiled],
  ...inner,
  example: { id: example, documentId: exampleOther },
})

export const raiseDue = command({
  name: 'meetings.raise-due',
  summary:
    'Asks for points, sends agendas whose day has come and prepares the next meetings of series, in the name of who is in charge.',
  input: z.strictObject({
    agendas: z.array(z.strictObject({ id: id('meeting') })).max(200),
    next: z.array(z.strictObject({ id: id('meeting') })).max(200),
    points: z
      .array(z.strictObject({ id: id('meeting') }))
      .max(200)
      .optional(),
  }),
  output: z.strictObject({ done: z.int() }),
  door: 'none',
  tool: false,
  example: { agendas: [{ id: example }], next: [] },
})

export const awaitMinutes = command({
  name: 'meetings.await-minutes',
  summary: 'Makes the task to finish the minutes of a meeting that is over.',
  input: z.strictObject({ id: id('meeting') }),
  output: z.strictObject({}),
  emits: [e.minutesAwaited],
  refusals: [r.meetingStateWrong],
  ...inner,
  example: { id: example },
})

export const meetingCommands = [
  createMeeting,
  createSeries,
  prepareEvent,
  changeMeeting,
  cancelMeeting,
  restoreMeeting,
  createNext,
  addAttendee,
  removeAttendee,
  setPresence,
  addItem,
  changeItem,
  removeItem,
  askPoints,
  sendAgenda,
  writeLines,
  finishMinutes,
  approveMinutes,
  sendBackMinutes,
  addCorrection,
  sendMinutes,
  fileMinutes,
  followEvent,
  notePapers,
  keepMinutes,
  noteFiled,
  awaitMinutes,
  raiseDue,
]
export const meetingJobs = [sendPapersJob, keepMinutesJob, fileMinutesJob, dueJob]
