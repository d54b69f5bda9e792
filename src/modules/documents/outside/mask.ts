/** Masks what may not be read in public: words, purely. A mask tells nothing of how long the word was. */

export const mask = '█████'

/** E-mail addresses, telephone and personal numbers: six figures or more in a row, with what people write between them. */
const always = [/[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>()]+/gu, /\+?\d(?:[ \u00a0.()/-]{0,2}\d){5,}/gu]

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Words are found whatever their letters' case and accents, and with the endings that our languages give a name. */
function patternOf(word: string): RegExp | null {
  const letters = [...word.normalize('NFD').replace(/\p{M}/gu, '')]
  if (letters.length === 0) return null
  const loose = letters.map(letter => (/\s/u.test(letter) ? String.raw`\s+` : `${escaped(letter)}\\p{M}*`)).join('')
  return new RegExp(`(?<![\\p{L}\\p{N}])${loose}(?:['’]?\\p{L}{1,3})?(?![\\p{L}\\p{N}])`, 'giu')
}

/** The text with these words, and everything that names or reaches a person, masked. */
export function masked(text: string, words: readonly string[]): string {
  let shown = text.normalize('NFD')
  for (const pattern of always) shown = shown.replace(pattern, mask)
  for (const word of words) {
    const pattern = patternOf(word.trim())
    if (pattern) shown = shown.replace(pattern, mask)
  }
  return shown.normalize('NFC')
}

/** The parts of a name that would tell it: each word of two letters or more. */
export const wordsOfName = (name: string): string[] => name.split(/[\s,;]+/u).filter(word => [...word].length > 1)
