/**
 * The numbers that stand on the demo's papers: each function completes a payload, so that what is printed is valid. Payment
 * references and accounts are those of src/formats/references; what identifies companies stands here. The tests hold all of
 * them against `stdnum` and `ibantools`, which were written by others.
 */
import { creditorReferenceOf, ibanOf, ibanPrinted } from '../../../formats/references/international.ts'
import { luhnDigit, mod11Digit } from '../../../formats/references/modulus.ts'
import { betalingskenmerkOf } from '../../../formats/references/netherlands.ts'
import { kidOf } from '../../../formats/references/norway.ts'
import { multibancoOf, nibOf } from '../../../formats/references/portugal.ts'
import { bankgiroPrinted, ocrOf, ocrWithLength, plusgiroPrinted } from '../../../formats/references/sweden.ts'

export { ibanOf, ibanPrinted, luhnDigit }

/** Swedish OCR number with its length digit before the check digit. */
export const swedishOcr = ocrWithLength
/** KID with modulus 10, as most invoice programs set it. */
export const norwegianKid = (payload: string): string => kidOf(payload, 'mod10')
/** Bankgiro `5730-9122` from seven digits (`573-9122` from six). */
export const bankgiro = (payload: string): string => bankgiroPrinted(ocrOf(payload))
/** Plusgiro `48 21 07-3` from the digits before the hyphen. */
export const plusgiro = (payload: string): string => plusgiroPrinted(ocrOf(payload))
export const portugueseNib = nibOf
/** Betalingskenmerk of 16 digits. */
export const dutchReference = betalingskenmerkOf
/** ISO 11649 creditor reference `RF18…` from its own part. */
export const creditorReference = creditorReferenceOf

/** Multibanco reference of nine digits from the biller's seven. */
export const multibancoReference = (entity: string, seven: string, total_minor: number): string =>
  multibancoOf(entity, seven, BigInt(total_minor))

const weighted = (digits: string, weights: readonly number[]): number =>
  [...digits].reduce((sum, digit, i) => sum + Number(digit) * (weights[i] ?? 0), 0)

/** Norwegian modulus 11 (kontonummer, organisasjonsnummer): null where the remainder would ask for two digits. */
const norwegianMod11 = (payload: string): string | null => {
  const digit = mod11Digit(payload)
  return digit === '-' ? null : digit
}

/** Raises the payload until modulus 11 gives a digit: one payload in eleven has none. */
const raised = (payload: string, check: (payload: string) => string | null): string => {
  for (let value = BigInt(payload); ; value += 1n) {
    const candidate = String(value).padStart(payload.length, '0')
    const digit = check(candidate)
    if (digit !== null) return candidate + digit
  }
}

/** Kontonummer, eleven digits from ten. */
export const norwegianAccount = (ten: string): string => raised(ten, norwegianMod11)
/** Organisasjonsnummer, nine digits from eight. */
export const norwegianOrganisation = (eight: string): string => raised(eight, norwegianMod11)
/** Organisationsnummer `556710-2941` from nine digits. */
export const swedishOrganisation = (nine: string): string => {
  const whole = ocrOf(nine)
  return `${whole.slice(0, 6)}-${whole.slice(6)}`
}
/** Dutch account number within an IBAN: ten digits that pass the eleven-test (elfproef). */
export const dutchAccount = (nine: string): string => {
  const weights = [10, 9, 8, 7, 6, 5, 4, 3, 2]
  return raised(nine, payload => {
    const rest = (11 - (weighted(payload, weights) % 11)) % 11
    return rest === 10 ? null : String(rest)
  })
}

/** Dutch btw-id from the eight leading digits: RSIN with its eleven-test, then B01. */
export const dutchVat = (eight: string): string => {
  const rsin = raised(eight, payload => {
    const rest = weighted(payload, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
    return rest === 10 ? null : String(rest)
  })
  return `NL${rsin}B01`
}

/** Romanian CUI from its payload (key 753217532, from the right). */
export const romanianCui = (payload: string): string => {
  const sum = weighted(payload.padStart(9, '0'), [7, 5, 3, 2, 1, 7, 5, 3, 2])
  return payload + String(((sum * 10) % 11) % 10)
}

/** Portuguese NIF/NIPC from eight digits. */
export const portugueseNif = (eight: string): string => {
  const rest = 11 - (weighted(eight, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)
  return eight + String(rest > 9 ? 0 : rest)
}

/** British VAT number from seven digits (modulus 97, the older range). */
export const britishVat = (seven: string): string => {
  const rest = 97 - (weighted(seven, [8, 7, 6, 5, 4, 3, 2]) % 97)
  return `GB${seven}${String(rest).padStart(2, '0')}`
}

/** Irish VAT number from seven digits and the trailing letter of a company (A or H): check letter in between. */
export const irishVat = (seven: string): string => {
  const letters = 'WABCDEFGHIJKLMNOPQRSTUV'
  return `IE${seven}${letters[weighted(seven, [8, 7, 6, 5, 4, 3, 2]) % 23]}`
}

/** German USt-IdNr. from eight digits (ISO 7064 modulus 11,10). */
export const germanVat = (eight: string): string => {
  let product = 10
  for (const digit of eight) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (2 * sum) % 11
  }
  return `DE${eight}${(11 - product) % 10}`
}

/** ICP style series of a letter, as `Recommandé RR…SE`: UPU S10 number with its check digit. */
export const registeredLetter = (eight: string, country: string): string => {
  const rest = 11 - (weighted(eight, [8, 6, 4, 2, 3, 5, 9, 7]) % 11)
  return `RR${eight}${rest === 10 ? 0 : rest === 11 ? 5 : rest}${country}`
}
