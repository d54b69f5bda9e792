/** A turn of an invoice that comes again: its day, its prices, the months it is for. Pure. */
import type { Language } from '../../kernel/language/catalogue.ts'
import { wordLocale } from '../../kernel/language/catalogue.ts'
import { minorDigits } from '../../kernel/money.ts'
import type { Content } from './content.ts'
import type { Rhythm, TurnPeriod } from './contract/shapes.ts'
import { decimal, divided, rounded, times } from './decimal.ts'
import { decimalText } from '../../formats/decimal.ts'

export const monthsOf: Readonly<Record<Rhythm, number>> = {
  month: 1,
  'two-months': 2,
  quarter: 3,
  'four-months': 4,
  'half-year': 6,
  year: 12,
}

export const rhythmOfMonths = (months: number): Rhythm =>
  (Object.keys(monthsOf) as Rhythm[]).find(rhythm => monthsOf[rhythm] === months) ?? 'month'

/** The day of a turn: the same day of the month as the first, the last one where a month is shorter. */
export const turnDay = (first: Temporal.PlainDate, everyMonths: number, passed: number): Temporal.PlainDate =>
  first.add({ months: everyMonths * passed })

/** How many turns lie before a day. */
export function turnsBefore(first: Temporal.PlainDate, everyMonths: number, day: Temporal.PlainDate): number {
  if (Temporal.PlainDate.compare(first, day) >= 0) return 0
  const whole = Math.trunc(first.until(day, { largestUnit: 'months' }).months / everyMonths)
  return Temporal.PlainDate.compare(turnDay(first, everyMonths, whole), day) < 0 ? whole + 1 : whole
}

const raisedBy = (percent: string) => {
  const { units, scale } = decimal(percent)
  return { units: 100n * 10n ** BigInt(scale) + units, scale: scale + 2 }
}

/** A price raised by a percentage, with the decimals it has, those of its currency at least. */
export function raisedPrice(price: string, percent: string, currency: string): string {
  const value = decimal(price)
  const scale = Math.max(value.scale, minorDigits(currency))
  return decimalText({ units: rounded(times(value, raisedBy(percent)), scale), scale })
}

/** By how many percent an index has moved, to four decimals; null for what is no movement. */
export function indexPercent(was: string, now: string): string | null {
  const [before, after] = [decimal(was), decimal(now)]
  const scale = Math.max(before.scale, after.scale)
  const at = ({ units, scale: has }: { units: bigint; scale: number }) => units * 10n ** BigInt(scale - has)
  const [from, to] = [at(before), at(after)]
  if (from <= 0n || to <= 0n || from === to) return null
  return decimalText({ units: divided((to - from) * 1_000_000n, from), scale: 4 })
}

export interface Raise {
  readonly fromOn: Temporal.PlainDate
  readonly percent: string
}

export interface Pricing {
  readonly currency: string
  /** Those that have not been applied. */
  readonly raises: readonly Raise[]
  /** What the price list says, by the id of its row. */
  readonly prices: ReadonlyMap<string, string>
}

/** The content with the prices of a day: as the price list says where a line follows it, else raised by what has come. */
export function pricedOn(content: Content, on: Temporal.PlainDate, { currency, raises, prices }: Pricing): Content {
  const come = raises
    .filter(raise => Temporal.PlainDate.compare(raise.fromOn, on) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.fromOn, b.fromOn))
  if (!content.lines) return content
  const lines = content.lines.map(line => {
    if (line.priceId) return { ...line, price: prices.get(line.priceId) ?? line.price }
    return { ...line, price: come.reduce((price, { percent }) => raisedPrice(price, percent, currency), line.price) }
  })
  return { ...content, lines }
}

/** The whole months an invoice of a day is for, first and last. */
export function monthsFor(
  period: TurnPeriod,
  on: Temporal.PlainDate,
  everyMonths: number,
): readonly [Temporal.PlainYearMonth, Temporal.PlainYearMonth] | null {
  if (period === 'none') return null
  const month = on.toPlainYearMonth()
  const first =
    period === 'current'
      ? month
      : period === 'following'
        ? month.add({ months: 1 })
        : month.subtract({ months: everyMonths })
  return [first, first.add({ months: everyMonths - 1 })]
}

/** "November 2026", "January – March 2027", "December 2026 – February 2027". */
export function monthsWords(
  [first, last]: readonly [Temporal.PlainYearMonth, Temporal.PlainYearMonth],
  language: Language,
): string {
  const locale = wordLocale(language)
  const words = (month: Temporal.PlainYearMonth, options: Intl.DateTimeFormatOptions) =>
    month.toPlainDate({ day: 1 }).toLocaleString(locale, options)
  const whole = { month: 'long', year: 'numeric' } as const
  if (first.equals(last)) return words(first, whole)
  return `${words(first, first.year === last.year ? { month: 'long' } : whole)} – ${words(last, whole)}`
}

const mark = '{period}'

/** Says which months it is for: where the texts ask for it, else after the subject. */
export function withPeriod(content: Content, words: string | null): Content {
  if (words === null) return content
  const fill = (text: string) => text.replaceAll(mark, words)
  const asked = [content.subject, content.intro, ...(content.lines ?? []).map(line => line.text)].some(text =>
    text?.includes(mark),
  )
  return {
    ...content,
    subject: asked
      ? content.subject && fill(content.subject)
      : [content.subject, words].filter(Boolean).join(', ').slice(0, 200),
    ...(content.intro === undefined ? {} : { intro: fill(content.intro) }),
    ...(content.lines ? { lines: content.lines.map(line => ({ ...line, text: fill(line.text) })) } : {}),
  }
}
