/** Letters that no decomposition folds, as PostgreSQL's unaccent folds them; one character each, so that places hold. */
const single: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ł: 'l', ħ: 'h', ı: 'i' }

/** Folds a text character by character: the result has the same length, so places in it are places in the text. */
export function foldInPlace(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) {
    const lower = text[i]!.toLowerCase()
    const base = lower.normalize('NFD')[0] ?? lower
    folded += (single[base] ?? base).slice(0, 1) || ' '
  }
  return folded
}

/** The words looked for, folded; excluded ones left out. */
export function wordsOf(typed: string): string[] {
  return [...typed.matchAll(/(-?)(?:"([^"]+)"|([^\s"]+))/g)]
    .filter(([, minus]) => !minus)
    .map(([, , phrase, word]) => foldInPlace((phrase ?? word ?? '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')))
    .filter(word => word.length > 1)
}

/** Where a word, or its stem (all but its last two letters), begins in the folded text. */
function findWord(folded: string, word: string, from: number): [at: number, length: number] | null {
  for (const part of word.length > 5 ? [word, word.slice(0, -2)] : [word]) {
    for (let at = folded.indexOf(part, from); at >= 0; at = folded.indexOf(part, at + 1)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1]!)) return [at, part.length]
    }
    const inside = folded.indexOf(part, from)
    if (inside >= 0 && part.length > 3) return [inside, part.length]
  }
  return null
}

/** About 160 characters around the first word found, with the places to mark. */
export function snippetOf(body: string, words: readonly string[]): { text: string; marks: [number, number][] } | null {
  const flat = body.replace(/\s+/g, ' ')
  const folded = foldInPlace(flat)
  const first = words
    .map(word => findWord(folded, word, 0))
    .filter(hit => hit !== null)
    .sort((a, b) => a[0] - b[0])[0]
  if (!first) return null
  let start = Math.max(0, first[0] - 50)
  if (start > 0) start = flat.indexOf(' ', start) + 1 || start
  const end = Math.min(flat.length, start + 160)
  const marks: [number, number][] = []
  for (const word of words) {
    for (
      let hit = findWord(folded, word, start);
      hit && hit[0] + hit[1] <= end;
      hit = findWord(folded, word, hit[0] + hit[1])
    ) {
      marks.push([hit[0] - start, hit[0] + hit[1] - start])
    }
  }
  marks.sort((a, b) => a[0] - b[0])
  return { text: flat.slice(start, end), marks: marks.filter(([from], i) => i === 0 || from >= marks[i - 1]![1]) }
}
