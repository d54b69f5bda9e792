/** What other modules, surfaces and pages may know of programs that speak CalDAV and CardDAV, and of links to calendars. */
import { command, contract, event, query } from '../../kernel/declare.ts'
import { choice, count, id, instant, text, z } from '../../kernel/schema.ts'
import { named } from '../../kernel/shapes.ts'
import { refusal } from '../../kernel/refusal.ts'

const example = '019aa000-0000-7000-8000-000000000081'
const exampleCalendar = '019aa000-0000-7000-8000-000000000061'

export const caldavRefusals = {
  calendarUnknown: refusal('feed-calendar-unknown', 404),
  feedUnknown: refusal('feed-unknown', 404),
  slugTaken: refusal('calendar-name-taken', 409),
  cardUnknown: refusal('card-unknown', 404),
} as const

const feedNamed = z.strictObject({ feedId: z.uuid(), name: z.string(), calendarId: z.uuid().nullable() })
export const feedMade = event('caldav.feed-made', feedNamed)
export const feedRevoked = event('caldav.feed-revoked', feedNamed)
export const keptChanged = event('caldav.properties-kept', z.strictObject({ target: z.string() }))
export const calendarNamed = event('caldav.calendar-named', z.strictObject({ calendarId: z.uuid() }))
export const cardKept = event('caldav.card-kept', z.strictObject({ partyId: z.uuid() }))

/** All of it, or only when one is busy. */
export const feedScopes = ['full', 'busy'] as const
/** Days that a calendar marks, as far as whoever gives the link has chosen them. */
export const feedDays = ['holidays', 'schools', 'birthdays'] as const

const feeds = { permission: 'caldav.give-feeds' } as const
/** What a program keeps, under the right to use one. */
const programs = { permission: 'caldav.use-programs', tool: false, door: 'all' } as const

export const createFeed = command({
  name: 'caldav.create-feed',
  summary: 'Makes a secret link to a calendar for programs that only read it: everything, or only when one is busy.',
  ...feeds,
  input: z.strictObject({
    calendarId: id('calendar'),
    name: text(100),
    scope: choice(feedScopes).default('full'),
  }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [feedMade],
  refusals: [caldavRefusals.calendarUnknown],
  kinds: ['calendar'],
  undoable: true,
  example: { calendarId: exampleCalendar, name: 'Wall screen in the hall', scope: 'busy' },
})

export const createDayFeed = command({
  name: 'caldav.create-day-feed',
  summary:
    'Makes a secret link to days that one’s calendar marks, for programs that only read them: public holidays, school holidays, birthdays.',
  ...feeds,
  input: z.strictObject({ days: choice(feedDays).default('holidays'), name: text(100) }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [feedMade],
  refusals: [],
  undoable: true,
  example: { days: 'holidays', name: 'Wall screen in the hall' },
})

export const revokeFeed = command({
  name: 'caldav.revoke-feed',
  summary: 'Ends a link to a calendar: whoever has it sees nothing any more.',
  ...feeds,
  input: z.strictObject({ id: id(undefined, { hidden: true }) }),
  output: z.strictObject({}),
  emits: [feedRevoked],
  refusals: [caldavRefusals.feedUnknown],
  kinds: ['calendar'],
  example: { id: example },
})

const feedLine = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  scope: z.enum(feedScopes),
  /** Null for days that are marked. */
  calendar: named.nullable(),
  days: z.enum(feedDays).nullable(),
  madeAt: instant(),
  revokedAt: instant().nullable(),
  /** From the address of Kontor on; null where it was revoked. */
  path: z.string().nullable(),
})

export const listFeeds = query({
  name: 'caldav.list-feeds',
  summary: 'The links to calendars that one has given, with their addresses.',
  ...feeds,
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.array(feedLine), total: count(), next: z.string().nullable() }),
  kinds: ['calendar'],
  tool: false,
  example: {},
})

export const getConnection = query({
  name: 'caldav.get-connection',
  summary: 'What a program has to be told to reach one’s calendars and address book.',
  permission: 'caldav.use-programs',
  input: z.strictObject({}),
  output: z.strictObject({
    email: z.string(),
    /** From the address of Kontor on. */
    calendarPath: z.string(),
    bookPath: z.string().nullable(),
    calendars: z.array(z.strictObject({ id: z.uuid(), title: z.string(), path: z.string(), writable: z.boolean() })),
  }),
  kinds: ['calendar'],
  tool: false,
  example: {},
})

const hidden = { hidden: true } as const
const target = z.union([z.enum(['home', 'book']), z.string().regex(/^days-[A-Za-z0-9-]{1,50}$/), z.uuid()]).meta(hidden)
const propertyName = z.string().min(3).max(300)

export const keepProperties = command({
  name: 'caldav.keep-properties',
  summary: 'Keeps what a program sets on a calendar for one person: a colour, a name, whatever else.',
  ...programs,
  input: z.strictObject({
    target,
    set: z
      .array(z.strictObject({ name: propertyName, value: z.string().max(10_000) }))
      .max(50)
      .meta(hidden),
    remove: z.array(propertyName).max(50).default([]).meta(hidden),
  }),
  output: z.strictObject({}),
  emits: [keptChanged],
  refusals: [caldavRefusals.calendarUnknown],
  example: { target: 'home', set: [{ name: 'A:calendar-order', value: '2' }] },
})

export const nameCalendar = command({
  name: 'caldav.name-calendar',
  summary: 'Notes the name by which a program calls the calendar it has just made.',
  ...programs,
  input: z.strictObject({ calendarId: id('calendar', { hidden: true }), slug: text(200, hidden) }),
  output: z.strictObject({}),
  emits: [calendarNamed],
  refusals: [caldavRefusals.calendarUnknown, caldavRefusals.slugTaken],
  example: { calendarId: exampleCalendar, slug: 'choir' },
})

export const keepCard = command({
  name: 'caldav.keep-card',
  summary: 'Keeps what a card of a program says that the directory has no place for, and the name the program gave it.',
  ...programs,
  input: z.strictObject({
    partyId: id(undefined, { hidden: true }),
    href: text(255, hidden),
    uid: text(400, hidden),
    extra: z.string().max(200_000).meta(hidden),
  }),
  output: z.strictObject({}),
  emits: [cardKept],
  refusals: [caldavRefusals.cardUnknown],
  example: { partyId: example, href: 'karin.vcf', uid: 'karin@example.test', extra: 'X-SKYPE:karin' },
})

export const caldavContract = contract({
  name: 'caldav',
  depends: ['authority', 'directory', 'documents', 'calendar'],
  commands: [createFeed, createDayFeed, revokeFeed, keepProperties, nameCalendar, keepCard],
  queries: [listFeeds, getConnection],
  events: [feedMade, feedRevoked, keptChanged, calendarNamed, cardKept],
})
