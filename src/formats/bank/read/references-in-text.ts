/** References that stand in what the payer wrote: found by their check digits, never by length alone. */
import { isCreditorReference, isStructuredCommunication, isSwissReference } from '../../references/international.ts'
import { digitsOf } from '../../references/modulus.ts'
import { isLongBetalingskenmerk, isShortBetalingskenmerk } from '../../references/netherlands.ts'
import { isKid } from '../../references/norway.ts'
import { isOcr } from '../../references/sweden.ts'
import type { LineReference, LineReferenceScheme } from '../model.ts'

const announced: readonly (readonly [RegExp, LineReferenceScheme, (digits: string) => boolean])[] = [
  [/\bOCR(?:-?(?:nr|nummer|ref))?[\s.:]*((?:\d[ ]?){2,25})(?!\d)/giu, 'ocr', isOcr],
  [/\bKID(?:-?(?:nr|nummer))?[\s.:]*((?:\d[ ]?){1,24}[\d-])(?!\d)/giu, 'kid', text => isKid(text)],
  [
    /\bBETALINGSKENM(?:ERK)?[\s.:]*((?:\d[ ]?){7,16})(?!\d)/giu,
    'betalingskenmerk',
    digits => digits.length === 7 || isShortBetalingskenmerk(digits) || isLongBetalingskenmerk(digits),
  ],
]

/** References in free text; where a label promises one whose digits do not check, it is still told, as a text. */
export function referencesIn(text: string): LineReference[] {
  const found = new Map<string, LineReference>()
  const add = (scheme: LineReferenceScheme, value: string): void => {
    if (!found.has(value)) found.set(value, { scheme, value, amount: null })
  }
  for (const match of text.matchAll(/\bRF\d{2}(?:[ ]?[0-9A-Z]){1,21}/giu)) {
    const value = longestCreditorReference(match[0].toUpperCase().replace(/ /g, ''))
    if (value) add('rf', value)
  }
  for (const match of text.matchAll(/[+*]{3}\s?(\d{3}\/\d{4}\/\d{5})\s?[+*]{3}/g))
    if (isStructuredCommunication(digitsOf(match[1] as string)))
      add('structured-communication', digitsOf(match[1] as string))
  for (const [pattern, scheme, holds] of announced) {
    for (const match of text.matchAll(pattern)) {
      const value = (match[1] as string).replace(/ /g, '')
      add(holds(value) ? scheme : 'text', value)
    }
  }
  return [...found.values()]
}

/** The reference may run into the word after it: the longest beginning whose check digits hold. */
function longestCreditorReference(text: string): string | null {
  for (let end = text.length; end >= 5; end -= 1) if (isCreditorReference(text.slice(0, end))) return text.slice(0, end)
  return null
}

/** A reference that the bank calls one, in the scheme that its signs and check digits tell. */
export function structuredReference(text: string, scheme?: LineReferenceScheme): LineReference {
  const compact = text.toUpperCase().replace(/[\s./+*]/g, '')
  if (scheme) return { scheme, value: compact, amount: null }
  if (isCreditorReference(compact)) return { scheme: 'rf', value: compact, amount: null }
  if (isSwissReference(compact)) return { scheme: 'swiss', value: compact, amount: null }
  return { scheme: 'structured', value: compact === '' ? text.trim() : compact, amount: null }
}
