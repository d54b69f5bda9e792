import { choice, confidentiality, count, day, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'

export { type Named, named } from '../../../kernel/shapes.ts'

/** What a field holds. A computed one holds nothing: it counts from or to the day of another. */
export const fieldTypes = [
  'text',
  'longtext',
  'number',
  'money',
  'date',
  'yesno',
  'choice',
  'choices',
  'party',
  'record',
  'email',
  'phone',
  'address',
  'computed',
] as const
export type FieldType = (typeof fieldTypes)[number]

export const registerIcons = [
  'key',
  'certificate',
  'id',
  'package',
  'tool',
  'briefcase',
  'building',
  'book',
  'tag',
  'star',
  'flag',
  'map-pin',
  'server',
  'scale',
  'cash',
  'columns',
] as const

/** Records that a link may name. */
export const linkedKinds = ['document', 'task', 'person', 'organisation'] as const

/** A value on the wire, as people and programs write it; which form it must have is told by the field's type. */
export const given = z.union([
  z.null(),
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.strictObject({ amount: z.string().max(30), currency: z.string().max(3) }),
  z.array(z.string().max(200)).max(100),
])
export type Given = z.output<typeof given>

/** Values by the keys of the fields. */
export const givenValues = z.record(z.string().max(40), given)

/** Whom a day that nears is told to, and how long before. */
export const remind = z.strictObject({
  days: z.int().min(0).max(3660),
  ownerId: id('principal', { control: 'person' }).optional(),
  role: text(60).optional(),
})

const option = z.strictObject({ id: z.uuid().optional(), name: text(80) })

/** What is said of a field when it is made or changed. */
export const fieldFacts = {
  name: text(80),
  help: z.string().trim().max(300).optional(),
  required: flag().optional(),
  unique: flag().optional(),
  inList: flag().optional(),
  preset: given.optional(),
  options: z.array(option).max(100).optional(),
  recordKind: choice(linkedKinds).nullable().optional(),
  remind: remind.nullable().optional(),
}

export const newField = z.strictObject({
  ...fieldFacts,
  type: choice(fieldTypes),
  /** Of a computed field: the key of the date, and whether it counts the years since or the days until. */
  of: text(40).optional(),
  counts: choice(['age', 'until']).optional(),
})
export type NewField = z.output<typeof newField>

export const fieldLine = z.strictObject({
  id: z.uuid(),
  key: z.string(),
  name: z.string(),
  type: choice(fieldTypes),
  help: z.string(),
  required: flag(),
  unique: flag(),
  inList: flag(),
  preset: given,
  options: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
  recordKind: z.string().nullable(),
  of: z.string().nullable(),
  counts: choice(['age', 'until']).nullable(),
  remind: z
    .strictObject({
      days: z.int(),
      ownerId: z.uuid().nullable(),
      owner: z.string().nullable(),
      role: z.string().nullable(),
    })
    .nullable(),
  dropped: flag(),
})
export type FieldLine = z.output<typeof fieldLine>

/** A value as it is shown. A link to a record that the reader may not see is left out, as if there were none. */
export const shown = z.union([
  z.string(),
  z.boolean(),
  z.strictObject({ amount: z.string(), currency: z.string() }),
  z.strictObject({ id: z.uuid(), name: z.string() }),
  z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
  named,
  z.strictObject({ count: z.int(), counts: choice(['age', 'until']), day: z.string() }),
])
export type Shown = z.output<typeof shown>

export const shownValues = z.record(z.string(), shown)

export const rowLine = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  class: confidentiality(),
  version: z.int(),
  discarded: flag(),
  values: shownValues,
})
export type RowLine = z.output<typeof rowLine>

export const ruleWhen = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('added') }),
  /** To `to`, or to anything where that is left out. */
  z.strictObject({ on: z.literal('changed'), field: text(40), to: given.optional() }),
  /** So many days after the date of the field; before it where negative. */
  z.strictObject({ on: z.literal('date'), field: text(40), days: z.int().min(-3660).max(3660) }),
])

export const ruleCondition = z.strictObject({
  field: text(40),
  is: choice(['equals', 'not', 'empty', 'filled', 'above', 'below']),
  value: given.optional(),
})
export type RuleCondition = z.output<typeof ruleCondition>

export const ruleAction = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('task'),
    /** Fields by their keys in braces: "Collect {number} from {holder}". */
    title: text(300),
    ownerId: id('principal', { control: 'person' }).optional(),
    role: text(60).optional(),
    dueInDays: z.int().min(0).max(3660).optional(),
  }),
  z.strictObject({ do: z.literal('set'), field: text(40), value: given }),
])
export type RuleAction = z.output<typeof ruleAction>

export const ruleFacts = {
  name: text(120),
  when: ruleWhen,
  conditions: z.array(ruleCondition).max(10).default([]),
  actions: z.array(ruleAction).min(1).max(5),
}
export const rule = z.strictObject(ruleFacts)
export type Rule = z.output<typeof rule>

export const ruleLine = z.strictObject({
  id: z.uuid(),
  ...ruleFacts,
  conditions: z.array(ruleCondition),
  author: z.strictObject({ id: z.uuid(), title: z.string() }),
  enabled: flag(),
  version: z.int(),
  /** Runs of the last 30 days on rows that the reader may see. */
  done: count(),
  failed: count(),
  lastAt: instant().nullable(),
})
export type RuleLine = z.output<typeof ruleLine>

export const ruleRunLine = z.strictObject({
  id: z.uuid(),
  rule: z.string(),
  row: z.strictObject({ id: z.uuid(), title: z.string() }),
  at: instant(),
  outcome: z.string(),
  day: day().nullable(),
})

export const registerFacts = {
  name: text(80),
  plural: text(80),
  icon: choice(registerIcons).optional(),
  description: longText(2000).optional(),
  titlePattern: z.string().trim().max(300).optional().meta({ folded: true }),
  writers: z.array(id()).max(200).nullable().optional().meta({ folded: true }),
}

/** How a pasted table's columns fall onto the fields: keys, or null for what is left out. */
export const importColumns = z.strictObject({
  separator: choice(['\t', ';', ',']),
  header: flag(),
  columns: z.array(z.string().max(40).nullable()).min(1).max(100),
})
export type ImportColumns = z.output<typeof importColumns>

/** A cell or value that a field does not take, and why. */
export const fieldProblem = z.strictObject({
  field: z.string(),
  name: z.string(),
  because: z.string(),
  given: z.string(),
})
export type FieldProblem = z.output<typeof fieldProblem>
