/** Whether what somebody typed at the door is the name of somebody who is expected. */
import { fold } from '../../kernel/language/fold.ts'

const wordsOf = (name: string): string[] =>
  fold(name)
    .split(/[^a-z0-9]+/)
    .filter(word => word.length > 0)
    .sort()

/** Slips of the finger between two words: letters put in, left out, changed, or two that changed places. */
export function slips(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)])
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1)
      rows[i]![j] = least
    }
  return rows[a.length]![b.length]!
}

/** One slip in a short word, two in a long one. */
const isLike = (a: string, b: string): boolean =>
  slips(a, b) <= (Math.min(a.length, b.length) < 3 ? 0 : Math.min(a.length, b.length) < 8 ? 1 : 2)

/**
 * `same`: the same words in any order, marks and capitals aside; `like`: each word of the shorter name is one of the longer but for
 * slips, at least two of them (or the only one there is on both sides).
 */
export function matchOf(typed: string, expected: string): 'same' | 'like' | null {
  const [a, b] = [wordsOf(typed), wordsOf(expected)]
  if (a.length === 0 || b.length === 0) return null
  if (a.join(' ') === b.join(' ')) return 'same'
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const left = [...many]
  const found = few.every(word => {
    const at = left.findIndex(other => isLike(word, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return found && (few.length >= 2 || many.length === 1) ? 'like' : null
}
