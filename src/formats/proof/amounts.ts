/** Amounts as six countries write them, as whole hundredths. */
export interface Amount {
  readonly start: number
  readonly end: number
  readonly hundredths: number
  /** Written with a currency. */
  readonly money: boolean
  readonly decimals: boolean
  /** Written in groups of thousands. */
  readonly grouped: boolean
}

const currency = '(?:sek|nok|eur|ron|usd|gbp|dkk|chf|kronor|kroner|kr|euros?|lei|£|€|\\$)'
const figure = "(?:\\d{1,3}(?:[ \\u00a0\\u202f.,'’]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?)"
const expression = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/–-]|[\\p{N}][ ])(?<pre>${currency}\\.?\\s?)?(?<sign>[-–−]\\s?)?(?<figure>${figure})(?<tail>:-|,-|\\.-|\\s?(?:${currency})(?!\\p{L}))?(?![\\p{N}\\p{L}%]|[.,:/]\\d|\\s?%)`,
  'giu',
)

/** `1.234,50`, `1 234.50`, `1,234`: three figures behind a mark are thousands, one or two are decimals. */
export function hundredthsOf(figure: string): { readonly value: number; readonly decimals: boolean } {
  const match = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(figure)!
  const whole = match[1]!.replace(/[^\d]/g, '')
  const rest = match[2]
  return { value: Number(whole) * 100 + (rest ? Number(rest.padEnd(2, '0')) : 0), decimals: rest !== undefined }
}

export function amountsIn(text: string): Amount[] {
  return [...text.matchAll(expression)].map(match => {
    const { pre, sign, figure: written, tail } = match.groups!
    const { value, decimals } = hundredthsOf(written!)
    return {
      start: match.index,
      end: match.index + match[0].length,
      hundredths: sign ? -value : value,
      money: pre !== undefined || tail !== undefined,
      decimals,
      grouped: /\d[ \u00a0\u202f.,'’]\d{3}/.test(written!),
    }
  })
}

/** An amount as plain figures; the page writes it in the reader's way. */
export const written = (hundredths: number): string => {
  const sign = hundredths < 0 ? '-' : ''
  const all = Math.abs(hundredths)
  const rest = all % 100
  const whole = String(Math.floor(all / 100)).replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return `${sign}${whole}${rest ? `,${String(rest).padStart(2, '0')}` : ''}`
}
