/** From words to fields, and to the sender whom the directory knows. */
import type { JobRun } from '../../kernel/implement.ts'
import { cleanLine } from './clean-text.ts'
import { type DocumentKind, lessonsToRead } from './contract.ts'
import { type LearntField, learntKind, type ReadingLesson, withLessons } from './learning/lesson.ts'
import { recognise } from './recognition/index.ts'
import type { Reading } from './reading/types.ts'
import { matchSender } from './senders.ts'

export interface Surroundings {
  readonly country: string
  readonly today: Temporal.PlainDate
}

export interface Understood {
  readonly kind: DocumentKind
  readonly fields: (Omit<LearntField, 'box' | 'reasons' | 'alternatives'> & {
    box: number[] | null
    reasons: string[]
    alternatives: { value: string; confidence: number; page: number | null; box: number[] | null }[]
  })[]
  readonly senderId: string | null
}

/** Recognises once to know whom to ask the directory for, and, where it knows somebody, once more with them in mind. */
export async function understand(run: JobRun, reading: Reading, { country, today }: Surroundings): Promise<Understood> {
  if (reading.error) return { kind: 'other', fields: [], senderId: null }
  const first = recognise(reading, { country, today })
  const known = await matchSender(run, first)
  const options = { country, today, ...(known ? { knownSenders: [known] } : {}) }
  const plain = known ? recognise(reading, options) : first
  const lessons = plain.knownSender ? await askLessons(run, plain.knownSender) : []
  const kindBy = learntKind(reading, plain.kind, lessons)
  const read = kindBy ? recognise(reading, { ...options, kind: kindBy.says.kind }) : plain
  const fields = withLessons(reading, read, lessons, country, kindBy)
  return {
    kind: kindBy?.says.kind ?? read.kind,
    fields: fields.slice(0, 40).map(fieldOut),
    senderId: plain.knownSender,
  }
}

/** What corrections taught of this sender's papers; nothing to whom it is not permitted to take papers in. */
async function askLessons(run: JobRun, senderId: string): Promise<ReadingLesson[]> {
  try {
    return (await run.query(lessonsToRead, { senderId })).lessons as unknown as ReadingLesson[]
  } catch (error) {
    if (/act-not-permitted/.test((error as Error).message)) return []
    throw error
  }
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
