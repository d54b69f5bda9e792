/** From words to fields, and to the sender whom the directory knows. */
import type { JobRun } from '../../kernel/implement.ts'
import { cleanLine } from './clean-text.ts'
import { type DocumentKind, lessonsToRead, ownKindOf } from './contract.ts'
import { type LearntField, learntKind, type ReadingLesson, withLessons } from './learning/lesson.ts'
import { recognise } from './recognition/index.ts'
import type { Reading } from './reading/types.ts'
import { matchSender } from './senders.ts'

export interface Surroundings {
  readonly country: string
  readonly today: Temporal.PlainDate
  /** Whether it is asked which of the office's own kinds it is: not of old files by the thousand. */
  readonly ownKinds?: boolean
}

export interface Understood {
  readonly kind: DocumentKind
  readonly ownKindId: string | null
  readonly fields: (Omit<LearntField, 'box' | 'reasons' | 'alternatives'> & {
    box: number[] | null
    reasons: string[]
    alternatives: { value: string; confidence: number; page: number | null; box: number[] | null }[]
  })[]
  readonly senderId: string | null
}

/** Recognises once to know whom to ask the directory for, and, where it knows somebody, once more with them in mind. */
export async function understand(
  run: JobRun,
  reading: Reading,
  { country, today, ownKinds }: Surroundings,
): Promise<Understood> {
  if (reading.error) return { kind: 'other', ownKindId: null, fields: [], senderId: null }
  const first = recognise(reading, { country, today })
  const known = await matchSender(run, first)
  const options = { country, today, ...(known ? { knownSenders: [known] } : {}) }
  const plain = known ? recognise(reading, options) : first
  const lessons = plain.knownSender ? await askLessons(run, plain.knownSender) : []
  const kindBy = learntKind(reading, plain.kind, lessons)
  const read = kindBy ? recognise(reading, { ...options, kind: kindBy.says.kind }) : plain
  const fields = saidByPapers(reading, withLessons(reading, read, lessons, country, kindBy))
  const own = ownKinds && !stated(fields) ? await askOwnKind(run, reading.text) : null
  return {
    kind: own?.kind ?? kindBy?.says.kind ?? read.kind,
    ownKindId: own?.id ?? null,
    fields: (own ? asOwn(fields, own.kind) : fields).slice(0, 40).map(fieldOut),
    senderId: plain.knownSender,
  }
}

/** The first row of a table names its columns, and neither who sent it nor what it is about. */
const saidByPapers = ({ sheets }: Reading, fields: readonly LearntField[]): readonly LearntField[] =>
  sheets?.length
    ? fields.filter(({ name, sure, confidence }) => sure || confidence >= 0.6 || !/^(senderName|subject)$/.test(name))
    : fields

/** An e-invoice says what it is. */
const stated = (fields: readonly LearntField[]) => fields.some(({ reasons }) => reasons.includes('e-invoice'))

/** A kind of the office's own is proposed, and a person says whether it is. */
function asOwn(fields: readonly LearntField[], kind: DocumentKind): LearntField[] {
  const read = fields.find(({ name }) => name === 'kind')
  const others = read ? [{ value: read.value, confidence: read.confidence, page: null, box: null }] : []
  const field: LearntField = {
    name: 'kind',
    value: kind,
    page: null,
    box: null,
    confidence: 0.9,
    sure: false,
    reasons: ['own-kind'],
    alternatives: others.filter(({ value }) => value !== kind),
    lessonId: null,
  }
  return [field, ...fields.filter(({ name }) => name !== 'kind')]
}

/** As much of a text as is compared. */
const charactersCompared = 6_000

async function askOwnKind(run: JobRun, text: string) {
  return unlessForbidden(
    async () =>
      (await run.query(ownKindOf, { text: text.replace(/\p{Cc}/gu, ' ').slice(0, charactersCompared) })).found,
    null,
  )
}

async function unlessForbidden<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (/act-not-permitted/.test((error as Error).message)) return otherwise
    throw error
  }
}

/** What corrections taught of this sender's papers; nothing to whom it is not permitted to take papers in. */
async function askLessons(run: JobRun, senderId: string): Promise<ReadingLesson[]> {
  return unlessForbidden(
    async () => (await run.query(lessonsToRead, { senderId })).lessons as unknown as ReadingLesson[],
    [],
  )
}

function fieldOut({
  name,
  value,
  page,
  box,
  confidence,
  sure,
  reasons,
  alternatives,
  lessonId,
}: LearntField): Understood['fields'][number] {
  return {
    name,
    value: cleanLine(value),
    page,
    box: box && [...box],
    confidence: Math.min(1, Math.max(0, confidence)),
    sure,
    lessonId,
    reasons: reasons.slice(0, 20).map(reason => cleanLine(reason, 100)),
    alternatives: alternatives.slice(0, 10).map(other => ({
      value: cleanLine(other.value),
      confidence: other.confidence,
      page: other.page,
      box: other.box && [...other.box],
    })),
  }
}
