import type { Country, Currency, Language } from './types.ts'

const nbsp = '\u00a0'

/** `1284,60` style pieces: sign, whole digits, two decimals. */
const pieces = (minor: number): [string, string, string] => {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  return [minor < 0 ? '-' : '', digits.slice(0, -2), digits.slice(-2)]
}

/** Decimal string of truth: `-412.00`. */
export const decimal = (minor: number): string => {
  const [sign, whole, cents] = pieces(minor)
  return `${sign}${whole}.${cents}`
}

const grouped = (whole: string, separator: string): string => whole.replace(/\B(?=(\d{3})+$)/g, separator)

const marks: Readonly<Record<Country, readonly [group: string, point: string]>> = {
  SE: [nbsp, ','],
  NO: [nbsp, ','],
  NL: ['.', ','],
  RO: ['.', ','],
  PT: ['.', ','],
  GB: [',', '.'],
  IE: [',', '.'],
  DE: ['.', ','],
}

/** An amount as the country writes it, without its currency: `13 980,00`, `1.284,60`, `1,284.60`. */
export const amount = (country: Country, minor: number): string => {
  const [sign, whole, cents] = pieces(minor)
  const [group, point] = marks[country]
  return `${sign}${grouped(whole, group)}${point}${cents}`
}

/** How a currency is written before an amount where that is the custom: the Netherlands, Britain, Ireland. */
export const signBefore = (country: Country, currency: Currency): string | null => {
  if (country === 'NL' && currency === 'EUR') return '€'
  if (country === 'IE' && currency === 'EUR') return '€'
  return country === 'GB' && currency === 'GBP' ? '£' : null
}

/** A quantity in hundredths, decimals only where there are any. */
export const quantity = (country: Country, hundredths: number): string => {
  const [group, point] = marks[country]
  const whole = grouped(String(Math.trunc(hundredths / 100)), group)
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0$/, '')
  return hundredths % 100 === 0 ? whole : `${whole}${point}${rest}`
}

/** A VAT rate in tenths of a per cent: `25`, `13,5`. */
export const percent = (country: Country, tenths: number): string =>
  tenths % 10 === 0 ? String(tenths / 10) : `${Math.trunc(tenths / 10)}${marks[country][1]}${tenths % 10}`

export type DateStyle = 'iso' | 'points' | 'hyphens' | 'slashes' | 'long'

const months: Readonly<Record<Language | 'de', readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  sv: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  nb: [
    'januar',
    'februar',
    'mars',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'desember',
  ],
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  ro: [
    'ianuarie',
    'februarie',
    'martie',
    'aprilie',
    'mai',
    'iunie',
    'iulie',
    'august',
    'septembrie',
    'octombrie',
    'noiembrie',
    'decembrie',
  ],
  pt: [
    'janeiro',
    'fevereiro',
    'março',
    'abril',
    'maio',
    'junho',
    'julho',
    'agosto',
    'setembro',
    'outubro',
    'novembro',
    'dezembro',
  ],
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
}

export const monthName = (language: Language | 'de', month: number): string => months[language][month - 1] ?? ''

/** `2026-11-11` in the paper's style. */
export const day = (language: Language | 'de', style: DateStyle, iso: string): string => {
  const [year, month, date] = iso.split('-') as [string, string, string]
  if (style === 'iso') return iso
  if (style === 'points') return `${date}.${month}.${year}`
  if (style === 'hyphens') return `${date}-${month}-${year}`
  if (style === 'slashes') return `${date}/${month}/${year}`
  const name = monthName(language, Number(month))
  if (language === 'pt') return `${Number(date)} de ${name} de ${year}`
  if (language === 'nb' || language === 'de') return `${Number(date)}. ${name} ${year}`
  return `${Number(date)} ${name} ${year}`
}

/** Days later, in the calendar. */
export const after = (iso: string, days: number): string => Temporal.PlainDate.from(iso).add({ days }).toString()

/** The last day of the month that the day stands in. */
export const monthEnd = (iso: string): string => {
  const date = Temporal.PlainDate.from(iso)
  return date.with({ day: date.daysInMonth }).toString()
}
