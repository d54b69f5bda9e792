import { query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, confidentiality, count, flag, id, instant, slice, z } from '../../../kernel/schema.ts'
import { exampleRegister, templateKeys } from './design-commands.ts'
import { exampleRow } from './row-commands.ts'
import * as shapes from './shapes.ts'
import { can, list } from '../../../kernel/shapes.ts'

const record = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  class: confidentiality(),
  version: z.int(),
  state: z.string(),
})

export const listRegisters = query({
  name: 'registers.list-registers',
  summary: 'The registers one may see, with how many rows each has.',
  input: z.strictObject({
    text: z.string().max(200).optional(),
    retired: z.union([flag(), z.literal('true').transform(() => true)]).optional(),
    ...slice,
  }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      title: z.string(),
      name: z.string(),
      icon: z.string(),
      description: z.string(),
      class: confidentiality(),
      rows: count(),
      fields: count(),
      retired: flag(),
      changedAt: instant(),
    }),
  ),
  kinds: ['register'],
  example: {},
})

export const getRegister = query({
  name: 'registers.get-register',
  summary: 'A register with its fields, its rules, and what rules could not do of late.',
  permission: 'registers.list-registers',
  input: z.strictObject({ id: id('register') }),
  output: z.strictObject({
    record,
    name: z.string(),
    plural: z.string(),
    icon: z.string(),
    description: z.string(),
    titlePattern: z.string(),
    audience: z.array(z.strictObject({ id: z.uuid(), title: z.string() })).nullable(),
    writers: z.array(z.strictObject({ id: z.uuid(), title: z.string() })).nullable(),
    mayWrite: flag(),
    rows: count(),
    discarded: count(),
    fields: z.array(shapes.fieldLine),
    dropped: z.array(shapes.fieldLine.extend({ values: count() })),
    rules: z.array(shapes.ruleLine),
    troubles: z.array(shapes.ruleRunLine),
    can: can,
  }),
  kinds: ['register', 'register-row'],
  example: { id: exampleRegister },
})

export const listRows = query({
  name: 'registers.list-rows',
  summary:
    'Rows of a register. Filter by `f.<key>` (what it is; several for choices; "-" for empty), `f.<key>.from` and `f.<key>.to`; sort by "title", "changed" or a key, with a minus for descending.',
  input: z
    .strictObject({
      register: id('register'),
      text: z.string().max(200).optional(),
      sort: z.string().max(60).optional(),
      discarded: z.union([flag(), z.literal('true').transform(() => true)]).optional(),
      ...slice,
    })
    .catchall(z.union([z.string().max(300), z.array(z.string().max(300)).max(50)])),
  output: list(shapes.rowLine),
  kinds: ['register-row'],
  example: { register: exampleRegister },
})

export const getRow = query({
  name: 'registers.get-row',
  summary: 'A row with its values, what it is linked with, and what can be done.',
  permission: 'registers.list-rows',
  input: z.strictObject({ id: id('register-row') }),
  output: z.strictObject({
    record,
    register: z.strictObject({ id: z.uuid(), name: z.string(), plural: z.string(), icon: z.string() }),
    fields: z.array(shapes.fieldLine),
    values: shapes.shownValues,
    discarded: flag(),
    tasks: z.array(
      z.strictObject({ id: z.uuid(), title: z.string(), state: z.string(), dueOn: z.string().nullable() }),
    ),
    /** Other rows that name this one's links are not told; these are rows and records linked with it. */
    links: z.array(z.strictObject({ relation: z.string(), record: shapes.named })),
    createdAt: instant(),
    changedAt: instant(),
    can: can,
  }),
  kinds: ['register-row', 'task'],
  example: { id: exampleRow },
})

export const rowsNaming = query({
  name: 'registers.rows-naming',
  summary: 'Rows of any register that name a record: what a person holds, which contracts a firm has.',
  permission: 'registers.list-rows',
  input: z.strictObject({ recordId: id(), ...slice }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        title: z.string(),
        register: z.string(),
        registerId: z.uuid(),
        field: z.string(),
      }),
    ),
  }),
  kinds: ['register-row'],
  example: { recordId: exampleRow },
})

export const listTemplates = query({
  name: 'registers.list-templates',
  summary: 'Registers to begin with, in the words of a language.',
  permission: 'registers.list-registers',
  input: z.strictObject({ language: choice(languages, { control: 'language' }).optional() }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        key: choice(templateKeys),
        name: z.string(),
        plural: z.string(),
        icon: z.string(),
        description: z.string(),
        fields: z.array(z.string()),
      }),
    ),
  }),
  example: {},
})

export const previewConversion = query({
  name: 'registers.preview-conversion',
  summary: 'How many rows would keep their value if a field got another type, and examples of those that would not.',
  permission: 'registers.list-rows',
  input: z.strictObject({ id: id('register'), fieldId: id(), type: choice(shapes.fieldTypes) }),
  output: z.strictObject({
    filled: count(),
    converts: count(),
    fails: count(),
    examples: z.array(z.strictObject({ row: z.string(), value: z.string() })),
  }),
  kinds: ['register-row'],
  example: { id: exampleRegister, fieldId: exampleRow, type: 'number' },
})

export const previewImport = query({
  name: 'registers.preview-import',
  summary: 'What an import would do: columns guessed, rows counted, and cells that their fields do not take.',
  permission: 'registers.import-rows',
  input: z.strictObject({
    id: id('register'),
    text: z.string().min(1).max(10_000_000),
    columns: shapes.importColumns.optional(),
  }),
  output: z.strictObject({
    columns: shapes.importColumns,
    headers: z.array(z.string()),
    sample: z.array(z.array(z.string())),
    total: count(),
    fits: count(),
    problems: z.array(z.strictObject({ row: z.int(), problems: z.array(shapes.fieldProblem) })),
    missing: z.array(z.string()),
  }),
  example: { id: exampleRegister, text: 'Number;Place\nK 1;Reception\n' },
})

export const tryRule = query({
  name: 'registers.try-rule',
  summary: 'What a rule would have done with the rows that exist: how often it would have fired, and where.',
  permission: 'registers.add-rule',
  input: z.strictObject({ id: id('register'), ...shapes.ruleFacts }),
  output: z.strictObject({
    looked: count(),
    fires: count(),
    rows: z.array(
      z.strictObject({ id: z.uuid(), title: z.string(), does: z.array(z.string()), on: z.string().nullable() }),
    ),
  }),
  kinds: ['register-row'],
  example: {
    id: exampleRegister,
    name: 'Tell the alarm company',
    when: { on: 'added' },
    actions: [{ do: 'task', title: 'Tell the alarm company' }],
  },
})

export const listRuleRuns = query({
  name: 'registers.list-rule-runs',
  summary: 'What the rules of a register did, the latest first, on rows that one may see.',
  permission: 'registers.list-registers',
  input: z.strictObject({ id: id('register'), ruleId: id().optional(), ...slice }),
  output: z.strictObject({ rows: z.array(shapes.ruleRunLine) }),
  kinds: ['register', 'register-row'],
  example: { id: exampleRegister },
})

export const registersQueries = [
  listRegisters,
  getRegister,
  listRows,
  getRow,
  rowsNaming,
  listTemplates,
  previewConversion,
  previewImport,
  tryRule,
  listRuleRuns,
]
