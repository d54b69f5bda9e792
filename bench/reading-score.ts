/** Ways of writing one letter or mark made one: cedilla and comma, quotes, dashes, spaces. */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('ş', 'ș')
    .replaceAll('ţ', 'ț')
    .replaceAll('Ş', 'Ș')
    .replaceAll('Ţ', 'Ț')
    .replace(/[‘’‚`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Levenshtein's distance in letters. */
export function editDistance(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  let row = Uint32Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [i, letter] of left.entries()) {
    const next = new Uint32Array(right.length + 1)
    next[0] = i + 1
    for (let j = 1; j <= right.length; j++) {
      const swap = (row[j - 1] ?? 0) + (letter === right[j - 1] ? 0 : 1)
      next[j] = Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    }
    row = next
  }
  return row[right.length] ?? 0
}

/** Share of letters that are wrong, missing or too many. */
export function errorRate(truth: string, read: string): number {
  const wanted = foldText(truth)
  return editDistance(wanted, foldText(read)) / wanted.length
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
