/**
 * Amounts as they are written in the countries of the office: 1 234,56 · 1.234,56 · 1,234.56 · 1'234.56 · 1 234:50 · 100:- ·
 * 100,- · 1.234,56- · (12.00) · -€ 5,00, with ordinary, no-break and narrow spaces, and the dashes printers use for minus.
 */
export interface Amount {
  /** Hundredths of the currency unit. */
  readonly value: bigint
  /** ISO 4217, where a sign or code stood beside the digits; `kr` and `$` leave it null. */
  readonly currency: string | null
  /** Whether two decimals (or :- and the like) were written. */
  readonly decimals: boolean
  readonly marked: boolean
  /** 1.234 may be a thousand or one and a fraction; letters were read as digits. */
  readonly doubtful: boolean
  readonly decimalMark: ',' | '.' | ':' | null
}

const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  sek: 'SEK',
  nok: 'NOK',
  dkk: 'DKK',
  ron: 'RON',
  lei: 'RON',
  leu: 'RON',
  gbp: 'GBP',
  usd: 'USD',
  us$: 'USD',
  chf: 'CHF',
  pln: 'PLN',
  zł: 'PLN',
  zl: 'PLN',
  rm: 'MYR',
  myr: 'MYR',
  inr: 'INR',
  rs: 'INR',
  'rs.': 'INR',
  '₹': 'INR',
  huf: 'HUF',
  ft: 'HUF',
  czk: 'CZK',
  kč: 'CZK',
  cad: 'CAD',
  aud: 'AUD',
  nzd: 'NZD',
  isk: 'ISK',
  brl: 'BRL',
  r$: 'BRL',
  jpy: 'JPY',
  '¥': 'JPY',
  sgd: 'SGD',
  s$: 'SGD',
  hkd: 'HKD',
  bgn: 'BGN',
  try: 'TRY',
  zar: 'ZAR',
  'fr.': 'CHF',
  'sfr.': 'CHF',
  uah: 'UAH',
  ils: 'ILS',
  '₪': 'ILS',
  cny: 'CNY',
  rp: 'IDR',
  'rp.': 'IDR',
  idr: 'IDR',
  thb: 'THB',
}
const unclear = new Set(['kr', 'kr.', '$', 'kronor', 'kroner'])

/** ISO 4217 code of a sign or word for a currency, empty for one that several share, null for no currency at all. */
export function currencyOf(text: string): string | null {
  const word = text
    .toLowerCase()
    .replace(/[():;,]+$/g, '')
    .replace(/^[(]+/g, '')
  if (unclear.has(word)) return ''
  return signs[word] ?? null
}

const codes = new Set(Object.values(signs))

/** Whether the text is an ISO 4217 code that bills here use. */
export function isCurrencyCode(text: string): boolean {
  return codes.has(text)
}

const spaces = /[\u00a0\u202f\u2009\u2007 ]/g
const shape =
  /^([^\d\s.,'’()+−–-]{0,4}\.?)?\s?([-−–+(]?)\s?([€$£]|rm|rs\.?|rp\.?)?(\d[\d.,:'’´ ]*)((?:,-|\.-|:-|,–|:–|\.–|-|−|–)?)(\)?)\s?([^\d\s.,'’()%]{0,5}\.?)\)?$/iu

/** Reads one amount that stands alone in `text`; null when it is something else. */
export function parseAmount(text: string): Amount | null {
  if (text.length > 40) return null
  const match = shape.exec(text.replace(spaces, ' ').trim())
  if (!match) return null
  const [, before = '', sign = '', inner = '', body = '', tail = '', close = '', after = ''] = match
  const prefix = before === '' ? undefined : currencyOf(before)
  const suffix = after === '' ? undefined : currencyOf(after)
  if (prefix === null || suffix === null) return null
  const digits = readDigits(body.trim().replace(/[.,:]$/, ''), /^[,.:]/.test(tail))
  if (!digits) return null
  const negative = /[-−–(]/.test(sign) || (/^[-−–]$/.test(tail) && digits.decimals) || (sign === '(' && close === ')')
  const currency = [currencyOf(inner || ' '), prefix, suffix].find(one => one) ?? null
  return {
    value: negative ? -digits.value : digits.value,
    currency,
    decimals: digits.decimals,
    marked: inner !== '' || prefix !== undefined || suffix !== undefined || /^[,.:]/.test(tail),
    doubtful: digits.doubtful,
    decimalMark: digits.mark,
  }
}

interface Digits {
  readonly value: bigint
  readonly decimals: boolean
  readonly doubtful: boolean
  readonly mark: ',' | '.' | ':' | null
}

const grouped = /^\d{1,3}(?:([.,'’´ ])\d{3})(?:\1\d{3})*$/

function readDigits(body: string, dashDecimals: boolean): Digits | null {
  if (body.replace(/\D/g, '').length > 13) return null
  const decimal = /^(.*\d)([.,:])(\d{2})$/.exec(body)
  if (decimal?.[1] && decimal[3] && !dashDecimals) {
    const whole = decimal[1]
    const mark = decimal[2] as ',' | '.' | ':'
    const inside = grouped.exec(whole)
    if (!/^\d+$/.test(whole) && (!inside || inside[1] === mark)) return null
    const value = BigInt(whole.replace(/\D/g, '')) * 100n + BigInt(decimal[3])
    return { value, decimals: true, doubtful: mark === ':', mark }
  }
  if (/^\d+$/.test(body)) return { value: BigInt(body) * 100n, decimals: dashDecimals, doubtful: false, mark: null }
  const inside = grouped.exec(body)
  if (!inside) return singleDecimal(body)
  const doubtful = (inside[1] === '.' || inside[1] === ',') && body.length <= 7 && !dashDecimals
  return { value: BigInt(body.replace(/\D/g, '')) * 100n, decimals: dashDecimals, doubtful, mark: null }
}

/** 12,5 is written on some bills; it counts as an amount, with doubt. */
function singleDecimal(body: string): Digits | null {
  const match = /^(\d{1,9})([.,])(\d)$/.exec(body)
  if (!match?.[1] || !match[3]) return null
  return {
    value: BigInt(match[1]) * 100n + BigInt(match[3]) * 10n,
    decimals: false,
    doubtful: true,
    mark: match[2] as ',' | '.',
  }
}

/** O for 0, l and I for 1, S for 5, B for 8: what OCR confuses inside a number. Null when nothing changed. */
export function unconfuse(text: string): string | null {
  if (!/\d/.test(text)) return null
  const repaired = text
    .replace(/[oODQ]/g, '0')
    .replace(/[lI|!]/g, '1')
    .replace(/S/g, '5')
    .replace(/B/g, '8')
    .replace(/Z/g, '2')
  return repaired === text ? null : repaired
}
