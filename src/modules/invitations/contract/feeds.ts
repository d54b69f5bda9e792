/** Calendars from elsewhere: subscribed by their address, or brought in once as a file. */
import { command, event, job, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, count, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import { colours } from '../../calendar/contract.ts'
import { can, changed, example } from './shapes.ts'

export const feedAddressWrong = refusal('feed-address-wrong', 422)
export const feedUnknown = refusal('feed-unknown', 404)
/** Data: `line`, `why`. */
export const calendarFileUnreadable = refusal('calendar-file-unreadable', 422)
export const calendarFileEmpty = refusal('calendar-file-empty', 422)
/** Data: `because`: the refusal of the calendar. */
export const calendarNotWritten = refusal('calendar-not-written', 409)

const about = { id: z.uuid(), title: z.string() }
export const feedSubscribed = event('invitations.feed-subscribed', z.strictObject(about))
export const feedTaken = event('invitations.feed-taken', z.strictObject({ ...about, count: count() }))
export const eventsImported = event('invitations.events-imported', z.strictObject({ ...about, count: count() }))

export const fetchJob = job('invitations.fetch-feed', z.strictObject({ calendarId: id('calendar') }), 'system')
/** Each hour, in each organisation. */
export const feedsJob = job('invitations.feeds', z.strictObject({}), 'system')

export const subscribeFeed = command({
  name: 'invitations.subscribe-feed',
  summary: 'Shows a calendar that somebody outside publishes, kept up to date from its address.',
  input: z.strictObject({ title: text(200), url: text(2000), colour: choice(colours).optional() }),
  output: changed,
  emits: [feedSubscribed],
  refusals: [feedAddressWrong, calendarNotWritten],
  jobs: [fetchJob],
  kinds: ['calendar'],
  // an address outside is a person's to give
  tool: false,
  undoable: true,
  example: { title: 'School holidays', url: 'https://schools.example/holidays.ics' },
})

export const refreshFeed = command({
  name: 'invitations.refresh-feed',
  summary: 'Fetches a subscribed calendar now.',
  permission: 'invitations.subscribe-feed',
  input: z.strictObject({ id: id('calendar', { hidden: true }) }),
  output: z.strictObject({}),
  refusals: [feedUnknown],
  jobs: [fetchJob],
  kinds: ['calendar'],
  subject: 'id',
  example: { id: example },
})

export const askFeeds = command({
  name: 'invitations.ask-feeds',
  summary: 'Has every subscribed calendar fetched that was not for a while.',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  jobs: [fetchJob],
  door: 'none',
  tool: false,
  example: {},
})

const file = z.strictObject({ href: text(255), digest: z.string().regex(/^[0-9a-f]{64}$/), ics: longText(2_000_000) })

export const takeFeed = command({
  name: 'invitations.take-feed',
  summary: 'Puts what is new of a fetched calendar into the one here, and takes away what is no more.',
  input: z.strictObject({
    id: id('calendar', { hidden: true }),
    files: z.array(file).max(200),
    gone: z.array(text(255)).max(1000),
  }),
  output: z.strictObject({ put: count(), refused: count() }),
  emits: [feedTaken],
  refusals: [feedUnknown],
  kinds: ['calendar'],
  subject: 'id',
  door: 'none',
  tool: false,
  example: { id: example, files: [], gone: [] },
})

export const noteFeed = command({
  name: 'invitations.note-feed',
  summary: 'Notes how the fetching of a calendar went.',
  input: z.strictObject({
    id: id('calendar', { hidden: true }),
    problem: text(300).nullable(),
    etag: z.string().max(500).nullable().optional(),
    modified: z.string().max(100).nullable().optional(),
  }),
  output: z.strictObject({}),
  refusals: [feedUnknown],
  kinds: ['calendar'],
  subject: 'id',
  door: 'none',
  tool: false,
  example: { id: example, problem: null },
})

export const mostImported = 5000
const calendarFile = () => longText(5_000_000, { hidden: true })

export const importEvents = command({
  name: 'invitations.import-events',
  summary: 'Brings the events of a calendar file into a calendar, once; nobody is told, nobody is invited.',
  input: z.strictObject({ calendarId: id('calendar'), calendar: calendarFile() }),
  output: z.strictObject({
    imported: count(),
    refused: z.array(z.strictObject({ title: z.string(), line: z.int(), because: z.string() })),
  }),
  emits: [eventsImported],
  refusals: [calendarFileUnreadable, calendarFileEmpty, calendarNotWritten],
  kinds: ['calendar'],
  tool: false,
  example: {
    calendarId: example,
    calendar:
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//EN\r\nBEGIN:VEVENT\r\nUID:winter@schools.example\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:21260222\r\nDTEND;VALUE=DATE:21260301\r\nSUMMARY:Winter holidays\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  },
})

export const previewFile = query({
  name: 'invitations.preview-file',
  summary: 'What is in a calendar file before it is brought in.',
  permission: 'invitations.import-events',
  input: z.strictObject({ calendar: longText(5_000_000) }),
  output: z.strictObject({
    total: count(),
    rows: z.array(
      z.strictObject({ title: z.string(), start: z.string().nullable(), allDay: z.boolean(), line: z.int() }),
    ),
    problem: z.strictObject({ why: z.string(), line: z.int() }).nullable(),
  }),
  tool: false,
  example: { calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
})

export const listFeeds = query({
  name: 'invitations.list-feeds',
  summary: 'Calendars subscribed from elsewhere, when each was fetched, and what went wrong.',
  permission: 'invitations.subscribe-feed',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        title: z.string(),
        url: z.string(),
        askedAt: instant().nullable(),
        takenAt: instant().nullable(),
        problem: z.string().nullable(),
        events: count(),
        refused: count(),
        can,
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['calendar'],
  example: {},
})

/** Of the fetching job. */
export const feedToFetch = query({
  name: 'invitations.feed-to-fetch',
  summary: 'The address of a subscribed calendar, and what of it lies here.',
  permission: 'invitations.ask-feeds',
  input: z.strictObject({ id: id('calendar') }),
  output: z.strictObject({
    url: z.string().nullable(),
    etag: z.string().nullable(),
    modified: z.string().nullable(),
    known: z.array(z.strictObject({ href: z.string(), digest: z.string() })),
  }),
  tool: false,
  example: { id: example },
})

export const feedCommands = [subscribeFeed, refreshFeed, askFeeds, takeFeed, noteFeed, importEvents]
export const feedQueries = [previewFile, listFeeds, feedToFetch]
export const feedEvents = [feedSubscribed, feedTaken, eventsImported]
