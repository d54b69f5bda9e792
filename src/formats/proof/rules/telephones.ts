import { type CountryCode, isPossiblePhoneNumber } from 'libphonenumber-js'
import { found, type Passage, type Prepared, type ProofFinding } from '../model.ts'
import { anywhere, whole } from '../words/index.ts'

const phoneWords = whole(
  anywhere(words => words.phone),
  'iu',
)
const countries: Readonly<Record<string, CountryCode>> = { sv: 'SE', nb: 'NO', nl: 'NL', ro: 'RO', pt: 'PT', en: 'GB' }

/** A number beside a word for telephones, or with a country's code, that nobody could ring. */
export function telephones(prepared: Prepared, passage: Passage): ProofFinding[] {
  const expression =
    /(?<![\p{L}\p{N}.,/-])(\+\d{1,3}[\d ()\u00a0.-]{3,20}\d|0\d[\d ()\u00a0.-]{2,16}\d|\d{2,4}(?:[ -]\d{2,4}){1,4}|\d{7,10})(?![\p{L}\p{N}]|[-/]\d)/gu
  return [...passage.text.matchAll(expression)].flatMap(match => {
    const written = match[1]!
    const lead = passage.text.slice(Math.max(0, match.index - 28), match.index)
    const line = lead.slice(lead.lastIndexOf('\n') + 1)
    const abroad = written.startsWith('+')
    const near = /(?:\p{L}|[.:)])\s*$/u.test(line) && phoneWords.test(line) && !/[.!?]\s+\S.{12,}$/u.test(line)
    if (!abroad && !near) return []
    if (
      !abroad &&
      !/(?:tel|tlf|tfn|phone|mob|fax|faks|ring|bel|gsm|ligu|suna|sună|call|nås|treff|bereik|reach|sms|telem|telef|tlm)/iu.test(
        line,
      )
    )
      return []
    if (!abroad && /(?:faktura|invoice|factuur|ref|order|konto|ocr|kid)/iu.test(line)) return []
    const all = [countries[passage.language]!, prepared.question.country as CountryCode]
    const figures = written.replace(/\D/g, '')
    const known = /^(?:112|11\d{3}|116\d{3}|1\d{2}|1177|(?:800|900|810|820)\d{5})$/.test(figures)
    const norwegian = prepared.question.country === 'NO' && figures.length === 5
    const short = figures.startsWith('0') && figures.length < 8 && !norwegian
    const possible = abroad
      ? isPossiblePhoneNumber(written)
      : known || (!short && all.some(country => isPossiblePhoneNumber(written, country)))
    return possible
      ? []
      : [found(passage, match.index, match.index + written.length, { rule: 'telephone', severity: 'quiet' })]
  })
}
