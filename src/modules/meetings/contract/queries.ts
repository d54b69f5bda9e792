import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import {
  agendaItem,
  attendeeLine,
  boxes,
  can,
  example,
  head,
  lineKinds,
  list,
  meetingStates,
  minutesLine,
  named,
  openAction,
  paperSorts,
  rotations,
} from './shapes.ts'

export const meetingLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(meetingStates),
  startsAt: instant(),
  endsAt: instant(),
  place: z.string().nullable(),
  chair: named.nullable(),
  secretary: named.nullable(),
  items: count(),
  attendees: count(),
  agendaSentAt: instant().nullable(),
  openActions: count(),
})

export const listMeetings = query({
  name: 'meetings.list-meetings',
  summary: 'Meetings: those that come, those whose minutes are to be finished, those that were.',
  input: z.strictObject({ text: text(200).optional(), box: choice(boxes).default('all'), ...slice }),
  output: list(meetingLine),
  kinds: ['meeting', 'task'],
  example: {},
})

export const getMeeting = query({
  name: 'meetings.get-meeting',
  summary: 'One meeting: agenda with papers, who takes part, minutes, decisions, what is still open from before.',
  permission: 'meetings.list-meetings',
  input: z.strictObject({ id: id('meeting') }),
  output: z.strictObject({
    record: head(meetingStates),
    ...meetingLine.omit({ id: true, version: true, title: true, state: true, items: true, attendees: true }).shape,
    eventId: z.uuid().nullable(),
    agendaDays: z.int().nullable(),
    pointsDays: z.int().nullable(),
    /** What runs around each meeting of the row, and as what it runs around this one. */
    procedure: named.nullable(),
    run: named.nullable(),
    rotates: choice(rotations),
    turns: z.array(named),
    previous: named.nullable(),
    next: named.nullable(),
    agenda: z.array(agendaItem),
    people: z.array(attendeeLine),
    lines: z.array(minutesLine),
    approvers: z.array(z.strictObject({ person: named, approvedAt: instant().nullable() })),
    corrections: z.array(z.strictObject({ id: z.uuid(), text: z.string(), by: named.nullable(), at: instant() })),
    actions: z.array(openAction),
    sentBackBecause: z.string().nullable(),
    paperKept: flag(),
    document: named.nullable(),
    can,
  }),
  kinds: ['meeting', 'task'],
  example: { id: example },
})

export const listDecisions = query({
  name: 'meetings.list-decisions',
  summary: 'Decisions of meetings, the newest first; found by their words.',
  input: z.strictObject({ text: text(200).optional(), meetingId: id('meeting').optional(), ...slice }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      number: z.string(),
      title: z.string(),
      text: z.string(),
      decidedOn: day(),
      meeting: named.nullable(),
    }),
  ),
  kinds: ['meeting-decision'],
  example: {},
})

export const listActions = query({
  name: 'meetings.list-actions',
  summary: 'What meetings agreed on and is not done, what is due first.',
  permission: 'meetings.list-meetings',
  input: z.strictObject({ ...slice }),
  output: list(openAction),
  kinds: ['meeting', 'task'],
  example: {},
})

/** What is drawn and mailed. */
export const getPaper = query({
  name: 'meetings.get-paper',
  summary: 'The agenda or the minutes as they are drawn, and whom they go to.',
  permission: 'meetings.list-meetings',
  input: z.strictObject({ id: id('meeting'), what: choice(paperSorts) }),
  output: z.strictObject({
    what: choice(paperSorts),
    office: z.string(),
    language: z.string(),
    zone: z.string(),
    title: z.string(),
    class: z.int(),
    state: choice(meetingStates),
    startsAt: instant(),
    endsAt: instant(),
    place: z.string().nullable(),
    chair: z.string().nullable(),
    secretary: z.string().nullable(),
    people: z.array(z.strictObject({ name: z.string(), presence: z.enum(['present', 'absent', 'unknown']) })),
    items: z.array(
      z.strictObject({
        id: z.uuid().nullable(),
        title: z.string(),
        kind: z.enum(['information', 'discussion', 'decision']).nullable(),
        owner: z.string().nullable(),
        minutes: z.int().nullable(),
        note: z.string(),
        papers: z.array(z.string()),
        lines: z.array(
          z.strictObject({
            kind: choice(lineKinds),
            text: z.string(),
            who: z.string().nullable(),
            dueOn: day().nullable(),
            number: z.string().nullable(),
          }),
        ),
      }),
    ),
    approvals: z.array(z.strictObject({ name: z.string(), approvedAt: instant().nullable() })),
    corrections: z.array(z.string()),
    fileId: z.uuid().nullable(),
    digest: z.string().nullable(),
    recipients: z.array(z.strictObject({ name: z.string(), email: z.string(), language: z.string() })),
    /** Papers that go with the agenda: none above internal. */
    enclosed: z.array(
      z.strictObject({ name: z.string(), mediaType: z.string(), digest: z.string(), bytes: z.number() }),
    ),
  }),
  tool: false,
  kinds: ['meeting'],
  example: { id: example, what: 'agenda' },
})

export const dueNow = query({
  name: 'meetings.due-now',
  summary: 'Meetings whose agenda is to go out, whose points are to be asked for, or whose minutes are awaited.',
  permission: 'meetings.list-meetings',
  input: z.strictObject({}),
  output: z.strictObject({
    agendas: z.array(z.uuid()),
    /** Those whose colleagues are to be asked for points. */
    points: z.array(z.uuid()),
    minutes: z.array(z.uuid()),
    /** The last meetings of series whose next instance is near. */
    next: z.array(z.uuid()),
  }),
  tool: false,
  kinds: ['meeting'],
  example: {},
})

export const meetingQueries = [listMeetings, getMeeting, listDecisions, listActions, getPaper, dueNow]
