import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { named } from '../../../kernel/shapes.ts'
import { choice, count, expectedVersion, id, instant, money, text, z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'
import { instanceUnknown, calendarPersonUnknown, calendarReadOnly, eventOver } from './refusals.ts'
import { changed, exampleEvent, local } from './shapes.ts'

export const serviceUnknown = refusal('service-unknown', 404)

export const serviceKinds = ['catering', 'set-up'] as const
export const serviceStates = ['ordered', 'cancelled', 'fallen'] as const
const exampleService = '019aa000-0000-7000-8000-000000000065'

const told = { eventId: z.uuid(), title: z.string(), what: z.string(), ...workEnvelope }
export const serviceOrdered = event('calendar.service-ordered', z.strictObject(told))
export const serviceChanged = event('calendar.service-changed', z.strictObject(told))
export const serviceCancelled = event('calendar.service-cancelled', z.strictObject(told))
export const servicesFollowed = event(
  'calendar.services-followed',
  z.strictObject({ eventId: z.uuid(), title: z.string(), count: z.int(), ...workEnvelope }),
)

const wanted = {
  heads: z.int().min(1).max(10_000).optional(),
  /** On the event's own clock and day; left out: when it begins. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional()
    .meta({ control: 'text' }),
  /** What people do not eat, without names. */
  diets: text(500).nullable().optional(),
  cost: money({ folded: true }).nullable().optional(),
  costCentre: text(40, { folded: true }).nullable().optional(),
  /** Left out: who keeps the room. */
  responsibleId: id('principal', { control: 'person', folded: true }).nullable().optional(),
}
const one = { id: id('event', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['event'], subject: 'id' } as const
const saved = changed.extend({ serviceId: z.uuid() })

export const orderService = command({
  name: 'calendar.order-service',
  summary:
    'Orders catering or set-up with a booking: a task for whoever is responsible, which follows the event when it moves or is called off.',
  input: z.strictObject({
    ...one,
    recurrence: local({ hidden: true }).optional(),
    service: choice(serviceKinds).default('catering'),
    what: text(500),
    ...wanted,
  }),
  output: saved,
  emits: [serviceOrdered],
  refusals: [calendarReadOnly, calendarPersonUnknown, instanceUnknown, eventOver],
  ...about,
  undoable: true,
  example: { id: exampleEvent, what: 'Coffee and cinnamon buns', heads: 8, diets: '1 vegan, 1 without gluten' },
})

export const changeService = command({
  name: 'calendar.change-service',
  summary: 'Changes what was ordered with a booking; whoever is responsible is told by a task.',
  input: z.strictObject({
    ...one,
    serviceId: id(undefined, { hidden: true }),
    what: text(500).optional(),
    ...wanted,
    heads: z.int().min(1).max(10_000).nullable().optional(),
  }),
  output: saved,
  emits: [serviceChanged],
  refusals: [calendarReadOnly, calendarPersonUnknown, serviceUnknown],
  ...about,
  undoable: true,
  example: { id: exampleEvent, serviceId: exampleService, heads: 10 },
})

export const cancelService = command({
  name: 'calendar.cancel-service',
  summary: 'Calls off what was ordered with a booking; where it was arranged already, a task says so.',
  input: z.strictObject({ ...one, serviceId: id(undefined, { hidden: true }) }),
  output: saved,
  emits: [serviceCancelled],
  refusals: [calendarReadOnly, serviceUnknown],
  ...about,
  example: { id: exampleEvent, serviceId: exampleService },
})

export const followServices = command({
  name: 'calendar.follow-services',
  summary: 'Lets what was ordered with an event follow it to its new time and room, or falls with it.',
  input: z.strictObject({
    eventId: id('event'),
    /** Of a series that moved: by how many seconds its own times did. */
    shift: z.int().default(0),
    /** Later instances became this event. */
    splitInto: id('event').nullable().default(null),
    from: local().nullable().default(null),
  }),
  output: z.strictObject({ count: count() }),
  emits: [servicesFollowed],
  door: 'none',
  tool: false,
  example: { eventId: exampleEvent },
})

export const listServices = query({
  name: 'calendar.list-services',
  summary:
    'Catering and set-up ordered with bookings: of one event, or of days, with who sees to it and what it costs.',
  input: z.strictObject({
    eventId: id('event').optional(),
    from: instant().optional(),
    until: instant().optional(),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        eventId: z.uuid(),
        title: z.string(),
        version: z.int(),
        recurrence: z.string().nullable(),
        service: z.enum(serviceKinds),
        what: z.string(),
        heads: z.int().nullable(),
        diets: z.string().nullable(),
        at: instant(),
        place: named.nullable(),
        responsible: named.nullable(),
        cost: money().nullable(),
        costCentre: z.string().nullable(),
        state: z.enum(serviceStates),
        /** Whether whoever asks may change it. */
        changeable: z.boolean(),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['event'],
  example: { eventId: exampleEvent },
})

export const serviceCommands = [orderService, changeService, cancelService, followServices]
export const serviceEvents = [serviceOrdered, serviceChanged, serviceCancelled, servicesFollowed]
