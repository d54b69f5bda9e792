import { command, event, query } from '../../../kernel/declare.ts'
import { text, z } from '../../../kernel/schema.ts'
import * as r from './refusals.ts'
import { named, person, weeklyTime } from './shapes.ts'

const about = z.strictObject({ id: z.uuid(), name: z.string() })
export const workingHoursSet = event('scheduling.working-hours-set', about)
export const preferencesSet = event('scheduling.preferences-set', about)
export const travelSet = event(
  'scheduling.travel-set',
  z.strictObject({ site: z.string(), other: z.string(), minutes: z.int() }),
)

const zone = () => text(64)
const country = () =>
  z
    .string()
    .regex(/^[A-Z]{2}$/)
    .meta({ control: 'country' })
const whose = person().optional()

export const setWorkingHours = command({
  name: 'scheduling.set-working-hours',
  summary:
    'Says when somebody works (oneself, where nobody is named): hours of each weekday, zone, and whose holidays.',
  input: z.strictObject({
    principalId: whose,
    zone: zone(),
    country: country(),
    hours: z.array(weeklyTime).max(50),
  }),
  output: z.strictObject({}),
  emits: [workingHoursSet],
  refusals: [r.hoursOverlap, r.schedulingZoneUnknown, r.schedulingPersonUnknown],
  undoable: true,
  example: {
    zone: 'Europe/Stockholm',
    country: 'SE',
    hours: [
      { weekday: 1, from: '08:00', until: '12:00' },
      { weekday: 1, from: '13:00', until: '17:00' },
    ],
  },
})

export const setPreferences = command({
  name: 'scheduling.set-preferences',
  summary: 'Says how somebody likes to meet: when rather not, how much rest between, and what of theirs may be moved.',
  input: z.strictObject({
    principalId: whose,
    avoid: z.array(weeklyTime).max(50),
    restMinutes: z.int().min(0).max(120).meta({ control: 'duration' }),
    /** Categories of their own events that meetings may be put over. */
    movable: z.array(text(80)).max(20),
  }),
  output: z.strictObject({}),
  emits: [preferencesSet],
  refusals: [r.hoursOverlap, r.schedulingPersonUnknown],
  undoable: true,
  example: { avoid: [{ weekday: 5, from: '13:00', until: '17:00' }], restMinutes: 15, movable: ['Focus'] },
})

export const setTravel = command({
  name: 'scheduling.set-travel',
  summary: 'Says how many minutes it takes from one site to another, and back; none forgets it.',
  input: z.strictObject({
    site: text(200),
    other: text(200),
    minutes: z.int().min(0).max(1440).meta({ control: 'duration' }),
  }),
  output: z.strictObject({}),
  emits: [travelSet],
  refusals: [r.sitesAlike],
  undoable: true,
  example: { site: 'Kungsgatan 4', other: 'Lindholmen', minutes: 25 },
})

export const getHours = query({
  name: 'scheduling.get-hours',
  summary: "Somebody's working hours and how they like to meet; one's own, where nobody is named.",
  input: z.strictObject({ principalId: whose }),
  output: z.strictObject({
    person: named,
    zone: z.string(),
    country: z.string(),
    hours: z.array(weeklyTime),
    avoid: z.array(weeklyTime),
    restMinutes: z.int(),
    movable: z.array(z.string()),
    /** False while the hours of the office count. */
    ownHours: z.boolean(),
    mayChange: z.boolean(),
  }),
  kinds: ['principal'],
  example: {},
})

export const listTravel = query({
  name: 'scheduling.list-travel',
  summary: 'How long it takes between the sites of the office.',
  permission: 'scheduling.get-hours',
  input: z.strictObject({}),
  output: z.strictObject({
    sites: z.array(z.string()),
    rows: z.array(z.strictObject({ site: z.string(), other: z.string(), minutes: z.int() })),
    total: z.int(),
    next: z.string().nullable(),
  }),
  kinds: ['place'],
  example: {},
})

export const hoursCommands = [setWorkingHours, setPreferences, setTravel]
export const hoursQueries = [getHours, listTravel]
export const hoursEvents = [workingHoursSet, preferencesSet, travelSet]
