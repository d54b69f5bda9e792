import { command } from '../../../kernel/declare.ts'
import { expectedVersion, id, text, z } from '../../../kernel/schema.ts'
import { kindChanged, kindCreated, kindRestored, kindRetiredEvent } from './events.ts'
import { kindNotRetired, kindRetired, kindStandard, patternInvalid, patternTaken } from './refusals.ts'
import { changed } from './shapes.ts'

const exampleKind = '019aa000-0000-7000-8000-000000000083'
const kind = { id: id('matter-kind', { hidden: true }), expectedVersion: expectedVersion() }
const aboutKind = { kinds: ['matter-kind'], subject: 'id', undoable: true } as const

const facts = {
  name: text(80),
  /** `{yyyy}-{nnn}` gives 2026-014; null: its matters are numbered in the standard series. */
  pattern: text(40).nullable().optional(),
  /** What every new matter of it must have. */
  checklist: z.array(text(300)).max(50).optional(),
}

export const createKind = command({
  name: 'matters.create-kind',
  summary: 'Makes a kind of matter, with a series of numbers of its own where a pattern is given.',
  input: z.strictObject(facts),
  output: changed,
  emits: [kindCreated],
  refusals: [patternInvalid, patternTaken],
  kinds: ['matter-kind'],
  undoable: true,
  example: { name: 'Tenders', pattern: 'A{yy}-{nn}', checklist: ['Offer sent', 'Answer received'] },
})

export const changeKind = command({
  name: 'matters.change-kind',
  summary: 'Changes a kind of matter; a new pattern holds for the numbers to come, which go on where they were.',
  input: z.strictObject({ ...kind, ...facts, name: facts.name.optional() }),
  output: changed,
  emits: [kindChanged],
  refusals: [kindRetired, kindStandard, patternInvalid, patternTaken],
  ...aboutKind,
  example: { id: exampleKind, checklist: ['Offer sent', 'Answer received', 'Contract signed'] },
})

export const retireKind = command({
  name: 'matters.retire-kind',
  summary: 'No more matters of this kind; those there are stay as they are.',
  input: z.strictObject(kind),
  output: changed,
  emits: [kindRetiredEvent],
  refusals: [kindRetired, kindStandard],
  ...aboutKind,
  example: { id: exampleKind },
})

export const restoreKind = command({
  name: 'matters.restore-kind',
  summary: 'Takes a retired kind of matter into use again.',
  input: z.strictObject(kind),
  output: changed,
  emits: [kindRestored],
  refusals: [kindNotRetired],
  ...aboutKind,
  example: { id: exampleKind },
})

export const kindCommands = [createKind, changeKind, retireKind, restoreKind]
