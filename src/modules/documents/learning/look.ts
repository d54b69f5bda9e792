/** Whether a paper looks like one that was seen before: by the words of its first page, kept as numbers that tell nothing. */
import type { Sheet } from '../recognition/layout.ts'

const mostWords = 80
/** So much of what the first one said in words must be said again. */
const alike = 0.6

/** FNV-1a, 32 bits. */
function numberOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The words of the first page, each once. */
export function lookOf(sheet: Sheet): number[] {
  const first = sheet.rows[0]?.page
  const words = sheet.rows.filter(({ page }) => page === first).flatMap(({ tokens }) => tokens.map(({ key }) => key))
  return [...new Set(words.filter(key => key.length >= 4 && !/\d/.test(key)))].slice(0, mostWords).map(numberOf)
}

export function looksLike(sheet: Sheet, look: readonly number[]): boolean {
  if (look.length === 0) return false
  const first = sheet.rows[0]?.page
  const here = new Set(
    sheet.rows.filter(({ page }) => page === first).flatMap(({ tokens }) => tokens.map(({ key }) => numberOf(key))),
  )
  return look.filter(word => here.has(word)).length >= alike * look.length
}
