/** What a lesson says, by what it is about; and how it is put to a reading. */
import { layOut, type Sheet, spanBox, spanConfidence } from '../recognition/layout.ts'
import type { DocumentKind, Field, FieldName, Recognition } from '../recognition/types.ts'
import type { Reading } from '../reading/types.ts'
import { looksLike } from './look.ts'
import { type Eyes, type Place, standsSomewhere, valueAt } from './place.ts'

/**
 * A lesson makes a field sure once so many papers were confirmed by a person without correcting it. One or two may agree by
 * chance, where two dates of a paper fall on one day or the corrected number stands at several places; each paper drops the signs
 * that did not hold. Measured on made bills in `learning.test.ts`: after three, none of what it gave was wrong.
 */
export const heldForSure = 3

export type KindSays = { readonly kind: DocumentKind; readonly look: readonly number[] }
export type ClassSays = { readonly classCodeId: string }
export type OwnerSays = { readonly ownerId: string | null; readonly role: string | null }
export type WordingSays = { readonly title: string }
export type ValueSays = { readonly value: string }

interface Of<About, Topic, Says> {
  readonly id: string
  readonly about: About
  readonly topic: Topic
  readonly says: Says
  readonly held: number
}

export type PlaceLesson = Of<'place', FieldName, Place>
export type ValueLesson = Of<'value', FieldName, ValueSays>
export type KindLesson = Of<'kind', DocumentKind, KindSays>
export type ReadingLesson = PlaceLesson | ValueLesson | KindLesson
export type FilingLesson =
  | Of<'class', DocumentKind, ClassSays>
  | Of<'owner', DocumentKind, OwnerSays>
  | Of<'wording', DocumentKind, WordingSays>
export type Lesson = ReadingLesson | FilingLesson

export type LearntField = Field & { readonly lessonId: string | null }

/** The only field whose value itself is learnt: a sender bills in one currency, whatever signs stand on the paper. */
export const learntByValue: ReadonlySet<FieldName> = new Set(['currency'])
export const canBeLearnt = (name: FieldName): boolean => standsSomewhere(name) || learntByValue.has(name)

/** What the paper is by what was learnt; null where nothing was, or where this one looks otherwise. */
export function learntKind(reading: Reading, read: DocumentKind, lessons: readonly ReadingLesson[]): KindLesson | null {
  const lesson = lessons.find(one => one.about === 'kind' && one.topic === read)
  return lesson?.about === 'kind' && looksLike(layOut(reading), lesson.says.look) ? lesson : null
}

/** The fields with what was learnt of their sender; whatever an e-invoice states stands. */
export function withLessons(
  reading: Reading,
  { kind, fields }: Recognition,
  lessons: readonly ReadingLesson[],
  country: string | null,
  kindBy: KindLesson | null = null,
): LearntField[] {
  const plain = fields.map(field => ({ ...field, lessonId: null }))
  if (lessons.length === 0) return plain
  const sheet = layOut(reading)
  const eyes: Eyes = { language: reading.language, country }
  const byName = new Map<FieldName, LearntField>(plain.map(field => [field.name, field]))
  for (const lesson of lessons) {
    if (lesson.about === 'kind') continue
    const before = byName.get(lesson.topic)
    if (before?.reasons.includes('e-invoice')) continue
    const learnt = lesson.about === 'place' ? placed(sheet, lesson, before, eyes) : valued(lesson, before)
    if (learnt) byName.set(lesson.topic, learnt)
  }
  if (kindBy) byName.set('kind', asKind(kind, kindBy, byName.get('kind')))
  return doubtOrder([...byName.values()])
}

function placed(sheet: Sheet, lesson: PlaceLesson, before: LearntField | undefined, eyes: Eyes): LearntField | null {
  const found = valueAt(sheet, lesson.topic, lesson.says, eyes)
  if (!found) return null
  const proven = lesson.held >= heldForSure && seenClearly(sheet, found.span, found.value)
  return settled(lesson, before, found.value, { page: found.span.row.page, box: spanBox(found.span) }, proven)
}

/** What was read from a picture is right only as far as the eye saw it, however well its place is known. */
function seenClearly(sheet: Sheet, span: Parameters<typeof spanConfidence>[0], value: string): boolean {
  const seen = spanConfidence(span)
  return !sheet.recognised || seen === 1 || (seen >= 0.85 && !/\p{L}/u.test(value))
}

function valued(lesson: ValueLesson, before: LearntField | undefined): LearntField {
  const place = before?.value === lesson.says.value ? before : { page: null, box: null }
  return settled(lesson, before, lesson.says.value, place, lesson.held >= heldForSure)
}

function settled(
  lesson: ReadingLesson,
  before: LearntField | undefined,
  value: string,
  { page, box }: Pick<Field, 'page' | 'box'>,
  proven: boolean,
): LearntField {
  const trust = proven ? 0.97 : Math.min(0.9, 0.6 + 0.1 * lesson.held)
  if (before?.value === value) {
    const sure = before.sure || proven
    return {
      ...before,
      sure,
      confidence: Math.max(before.confidence, trust),
      reasons: before.sure ? before.reasons : ['learnt', ...before.reasons],
      lessonId: lesson.id,
    }
  }
  const others = before
    ? [{ value: before.value, confidence: before.confidence * 0.5, page: before.page, box: before.box }]
    : []
  const rest = before?.alternatives.filter(one => one.value !== value) ?? []
  return {
    name: lesson.about === 'kind' ? 'kind' : lesson.topic,
    value,
    page,
    box,
    confidence: trust,
    sure: proven,
    reasons: ['learnt'],
    alternatives: [...others, ...rest].slice(0, 5),
    lessonId: lesson.id,
  }
}

function asKind(read: DocumentKind, lesson: KindLesson, before: LearntField | undefined): LearntField {
  const field = settled(lesson, before, lesson.says.kind, { page: null, box: null }, lesson.held >= heldForSure)
  const alternatives = field.alternatives.some(({ value }) => value === lesson.topic)
    ? field.alternatives
    : [{ value: lesson.topic, confidence: 0.3, page: null, box: null }, ...field.alternatives]
  return { ...field, alternatives, reasons: read === lesson.says.kind ? field.reasons : ['learnt'] }
}

/** Due before it was written: one of the two was learnt wrongly or read wrongly, and a person says which. */
function doubtOrder(fields: readonly LearntField[]): LearntField[] {
  const [issued, due] = (['issuedOn', 'dueOn'] as const).map(name => fields.find(field => field.name === name))
  if (!issued || !due || issued.value <= due.value || (!issued.lessonId && !due.lessonId)) return [...fields]
  return fields.map(field =>
    field === issued || field === due ? { ...field, sure: false, reasons: [...field.reasons, 'before-issued'] } : field,
  )
}
