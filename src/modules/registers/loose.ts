/** Reads what people write into cells of a table: days, numbers, yes and no. Nothing where it is none of these. */

const dayFirst = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/
const yearFirst = /^(\d{4})[./-]?(\d{2})[./-]?(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/

/** Year first, or day first as all of Kontor's countries write it. */
export function looseDay(text: string): string | null {
  const written = text.trim().replace(/\.$/, '')
  const [year, month, day] = yearFirst.exec(written)?.slice(1) ?? dayFirst.exec(written)?.slice(1).toReversed() ?? []
  if (!year || !month || !day) return null
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ).toString()
  } catch {
    return null
  }
}

/**
 * A decimal string out of "1 234,50", "1.234,50" or "1,234.50". Of two kinds of mark the last is the decimal one; a single kind is
 * thousands where it comes several times.
 */
export function looseDecimal(text: string): string | null {
  const bare = text
    .trim()
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace('−', '-')
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(bare)) return null
  const last = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'))
  const mark = last < 0 ? '' : bare[last]!
  const isDecimal = mark !== '' && bare.indexOf(mark) === last
  const whole = (isDecimal ? bare.slice(0, last) : bare).replace(/[.,+]/g, '')
  const fraction = isDecimal ? bare.slice(last + 1) : ''
  if (!/^-?\d*$/.test(whole) || !/^\d*$/.test(fraction)) return null
  return `${whole === '' || whole === '-' ? `${whole}0` : whole}${fraction ? `.${fraction}` : ''}`
}

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'j', 'da', 'sim', 's', '✓'])
const no = new Set(['no', 'n', 'false', '0', 'nej', 'nei', 'nee', 'nu', 'nao', '-'])

/** Yes or no in the six languages; `folded` is without case and marks. */
export function looseYes(folded: string): boolean | null {
  if (yes.has(folded)) return true
  return no.has(folded) ? false : null
}

const currencySigns: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', $: 'USD', lei: 'RON', ron: 'RON' }

/** An amount with the currency written beside it, or `usual` where none is; "kr" is the office's own. */
export function looseMoney(text: string, usual: string): { amount: string; currency: string } | null {
  const match = /^([^\d,.-]*?)\s*([+−-]?[\d.,\s\u00a0\u202f']*\d)\s*(.*?)$/u.exec(text.trim())
  const amount = looseDecimal(match?.[2] ?? '')
  if (!match || amount === null) return null
  const sign = (match[1] || match[3] || '').trim().replace(/[.:-]+$/, '')
  const currency =
    sign === '' || sign.toLowerCase() === 'kr'
      ? usual
      : (currencySigns[sign.toLowerCase()] ?? (/^[A-Za-z]{3}$/.test(sign) ? sign.toUpperCase() : null))
  return currency ? { amount, currency } : null
}
