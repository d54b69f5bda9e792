/** The check before sending, as its query answers: the kit knows the shape, the words are the module's. */
import type { Sentence } from '../../language/sentence.ts'

export interface ProofAsked {
  readonly purpose: 'mail' | 'letter' | 'announcement' | 'invitation' | 'advice' | 'memo'
  readonly language?: string | null
  readonly subject?: string | null
  readonly text: string
  readonly format?: 'plain' | 'html'
  readonly recipients?: readonly {
    readonly name?: string | null
    readonly email?: string | null
    readonly role?: 'to' | 'cc' | 'bcc'
    readonly partyId?: string | null
    readonly inside?: boolean
  }[]
  readonly replyingTo?: { readonly from: string | null } | null
  readonly attachments?: readonly { readonly name: string; readonly documentId?: string | null }[]
  readonly aboutIds?: readonly string[]
  readonly spelling?: boolean
}

export interface Place {
  readonly field: 'subject' | 'text'
  readonly start: number
  readonly end: number
}

export interface Finding {
  readonly key: string
  readonly rule: string
  readonly severity: 'loud' | 'quiet'
  readonly at: Place | null
  readonly words: string
  readonly reason: Sentence
  readonly suggestion: string | null
}

export interface Misspelling {
  readonly word: string
  readonly at: Place
  readonly suggestions: readonly string[]
}

export interface ProofAnswer {
  readonly language: string
  readonly text: string | null
  readonly findings: readonly Finding[]
  readonly misspellings: readonly Misspelling[]
}

/** A stretch to be underlined. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly tone: 'loud' | 'quiet' | 'spelling'
}

/** What is underlined in one field, in its order; of two in one place the louder. */
export function marksOf(
  answer: ProofAnswer | undefined,
  field: Place['field'],
  passed: ReadonlySet<string>,
): readonly Mark[] {
  if (!answer) return []
  const said = answer.findings.flatMap(({ at, severity, key }): Mark[] =>
    at?.field === field && !passed.has(key) ? [{ start: at.start, end: at.end, tone: severity }] : [],
  )
  const words = answer.misspellings.flatMap(({ at }): Mark[] =>
    at.field === field ? [{ start: at.start, end: at.end, tone: 'spelling' }] : [],
  )
  const all: Mark[] = []
  for (const mark of [
    ...said.filter(one => one.tone === 'loud'),
    ...said.filter(one => one.tone === 'quiet'),
    ...words,
  ])
    if (!all.some(one => mark.start < one.end && one.start < mark.end)) all.push(mark)
  return all.sort((a, b) => a.start - b.start)
}
