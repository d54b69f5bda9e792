import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, instant, longText, money, slice, text, z } from '../../../kernel/schema.ts'
import { exampleMatter, matterLine, matterStates, named, partyRoles } from './shapes.ts'
import { can, list } from '../../../kernel/shapes.ts'

export const listMatters = query({
  name: 'matters.list-matters',
  summary: 'Matters by number or words, state, owner, kind, person, target day.',
  input: z.strictObject({
    text: longText(200).optional(),
    /** Of exactly these numbers, as they may stand in a paper. */
    numbers: z.array(text(60)).min(1).max(80).optional(),
    states: z.array(choice(matterStates)).min(1).optional(),
    ownerId: id('principal', { control: 'person' }).optional(),
    kindId: id('matter-kind').optional(),
    /** For whom it is, or who has to do with it. */
    partyId: id('person').optional(),
    /** Those that a record is bound to. */
    recordId: id(undefined, { hidden: true }).optional(),
    targetFrom: day().optional(),
    targetTo: day().optional(),
    late: flag().optional(),
    sort: choice(['-number', 'number', 'target', 'name', '-changed']).default('-number'),
    ...slice,
  }),
  output: list(matterLine),
  kinds: ['matter', 'task'],
  example: { states: ['open', 'waiting'] },
})

const task = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  version: z.int(),
  state: z.string(),
  dueOn: day().nullable(),
  owner: named.nullable(),
  /** Made within the matter, or bound to it afterwards. */
  made: flag(),
})

const detail = {
  record: z.strictObject({
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    class: z.int(),
    version: z.int(),
    state: choice(matterStates),
  }),
  matter: matterLine,
  note: longText(),
  result: z.string().nullable(),
  endedAt: instant().nullable(),
  endedBy: named.nullable(),
  budget: money().nullable(),
  /** Of the bound papers that bear an amount, by currency. */
  sums: z.array(z.strictObject({ amount: money(), papers: count() })),
  /** What is left of the budget, where all sums are in its currency. */
  left: money().nullable(),
  parties: z.array(z.strictObject({ party: named, role: choice(partyRoles), note: z.string() })),
  bound: z.array(
    z.strictObject({
      record: named,
      boundAt: instant(),
      amount: money().nullable(),
      documentKind: z.string().nullable(),
    }),
  ),
  tasks: z.array(task),
  checklist: z.array(
    z.strictObject({
      itemId: z.uuid(),
      text: z.string(),
      tickedAt: instant().nullable(),
      tickedBy: named.nullable(),
    }),
  ),
  merged: z.array(named),
  can: can,
}

export const getMatter = query({
  name: 'matters.get-matter',
  summary:
    'One matter with all that is bound to it and the reader may see, its sums, and what may be done with it now.',
  input: z.strictObject({ id: id('matter') }),
  output: z.strictObject(detail),
  kinds: ['matter', 'task', 'document', 'person', 'organisation'],
  example: { id: exampleMatter },
})

export const getCover = query({
  name: 'matters.get-cover',
  summary: 'The cover sheet of a matter: its facts, its papers, and a QR code of its address as an SVG path.',
  permission: 'matters.get-matter',
  input: z.strictObject({ id: id('matter') }),
  output: z.strictObject({
    ...detail,
    organisation: z.string(),
    address: z.string(),
    /** Modules on a square of `size` units, dark ones as one path. */
    code: z.strictObject({ size: z.int(), path: z.string() }),
  }),
  kinds: ['matter'],
  tool: false,
  example: { id: exampleMatter },
})

const kindLine = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  version: z.int(),
  pattern: z.string().nullable(),
  /** The number that the next matter of it would get. */
  nextNumber: z.string(),
  checklist: z.array(z.string()),
  standard: flag(),
  retired: flag(),
  matters: count(),
})

export const listKinds = query({
  name: 'matters.list-kinds',
  summary: 'The kinds of matter and how each is numbered.',
  permission: 'matters.list-matters',
  input: z.strictObject({ text: text(200).optional(), retired: flag().optional(), ...slice }),
  output: list(kindLine),
  kinds: ['matter-kind', 'matter'],
  example: {},
})

export const getKind = query({
  name: 'matters.get-kind',
  summary: 'One kind of matter.',
  permission: 'matters.list-matters',
  input: z.strictObject({ id: id('matter-kind') }),
  output: z.strictObject({
    record: z.strictObject({
      id: z.uuid(),
      kind: z.string(),
      title: z.string(),
      class: z.int(),
      version: z.int(),
      state: choice(['current', 'retired']),
    }),
    row: kindLine,
    can: can,
  }),
  kinds: ['matter-kind', 'matter'],
  example: { id: exampleMatter },
})

export const mattersQueries = [listMatters, getMatter, getCover, listKinds, getKind]
