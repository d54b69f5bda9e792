/** From words to fields, and to the sender whom the directory knows. */
import type { JobRun } from '../../kernel/implement.ts'
import { cleanLine } from './clean-text.ts'
import type { DocumentKind } from './contract.ts'
import { recognise } from './recognition/index.ts'
import type { Field } from './recognition/types.ts'
import type { Reading } from './reading/types.ts'
import { matchSender } from './senders.ts'

export interface Surroundings {
  readonly country: string
  readonly today: Temporal.PlainDate
}

export interface Understood {
  readonly kind: DocumentKind
  readonly fields: (Omit<Field, 'box' | 'reasons' | 'alternatives'> & {
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
  const { kind, fields, knownSender } = known ? recognise(reading, { country, today, knownSenders: [known] }) : first
  return { kind, fields: fields.slice(0, 40).map(fieldOut), senderId: knownSender }
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
}: Field): Understood['fields'][number] {
  return {
    name,
    value: cleanLine(value),
    page,
    box: box && [...box],
    confidence: Math.min(1, Math.max(0, confidence)),
    sure,
    reasons: reasons.slice(0, 20).map(reason => cleanLine(reason, 100)),
    alternatives: alternatives.slice(0, 10).map(other => ({
      value: cleanLine(other.value),
      confidence: other.confidence,
      page: other.page,
      box: other.box && [...other.box],
    })),
  }
}
