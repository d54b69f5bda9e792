/** Every way of writing a figure or a date, bound to one person's language and one organisation's country and zone. */
import type { WireMoney } from '../answers.ts'
import { dayIn, fullDay, longDay, relativeDay, shortDay, timeIn, weekdayDay, weekOf } from './day.ts'
import { hoursAndMinutes } from './duration.ts'
import { figureLocale, numberFormat } from './locale.ts'
import { formatAmount, formatMoney, sumMoney } from './money.ts'

const nbsp = '\u00a0'

export interface Formats {
  readonly language: string
  readonly country: string
  readonly currency: string
  readonly zone: string
  /** The office's day now. */
  today(): string
  /** `48 312,50 SEK` */
  money(value: WireMoney): string
  /** `48 312,50` */
  amount(value: WireMoney): string
  /** `81 850,00 SEK + 1 284,60 EUR` */
  sum(values: readonly WireMoney[]): string
  number(value: number, decimals?: number): string
  percent(part: number): string
  /** `27 Nov`, with the year when it is not this one. */
  day(day: string): string
  /** `Fri 27 Nov` */
  weekday(day: string): string
  /** `20 Nov 2026` */
  fullDay(day: string): string
  /** `Tuesday 24 November` */
  longDay(day: string): string
  /** `in 3 days` */
  relative(day: string): string
  /** ISO week number. */
  week(day: string): number
  /** `09:42` of a moment. */
  time(at: string): string
  /** `20 Nov 14:02`, or the time alone when it was today. */
  moment(at: string): string
  /** The office's day of a moment. */
  dayOf(at: string): string
  /** `3 h 50 min` */
  minutes(minutes: number): string
  /** `84 kB` */
  size(bytes: number): string
}

export interface Place {
  readonly language: string
  readonly country: string
  readonly currency: string
  readonly zone: string
  /** Marks for hours and minutes in the person's language. */
  readonly hourMark: string
  readonly minuteMark: string
}

export function formatsFor(place: Place): Formats {
  const { language, country, zone } = place
  const figures = figureLocale(country)
  const today = () => dayIn(zone)
  const dayOf = (at: string) => dayIn(zone, new Date(at))
  const number = (value: number, decimals?: number) =>
    numberFormat(
      figures,
      decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals },
    )
      .format(value)
      .replaceAll('\u202f', nbsp)
  return {
    ...place,
    today,
    dayOf,
    number,
    money: value => formatMoney(value, country),
    amount: value => formatAmount(value, country),
    sum: values =>
      sumMoney(values)
        .map(one => formatMoney(one, country))
        .join(' + '),
    percent: part => numberFormat(figures, { style: 'percent', maximumFractionDigits: 0 }).format(part),
    day: day => shortDay(day, language, today()),
    weekday: day => weekdayDay(day, language, today()),
    fullDay: day => fullDay(day, language),
    longDay: day => longDay(day, language, today()),
    relative: day => relativeDay(day, language, today()),
    week: day => weekOf(day).week,
    time: at => timeIn(zone, new Date(at)),
    moment: at => {
      const time = timeIn(zone, new Date(at))
      return dayOf(at) === today() ? time : `${shortDay(dayOf(at), language, today())}${nbsp}${time}`
    },
    minutes: minutes => minutesText(minutes, place),
    size: bytes => sizeText(bytes, number),
  }
}

function minutesText(total: number, { hourMark, minuteMark }: Place): string {
  const { hours, minutes } = hoursAndMinutes(total)
  const parts = [
    ...(hours ? [`${hours}${nbsp}${hourMark}`] : []),
    ...(minutes || !hours ? [`${minutes}${nbsp}${minuteMark}`] : []),
  ]
  return (total < 0 ? '−' : '') + parts.join(nbsp)
}

/** Decimal kilobytes, as drives and mails count them. */
function sizeText(bytes: number, number: (value: number, decimals?: number) => string): string {
  if (bytes < 1000) return `${number(bytes)}${nbsp}B`
  if (bytes < 1_000_000) return `${number(Math.round(bytes / 1000))}${nbsp}kB`
  return `${number(bytes / 1_000_000, 1)}${nbsp}MB`
}
