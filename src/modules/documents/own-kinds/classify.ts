/**
 * Which of an office's own kinds a paper is, by the words of papers that people confirmed as such: each paper is the set of its
 * words, weighed by how rare they are in the office, and compared by the cosine with the examples and with papers of no own kind.
 * It says nothing unless it is sure: the paper must be about as near to the examples as they are to one another, and clearly nearer
 * than to any other kind and to everything else. Pure.
 */
import { fold } from '../recognition/fold.ts'

/** Begins of the text; a long paper says on its first page what it is. */
export const charactersRead = 6_000
export const fewestExamples = 3
const nearest = 3
/** How near, as a share of how near the examples are to one another. */
const asNear = 0.6
/** How much nearer than to the next best. */
const clearly = 1.35
const atLeast = 0.12

export type Words = ReadonlySet<string>

/** Words of four letters or more, each once; figures tell papers apart, not kinds. */
export function wordsOf(text: string): Words {
  const words = fold(text.slice(0, charactersRead)).match(/\p{L}{4,30}/gu) ?? []
  return new Set(words)
}

export interface Example {
  readonly words: Words
  /** Null: a paper of no own kind. */
  readonly kind: string | null
}

interface Weighed {
  readonly words: Words
  readonly length: number
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
const mean = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : sum(numbers) / numbers.length)
const nearestOf = (numbers: readonly number[]): number => mean(numbers.toSorted((a, b) => b - a).slice(0, nearest))

/** The kind, or null where it is not sure. */
export function classify(text: string, examples: readonly Example[]): string | null {
  const paper = wordsOf(text)
  if (paper.size < 8) return null
  const found = new Map<string, number>()
  for (const { words } of examples) for (const word of words) found.set(word, (found.get(word) ?? 0) + 1)
  const weight = (word: string) => Math.log(1 + examples.length / (found.get(word) ?? 0.5))
  const weighed = (words: Words): Weighed => ({
    words,
    length: Math.sqrt(sum([...words].map(word => weight(word) ** 2))),
  })
  const near = (a: Weighed, b: Weighed): number => {
    const [small, large] = a.words.size < b.words.size ? [a, b] : [b, a]
    const shared = sum([...small.words].map(word => (large.words.has(word) ? weight(word) ** 2 : 0)))
    return a.length === 0 || b.length === 0 ? 0 : shared / (a.length * b.length)
  }
  const here = weighed(paper)
  const byKind = Map.groupBy(examples, ({ kind }) => kind)
  const papersOf = (kind: string | null) => (byKind.get(kind) ?? []).map(({ words }) => weighed(words))
  const scores = [...byKind.keys()]
    .map(kind => ({ kind, papers: papersOf(kind) }))
    .map(({ kind, papers }) => ({ kind, papers, score: nearestOf(papers.map(one => near(here, one))) }))
    .toSorted((a, b) => b.score - a.score)
  const [best, next] = scores
  if (!best || best.kind === null || best.papers.length < fewestExamples || best.score < atLeast) return null
  if (next && best.score < clearly * next.score) return null
  const among = mean(
    best.papers.map(one => nearestOf(best.papers.filter(other => other !== one).map(other => near(one, other)))),
  )
  return best.score >= asNear * among ? best.kind : null
}
