import { command } from '../../../kernel/declare.ts'
import { choice, confidentiality, day, expectedVersion, flag, id, text, longText, z } from '../../../kernel/schema.ts'
import { ownerUnknown } from '../../work/contract.ts'
import {
  kindCreated,
  matterChanged,
  matterClosedEvent,
  matterCreated,
  matterHandedOver,
  matterReopened,
  matterResumed,
  matterWaiting,
  mattersMerged,
  mattersUnmerged,
  recordBoundEvent,
} from './events.ts'
import {
  kindRetired,
  matterClosed,
  matterHasOpen,
  matterLacks,
  matterLaxer,
  matterNotClosed,
  matterNotMerged,
  matterNotWaiting,
  matterSame,
  numberTaken,
  openNotEnded,
  recordBound,
  recordNotBindable,
  targetBeforeStart,
} from './refusals.ts'
import { changed, exampleMatter, exampleOther, examplePerson, matterFacts, openEnds, outcomes } from './shapes.ts'

const matter = { id: id('matter', { hidden: true }), expectedVersion: expectedVersion() }
const aboutMatter = { kinds: ['matter'], subject: 'id', undoable: true } as const

export const createMatter = command({
  name: 'matters.create-matter',
  summary: 'Opens a matter under the next number of its series; what is named in `bind` belongs to it from the start.',
  input: z.strictObject({
    ...matterFacts,
    kindId: id('matter-kind').optional(),
    ownerId: id('principal', { control: 'person', folded: true }).optional(),
    class: confidentiality({ folded: true }).optional(),
    bind: z.array(id()).max(200).optional().meta({ hidden: true }),
  }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), number: z.string() }),
  emits: [matterCreated, recordBoundEvent, kindCreated],
  refusals: [ownerUnknown, kindRetired, targetBeforeStart, numberTaken, recordNotBindable, recordBound],
  kinds: ['matter'],
  undoable: true,
  example: { name: 'Lease of the second floor, Lindholmen', targetOn: '2127-02-26' },
})

const { name, ...rest } = matterFacts

export const changeMatter = command({
  name: 'matters.change-matter',
  summary: 'Changes what is given of a matter that is not closed and leaves the rest; its number stays.',
  input: z.strictObject({ ...matter, name: name.optional(), ...rest }),
  output: changed,
  emits: [matterChanged],
  refusals: [matterClosed, targetBeforeStart],
  ...aboutMatter,
  example: { id: exampleMatter, targetOn: '2127-03-01' },
})

export const handOver = command({
  name: 'matters.hand-over',
  summary: 'Gives a matter to another owner with a note; the new owner finds a task about it on the desk.',
  input: z.strictObject({
    ...matter,
    ownerId: id('principal', { control: 'person' }),
    note: longText(4_000).optional(),
    /** Taking a hand-over back: the task that it raised, which is taken back instead of another being raised. */
    takesBack: text(200, { hidden: true }).optional(),
  }),
  output: changed,
  emits: [matterHandedOver],
  refusals: [matterClosed, ownerUnknown],
  ...aboutMatter,
  example: { id: exampleMatter, ownerId: examplePerson, note: 'The landlord answers by Friday; draft 3 is the last.' },
})

export const waitMatter = command({
  name: 'matters.set-waiting',
  summary: 'Notes that a matter rests until somebody has answered or something has happened.',
  input: z.strictObject({ ...matter, waitingFor: text(200), waitingUntil: day().optional() }),
  output: changed,
  emits: [matterWaiting],
  refusals: [matterClosed],
  ...aboutMatter,
  example: { id: exampleMatter, waitingFor: 'The decision of the building board', waitingUntil: '2127-01-15' },
})

export const resumeMatter = command({
  name: 'matters.resume-matter',
  summary: 'A matter that rested goes on.',
  input: z.strictObject(matter),
  output: changed,
  emits: [matterResumed],
  refusals: [matterNotWaiting],
  ...aboutMatter,
  example: { id: exampleMatter },
})

export const closeMatter = command({
  name: 'matters.close-matter',
  summary:
    'Closes a matter with its outcome. Each task of it that is still open must be decided: completed, dropped or kept; what is missing from its list must be accepted.',
  input: z.strictObject({
    ...matter,
    outcome: choice(outcomes),
    result: longText(2_000).optional(),
    open: z
      .array(z.strictObject({ id: id('task'), how: choice(openEnds) }))
      .max(500)
      .optional()
      .meta({ hidden: true }),
    /** What is not decided one by one stays open beside the closed matter. */
    keepRest: flag().optional(),
    /** Closed although lines of its list are not ticked. */
    despiteMissing: flag().optional(),
  }),
  output: changed,
  emits: [matterClosedEvent],
  refusals: [matterClosed, matterHasOpen, matterLacks, openNotEnded],
  ...aboutMatter,
  example: { id: exampleMatter, outcome: 'settled', result: 'Signed on 20 November.' },
})

export const reopenMatter = command({
  name: 'matters.reopen-matter',
  summary: 'Takes a closed matter up again.',
  input: z.strictObject({
    ...matter,
    because: text(300).optional(),
    /** Tasks that closing it ended, to be opened with it. */
    tasks: z.array(id('task')).max(500).optional().meta({ hidden: true }),
    /** Whom it waited for when it was closed, taken up again with it. */
    waitingFor: text(200, { hidden: true }).optional(),
    waitingUntil: day({ hidden: true }).optional(),
  }),
  output: changed,
  emits: [matterReopened],
  refusals: [matterNotClosed, openNotEnded],
  ...aboutMatter,
  example: { id: exampleMatter, because: 'They have appealed.' },
})

export const mergeMatters = command({
  name: 'matters.merge-matters',
  summary: 'Lays another matter into this one: its papers, tasks, people and list come here; its number leads here.',
  input: z.strictObject({ ...matter, mergedId: id('matter') }),
  output: changed,
  emits: [mattersMerged],
  refusals: [matterClosed, matterSame, matterLaxer],
  ...aboutMatter,
  example: { id: exampleMatter, mergedId: exampleOther },
})

export const unmergeMatters = command({
  name: 'matters.unmerge-matters',
  summary: 'Takes a merged matter out again, with what it brought.',
  input: z.strictObject({ ...matter, mergedId: id(undefined, { hidden: true }) }),
  output: changed,
  emits: [mattersUnmerged],
  refusals: [matterNotMerged],
  ...aboutMatter,
  example: { id: exampleMatter, mergedId: exampleOther },
})

export const lifeCommands = [
  createMatter,
  changeMatter,
  handOver,
  waitMatter,
  resumeMatter,
  closeMatter,
  reopenMatter,
  mergeMatters,
  unmergeMatters,
]
