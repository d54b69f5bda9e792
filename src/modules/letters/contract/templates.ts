/** Templates: a letter's text with fields, in as many languages as the office writes. */
import { richText } from '../../../formats/rich/schema.ts'
import { command, query } from '../../../kernel/declare.ts'
import { confidentiality, count, expectedVersion, fileId, flag, id, slice, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { can, changed, example, exampleBody, head, language, list, variantFacts } from './shapes.ts'

const one = { id: id('letter-template', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['letter-template'], subject: 'id', permission: 'letters.write-templates' } as const
export const templateStates = ['current', 'retired'] as const

export const createTemplate = command({
  name: 'letters.create-template',
  summary: 'Makes a template of letters, with its text in a first language.',
  permission: 'letters.write-templates',
  input: z.strictObject({
    title: text(120),
    ...variantFacts,
    body: richText().optional(),
    /** Letters of it ask a second person before they leave. */
    needsApproval: flag({ folded: true }).default(false),
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.templateCreated],
  refusals: [r.pictureUnfit],
  kinds: ['letter-template'],
  undoable: true,
  example: { title: 'Confirmation', language: 'sv', subject: 'Bekräftelse' },
})

export const changeTemplate = command({
  name: 'letters.change-template',
  summary: 'Changes the name of a template, or whether its letters ask a second person.',
  input: z.strictObject({ ...one, title: text(120).optional(), needsApproval: flag().optional() }),
  output: changed,
  emits: [e.templateChanged],
  refusals: [r.templateRetired],
  ...about,
  undoable: true,
  example: { id: example, title: 'Confirmation' },
})

export const writeVariant = command({
  name: 'letters.write-variant',
  summary: 'Writes the text of a template in one language.',
  input: z.strictObject({
    ...one,
    ...variantFacts,
    /** What stands there now, where it is left out. */
    body: richText().optional(),
    /** A Word file instead of a text of Kontor's own. */
    fileId: fileId({ hidden: true }).optional(),
  }),
  output: changed,
  emits: [e.templateChanged],
  refusals: [r.templateRetired, r.pictureUnfit, r.officeFileUnknown, r.officeFieldsUnknown],
  ...about,
  undoable: true,
  example: { id: example, language: 'sv', subject: 'Bekräftelse', body: exampleBody },
})

export const removeVariant = command({
  name: 'letters.remove-variant',
  summary: 'Takes one language out of a template; the last one stays.',
  input: z.strictObject({ ...one, language: language() }),
  output: changed,
  emits: [e.templateChanged],
  refusals: [r.templateRetired, r.variantUnknown, r.variantLast],
  ...about,
  undoable: true,
  example: { id: example, language: 'sv' },
})

export const retireTemplate = command({
  name: 'letters.retire-template',
  summary: 'Takes a template out of use; letters written from it stay.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.templateRetiredEvent],
  refusals: [r.templateRetired],
  ...about,
  undoable: true,
  example: { id: example },
})

export const restoreTemplate = command({
  name: 'letters.restore-template',
  summary: 'Takes a template into use again.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.templateRestored],
  refusals: [r.letterNotSoFar],
  ...about,
  undoable: true,
  example: { id: example },
})

export const addStandardTemplates = command({
  name: 'letters.add-standard-templates',
  summary: 'Adds six templates that every office writes, each in six languages.',
  permission: 'letters.write-templates',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  emits: [e.templatesAdded],
  refusals: [r.templatesThere],
  kinds: ['letter-template'],
  example: {},
})

export const listTemplates = query({
  name: 'letters.list-templates',
  summary: 'Templates of letters by name, with the languages they are written in.',
  permission: 'letters.list-letters',
  input: z.strictObject({ text: text(200).optional(), retired: flag().optional(), ...slice }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      version: z.int(),
      title: z.string(),
      retired: flag(),
      needsApproval: flag(),
      languages: z.array(language()),
      letters: count(),
      /** What it asks for that nobody can know: words of its `ask.` fields. */
      asks: z.array(z.string()),
    }),
  ),
  kinds: ['letter-template'],
  example: {},
})

export const getTemplate = query({
  name: 'letters.get-template',
  summary: 'One template with its text in each language.',
  permission: 'letters.list-letters',
  input: z.strictObject({ id: id('letter-template') }),
  output: z.strictObject({
    record: head(templateStates),
    needsApproval: flag(),
    variants: z.array(
      z.strictObject({
        language: language(),
        subject: z.string(),
        body: richText(),
        /** The name of the Word file it is; null for a text of Kontor's own. */
        file: z.string().nullable(),
      }),
    ),
    can,
  }),
  kinds: ['letter-template'],
  example: { id: example },
})

export const templateCommands = [
  createTemplate,
  changeTemplate,
  writeVariant,
  removeVariant,
  retireTemplate,
  restoreTemplate,
  addStandardTemplates,
]
export const templateQueries = [listTemplates, getTemplate]
