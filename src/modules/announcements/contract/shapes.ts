import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, day, flag, id, longText, text, z } from '../../../kernel/schema.ts'

export { can, changed, head, type Named, named } from '../../../kernel/shapes.ts'

/** To be informed, to answer, to go by, to carry out. */
export const announcementKinds = ['announcement', 'request', 'decision', 'order'] as const
export type AnnouncementKind = (typeof announcementKinds)[number]
export const announcementStates = ['draft', 'checking', 'returned', 'published', 'closed', 'discarded'] as const
export type AnnouncementState = (typeof announcementStates)[number]
export const answerKinds = ['yes-no', 'choice', 'text', 'number', 'date'] as const
export type AnswerKind = (typeof answerKinds)[number]

export const languageOf = () => choice(languages, { control: 'language' })

/** The same in another language; questions in their order. */
export const wording = z.strictObject({
  language: languageOf(),
  title: text(200),
  body: longText().min(1),
  questions: z.array(text(300)).max(30).optional(),
})

export const question = z
  .strictObject({
    question: text(300),
    answerKind: choice(answerKinds),
    options: z.array(text(100)).max(20).optional(),
    optional: flag().optional(),
  })
  .refine(
    one => (one.answerKind === 'choice') === (one.options?.length ?? 0) >= 2,
    'a choice has two options at least, other questions none',
  )
export type Question = z.output<typeof question>

/** What is written of an announcement; who it is for: everybody, or people and roles. */
export const contentFields = {
  body: longText(20_000, { proof: 'announcement' }).min(1),
  toEverybody: flag().optional(),
  toPeople: z.array(id('principal')).max(500).optional(),
  toRoles: z.array(id('role')).max(50).optional(),
  answerBy: day().nullable().optional(),
  questions: z.array(question).max(30).optional(),
  decidedBy: text(200, { folded: true }).nullable().optional(),
  appliesFrom: day({ folded: true }).nullable().optional(),
  replacesId: id('announcement', { folded: true }).nullable().optional(),
  checkerId: id('principal', { control: 'person' }).nullable().optional(),
  documentIds: z.array(id('document')).max(50).optional().meta({ folded: true }),
  pinnedUntil: day({ folded: true }).nullable().optional(),
  language: languageOf().optional().meta({ folded: true }),
  translations: z.array(wording).max(5).optional().meta({ folded: true }),
}

/** Each reader has something to do: it is a task of theirs until it is done. */
export const asksReaders = (kind: AnnouncementKind): boolean => kind === 'request' || kind === 'order'

export const answerValue = z.strictObject({ position: z.int().min(1).max(30), value: text(2000) })

export const example = '019aa000-0000-7000-8000-000000000051'
export const examplePerson = '019aa000-0000-7000-8000-000000000002'
