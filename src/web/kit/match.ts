/** Finding by the beginnings of words, without regard to case and accents: `hisi ven` finds `Hisings Ventilation`. */

export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('Ø', 'O')
    .replaceAll('æ', 'ae')
    .replaceAll('Æ', 'AE')
    .toLowerCase()

/** How well words fit what was typed: 0 not at all; higher is better. The whole beginning beats the beginnings of words, beats within. */
export function fit(typed: string, words: string): number {
  const wanted = folded(typed).trim()
  if (!wanted) return 1
  const whole = folded(words)
  if (whole.startsWith(wanted)) return 4
  const parts = wanted.split(/\s+/)
  const starts = whole.split(/[^\p{L}\p{N}]+/u)
  if (parts.every(part => starts.some(start => start.startsWith(part)))) return 3
  if (whole.includes(wanted)) return 2
  return 0
}

export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** Cuts words where what was typed stands, for showing it strong. Only where folding keeps lengths, as it does in Latin script. */
export function pieces(typed: string, words: string): Piece[] {
  const parts = folded(typed).trim().split(/\s+/).filter(Boolean)
  const whole = [...words].map(letter => folded(letter)[0] ?? ' ').join('')
  if (!parts.length || whole.length !== words.length) return [{ text: words, hit: false }]
  const marks = new Array<boolean>(words.length).fill(false)
  for (const part of parts) {
    const at = startOf(whole, part)
    if (at >= 0) marks.fill(true, at, at + part.length)
  }
  const cut: Piece[] = []
  for (let index = 0; index < words.length; index++) {
    const hit = marks[index] ?? false
    const last = cut.at(-1)
    if (last && last.hit === hit) cut[cut.length - 1] = { text: last.text + words[index], hit }
    else cut.push({ text: words[index] ?? '', hit })
  }
  return cut
}

/** Where a word begins with the part; else where it stands at all. */
function startOf(whole: string, part: string): number {
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(whole[at - 1] ?? '')) return at
  }
  return whole.indexOf(part)
}
