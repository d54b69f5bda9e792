import { fold, squash } from './fold.ts'
import type { Sheet } from './layout.ts'
import { phrasesOf, vocabularies } from './vocabulary/index.ts'

const legalForms = new Set(vocabularies.flatMap(one => phrasesOf(one.legalForms).map(squash)))
const legalWords = [...legalForms].filter(word => word.length >= 2)

/** Words that name companies: a legal form as a word of its own, near the end or the beginning. */
export function hasLegalForm(text: string): boolean {
  const words = text
    .split(/[\s,()]+/)
    .map(word =>
      squash(word).length <= 2 && !/^[\p{Lu}./-]+$/u.test(word) ? squash(word).replace(/./g, '-') : squash(word),
    )
    .filter(word => word !== '')
  if (words.length < 2 || words.length > 10) return false
  if (/\b\d{4}\s?[A-Z]{2}\b/.test(text)) return false
  const last = words.slice(-3)
  const ends = [...last, last.slice(-2).join(''), last.join('')]
  return (
    ends.some(word => legalForms.has(word)) ||
    (words[0] !== undefined &&
      ['sc', 'stiftelsen', 'stichting', 'gemeente', 'primaria', 'municipio', 'mairie', 'brf'].includes(words[0]))
  )
}

/** Names without what letterheads put around them: an address after a comma, a slogan after a dash. */
export function cleanName(text: string): string {
  const cut = beforeAddress(text.split(/\s[|·●•]|[·●•|]\s/)[0] ?? text)
  return withoutSlogan(cut)
    .replace(/\s*\([\d][\dA-Z -]{3,}\)$/, '')
    .replace(/^[\s:;,.\-–*"'“”()]+|[\s:;,*"“”]+$/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 90)
}

/** `Papelaria Central, Lda., Rua Augusta 100, Lisboa`: the name ends before the first part that holds a digit. */
function beforeAddress(text: string): string {
  const parts = text.split(/,\s+/)
  const address = parts.findIndex((part, index) => index > 0 && /\d/.test(part))
  const street = address > 1 && !hasLegalForm(parts.slice(0, address).join(' ')) ? 1 : address
  return address < 1 ? text : parts.slice(0, street).join(', ')
}

/** What follows a dash is a slogan or a place, unless only the whole has a legal form: `Kust Städ – Fastighet AB`. */
function withoutSlogan(text: string): string {
  const [first = text, ...rest] = text.split(/\s+[-–—*]+\s+/)
  if (rest.length !== 1 || hasLegalForm(first)) return first
  const whole = `${first} – ${rest[0]}`
  return hasLegalForm(whole) && !/\d/.test(whole) && first.split(' ').length < 5 ? whole : first
}

/** Whether a text could be a name: letters for the most part, no addresses, amounts or percentages. */
export function isName(text: string): boolean {
  if (text.length < 3 || text.length > 80 || !/\p{L}{2}/u.test(text)) return false
  const letters = text.replace(/[^\p{L}]/gu, '').length
  return (
    letters >= text.replace(/\s/g, '').length * 0.6 &&
    !/@|https?:|www\.|%|€|\$|\d[.,]\d\d(?!\d)|\d{5}/.test(text) &&
    text.split(' ').length <= 10
  )
}

const street =
  /^(?:rua|av|avenida|praça|zona industrial|travessa|str|strada|bd|bulevardul|calea|șos|postboks|postbox|box|postbus|p\.?o\.? box|unit|rue|chemin|avenue|place|za|zi)(?:[\s.,]|$)|(?:straße|strasse|gatan|gata|vägen|veien|straat|laan|plein|street|road|lane)$/iu

/** Whether a text is rather a street or a box than a name. */
export function isStreet(text: string): boolean {
  return street.test(text)
}

const providers = new Set([
  'gmail',
  'hotmail',
  'outlook',
  'yahoo',
  'live',
  'icloud',
  'telia',
  'example',
  'localhost',
  'online',
  'mail',
])

/** Second-level names of the mail and web addresses on the paper. */
export function domainsIn(sheet: Sheet): string[] {
  const found = new Set<string>()
  for (const row of sheet.rows) {
    for (const token of row.tokens) {
      const match = /(?:@|www\.|https?:\/\/(?:www\.)?)([\p{L}\d-]{2,40})\.[\p{L}.]{2,12}/iu.exec(token.text)
      const name = match?.[1] ? squash(match[1]) : ''
      if (name.length > 2 && !providers.has(name)) found.add(name)
    }
  }
  return [...found]
}

/** 0 to 1: how fully a name agrees with one of the domains. */
export function matchesDomain(text: string, domains: readonly string[]): number {
  const words = fold(text)
    .split(/[^a-z0-9]+/)
    .filter(word => word.length > 0 && !legalWords.includes(word))
  const whole = words.join('')
  if (whole.length < 3) return 0
  if (
    domains.some(
      domain =>
        domain === whole ||
        (whole.length > 4 && domain.startsWith(whole)) ||
        (domain.length > 4 && whole.startsWith(domain)),
    )
  )
    return 1
  return words.some(word => word.length > 4 && domains.some(domain => domain.startsWith(word))) ? 0.6 : 0
}

/** Whether all web and mail addresses on the paper are somebody else's: neither a word of the name nor its initials. */
export function contradictsDomains(text: string, domains: readonly string[]): boolean {
  const words = fold(text)
    .split(/[^a-z0-9]+/)
    .filter(word => word.length > 1 && !legalForms.has(word))
  const initials = words.map(word => word[0]).join('')
  const agrees = (domain: string): boolean =>
    (initials.length > 1 && domain.startsWith(initials)) ||
    words.some(word => word.length > 2 && (domain.includes(word) || (domain.length > 2 && word.includes(domain))))
  return domains.length > 0 && matchesDomain(text, domains) === 0 && !domains.some(agrees)
}
