/**
 * Check digits of the numbers that stand on papers: each function completes a payload, so that what is printed is valid.
 * The tests hold them against `stdnum` and `ibantools`, which were written by others.
 */

const weighted = (digits: string, weights: readonly number[]): number =>
  [...digits].reduce((sum, digit, i) => sum + Number(digit) * (weights[i] ?? 0), 0)

/** Luhn, modulus 10: Swedish OCR numbers, Bankgiro, organisation numbers; Norwegian KID with modulus 10. */
export const luhnDigit = (payload: string): string => {
  let sum = 0
  for (let i = 0; i < payload.length; i++) {
    const digit = Number(payload[payload.length - 1 - i])
    const doubled = i % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}

export const withLuhn = (payload: string): string => payload + luhnDigit(payload)

/**
 * Swedish OCR number as Bankgirot's level 4 asks: a length digit (number of digits, both check digits included, modulo 10)
 * before the check digit.
 */
export const swedishOcr = (payload: string): string => withLuhn(payload + ((payload.length + 2) % 10))

/** Norwegian modulus 11 (kontonummer, organisasjonsnummer, KID): null where the remainder would ask for two digits. */
const norwegianMod11 = (payload: string): string | null => {
  const weights = [...payload].map((_, i) => 2 + ((payload.length - 1 - i) % 6))
  const rest = (11 - (weighted(payload, weights) % 11)) % 11
  return rest === 10 ? null : String(rest)
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
/** KID with modulus 10, as most invoice programs set it. */
export const norwegianKid = (payload: string): string => withLuhn(payload)

/** Organisationsnummer `556710-2941` from nine digits. */
export const swedishOrganisation = (nine: string): string => {
  const whole = withLuhn(nine)
  return `${whole.slice(0, 6)}-${whole.slice(6)}`
}
/** Bankgiro `5730-9122` from seven digits (`573-9122` from six). */
export const bankgiro = (payload: string): string => {
  const whole = withLuhn(payload)
  return `${whole.slice(0, -4)}-${whole.slice(-4)}`
}
/** Plusgiro `48 21 07-3` from the digits before the hyphen. */
export const plusgiro = (payload: string): string =>
  `${payload.replace(/(\d)(?=(\d\d)+$)/g, '$1 ')}-${luhnDigit(payload)}`

/** ISO 7064 modulus 97-10 over letters as 10…35. */
const mod97 = (text: string): number => {
  let rest = 0
  for (const sign of text) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/** IBAN from country and national account (ISO 13616). */
export const ibanOf = (country: string, bban: string): string =>
  `${country}${String(98 - mod97(`${bban}${country}00`)).padStart(2, '0')}${bban}`

/** Groups of four, as banks print it. */
export const ibanPrinted = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ')

/** Portuguese NIB: 19 digits and two of modulus 97. */
export const portugueseNib = (nineteen: string): string =>
  nineteen + String(98 - mod97(`${nineteen}00`)).padStart(2, '0')

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

/** Betalingskenmerk of 16 digits (Acceptgiro rule): check digit first, weights 2 4 8 5 10 9 7 3 6 1 from the right. */
export const dutchReference = (fifteen: string): string => {
  const weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1]
  const rest =
    11 -
    (weighted(
      [...fifteen].reverse().join(''),
      fifteen.split('').map((_, i) => weights[i % 10] ?? 0),
    ) %
      11)
  const digit = rest === 10 ? 1 : rest === 11 ? 0 : rest
  return String(digit) + fifteen
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

/**
 * Multibanco reference of nine digits: entity (5), seven of the biller's own, two check digits over entity, reference and
 * amount (weights are powers of ten modulo 97, SIBS).
 */
export const multibancoReference = (entity: string, seven: string, total_minor: number): string => {
  const whole = `${entity}${seven}${String(total_minor).padStart(8, '0')}`
  const weights = [51, 73, 17, 89, 38, 62, 45, 53, 15, 50, 5, 49, 34, 81, 76, 27, 90, 9, 30, 3]
  return seven + String(98 - (weighted(whole, weights) % 97)).padStart(2, '0')
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

/** ISO 11649 creditor reference `RF18…` from its own part. */
export const creditorReference = (own: string): string => `RF${String(98 - mod97(`${own}RF00`)).padStart(2, '0')}${own}`

/** ICP style series of a letter, as `Recommandé RR…SE`: UPU S10 number with its check digit. */
export const registeredLetter = (eight: string, country: string): string => {
  const rest = 11 - (weighted(eight, [8, 6, 4, 2, 3, 5, 9, 7]) % 11)
  return `RR${eight}${rest === 10 ? 0 : rest === 11 ? 5 : rest}${country}`
}
