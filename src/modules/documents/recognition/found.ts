import type { Box } from '../reading/types.ts'
import { spanBox, type Span } from './layout.ts'
import type { Alternative, Field, FieldName } from './types.ts'

/** A candidate for a field before it is chosen. */
export interface Guess {
  readonly value: string
  /** Where it stood; null for what came from a code or an e-invoice. */
  readonly span: Span | null
  readonly confidence: number
  readonly sure: boolean
  readonly reasons: readonly string[]
  readonly page?: number | null
  readonly box?: Box | null
}

const mostAlternatives = 4

/** The best guess as a field, with the next best unlike ones beside it. Null when there is none. */
export function choose(name: FieldName, guesses: readonly Guess[]): Field | null {
  const ranked = [...guesses].sort((a, b) => b.confidence - a.confidence)
  const first = ranked[0]
  if (!first) return null
  const seen = new Set([first.value])
  const alternatives: Alternative[] = []
  for (const guess of ranked) {
    if (seen.has(guess.value) || alternatives.length >= mostAlternatives) continue
    seen.add(guess.value)
    alternatives.push({ value: guess.value, confidence: round(guess.confidence), ...placeOf(guess) })
  }
  return {
    name,
    value: first.value,
    ...placeOf(first),
    confidence: round(first.confidence),
    sure: first.sure,
    reasons: [...new Set(first.reasons)],
    alternatives,
  }
}

function placeOf(guess: Guess): { readonly page: number | null; readonly box: Box | null } {
  if (guess.span) return { page: guess.span.row.page, box: spanBox(guess.span) }
  return { page: guess.page ?? null, box: guess.box ?? null }
}

function round(confidence: number): number {
  return Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100
}
