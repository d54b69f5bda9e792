import { command, event, job, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { count, day, expectedVersion, flag, id, slice, text, z } from '../../../kernel/schema.ts'
import { named } from './shapes.ts'
import { ownerUnknown } from './refusals.ts'
import { changed } from './task-commands.ts'
import { list } from '../../../kernel/shapes.ts'

const exampleAbsence = '019aa000-0000-7000-8000-000000000021'
const examplePerson = '019aa000-0000-7000-8000-000000000002'

export const awayReversed = refusal('away-reversed', 422)
export const awayPast = refusal('away-past', 422)
export const awayTwice = refusal('away-twice', 409)
export const deputyIsSelf = refusal('deputy-is-self', 422)
export const deputyAway = refusal('deputy-away', 409)
export const awayEnded = refusal('away-ended', 409)

const absence = { id: z.uuid(), personId: z.uuid(), title: z.string(), fromOn: day(), untilOn: day() }
export const awaySet = event('work.away-set', z.strictObject(absence))
export const awayChanged = event('work.away-changed', z.strictObject(absence))
export const awayEndedEvent = event('work.away-ended', z.strictObject(absence))
const moved = { ids: z.array(z.uuid()), count: z.int() }
export const tasksCovered = event(
  'work.tasks-covered',
  z.strictObject({ ...moved, owner: z.string(), for: z.string() }),
)
export const tasksReturned = event('work.tasks-returned', z.strictObject({ ...moved, owner: z.string() }))

const period = {
  fromOn: day(),
  /** The last day away. */
  untilOn: day(),
  deputyId: id('principal', { control: 'person' }).nullable().optional(),
  note: text(300, { folded: true }).optional(),
}
const about = { kinds: ['absence'], subject: 'id', undoable: true } as const
const refusals = [awayReversed, awayTwice, deputyIsSelf, deputyAway, ownerUnknown]
const emits = [tasksCovered, tasksReturned]

export const setAway = command({
  name: 'work.set-away',
  summary:
    'Notes that somebody is away from one day to another; tasks due then go to the deputy and come back afterwards. Without a deputy the standing one is taken.',
  input: z.strictObject({ personId: id('principal', { control: 'person' }).optional(), ...period }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), deputyId: z.uuid().nullable(), covered: count() }),
  emits: [awaySet, ...emits],
  refusals: [...refusals, awayPast],
  kinds: ['absence'],
  undoable: true,
  example: { personId: examplePerson, fromOn: '2126-12-21', untilOn: '2127-01-05' },
})

export const changeAway = command({
  name: 'work.change-away',
  summary: 'Changes the days or the deputy of an absence; one that was ended holds again.',
  input: z.strictObject({
    id: id('absence', { hidden: true }),
    expectedVersion: expectedVersion(),
    fromOn: period.fromOn.optional(),
    untilOn: period.untilOn.optional(),
    deputyId: period.deputyId,
    note: period.note,
  }),
  output: changed,
  emits: [awayChanged, ...emits],
  refusals,
  ...about,
  example: { id: exampleAbsence, untilOn: '2127-01-08' },
})

export const endAway = command({
  name: 'work.end-away',
  summary: 'The person is back, or does not go: what was covered and is still open comes back at once.',
  input: z.strictObject({ id: id('absence', { hidden: true }), expectedVersion: expectedVersion() }),
  output: changed,
  emits: [awayEndedEvent, ...emits],
  refusals: [awayEnded],
  ...about,
  example: { id: exampleAbsence },
})

export const coverTasks = command({
  name: 'work.cover-tasks',
  summary: 'Gives the tasks of those away to their deputies, and back to whose absence is over.',
  input: z.strictObject({}),
  output: z.strictObject({ covered: count(), returned: count() }),
  emits,
  door: 'none',
  tool: false,
  example: {},
})

export const listAway = query({
  name: 'work.list-away',
  summary: 'Who is away from a day on, who stands in, and how many tasks stay without anybody.',
  input: z.strictObject({
    text: text(200).optional(),
    personId: id('principal', { control: 'person' }).optional(),
    from: day().optional(),
    ...slice,
  }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      title: z.string(),
      version: z.int(),
      person: named.nullable(),
      deputy: named.nullable(),
      fromOn: day(),
      untilOn: day(),
      note: z.string(),
      now: flag(),
      /** Their open tasks due in the period; those that the deputy may not see stay with them. */
      due: count(),
      uncovered: count(),
    }),
  ),
  kinds: ['absence', 'task'],
  example: {},
})

export const countCover = query({
  name: 'work.count-cover',
  summary: 'How many tasks should be with somebody else now, because of who is away.',
  permission: 'work.list-away',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  tool: false,
  example: {},
})

export const coverJob = job('work.cover', z.strictObject({}), 'system')

export const awayEvents = [awaySet, awayChanged, awayEndedEvent, tasksCovered, tasksReturned]
export const awayCommands = [setAway, changeAway, endAway, coverTasks]
export const awayQueries = [listAway, countCover]
