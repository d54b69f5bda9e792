/** What is gone and what is new between two texts, by words: the longest stretch of both that is the same, and so on beside it. */
export interface Piece {
  readonly text: string
  readonly kind: 'same' | 'gone' | 'new'
}

/** So many words of each are compared one by one; longer texts are shown whole. */
const most = 3000
const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? []

export function diffOf(before: string, after: string): readonly Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  if (a.length > most || b.length > most)
    return [
      { text: before, kind: 'gone' },
      { text: after, kind: 'new' },
    ]
  const pieces: Piece[] = []
  const put = (text: string, kind: Piece['kind']) => {
    const last = pieces.at(-1)
    if (last?.kind === kind) pieces[pieces.length - 1] = { text: last.text + text, kind }
    else pieces.push({ text, kind })
  }
  const table = tableOf(a, b)
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      put(a[i]!, 'same')
      i++
      j++
    } else if (table[i + 1]![j]! >= table[i]![j + 1]!) put(a[i++]!, 'gone')
    else put(b[j++]!, 'new')
  }
  while (i < a.length) put(a[i++]!, 'gone')
  while (j < b.length) put(b[j++]!, 'new')
  return pieces
}

/** How many words are the same from each place on. */
function tableOf(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}
