import { fold } from '../../kernel/language/fold.ts'

// What says which form a company has, not which company it is.
const legalForms = new Set(
  (
    'ab publ hb kb ek for as asa ans da sa sf ba enk nuf bv nv vof cv srl sra pfa ii if lda limitada unipessoal sgps ltd limited plc llp llc inc ' +
    'gmbh ag kg ug ohg ev aps oy oyj sarl sas spa sl slu sp zoo'
  ).split(' '),
)

/** The words of a name that tell it from others, folded; legal forms left out unless nothing else remains. */
export function nameWords(name: string): string[] {
  // "A/S", "B.V." and "S.R.L." become one word each
  const joined = fold(name).replace(/\b(?:[a-z]\s?[./]\s?){1,4}[a-z]?\b\.?/g, form => `${form.replace(/[^a-z]/g, '')} `)
  const words = joined.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const telling = words.filter(word => !legalForms.has(word))
  return telling.length > 0 ? telling : words
}

/** Equal for names that differ in case, marks, order of words and legal form: "Öberg, Karin" and "karin oberg". */
export function nameKey(name: string): string {
  return [...nameWords(name)].sort().join(' ')
}

/** How alike two names are, 0 to 1: Dice over the letter pairs of their words (as trigrams with blank edges). */
export function likeness(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)]
  if (left.size === 0 || right.size === 0) return 0
  let shared = 0
  for (const gram of left) if (right.has(gram)) shared++
  return (2 * shared) / (left.size + right.size)
}

function trigrams(name: string): Set<string> {
  const grams = new Set<string>()
  for (const word of nameWords(name)) {
    const padded = `  ${word} `
    for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3))
  }
  return grams
}
