import type { useFormats, useSay } from '../../../web/language/Say.tsx'
import type { PayInput, PayKeys } from './words.ts'

type Say = ReturnType<typeof useSay<PayKeys>>
type Formats = ReturnType<typeof useFormats>

/** Hours as one reads them, whole days, or an amount. */
export function quantityWords(
  say: Say,
  formats: Formats,
  input: Pick<PayInput, 'minutes' | 'days' | 'amount'>,
): string {
  if (input.amount) return formats.amount(input.amount)
  if (input.minutes !== null) return hours(formats, input.minutes)
  return say('page.pay.days', { count: input.days ?? 0 })
}

export const hours = (formats: Formats, minutes: number): string => formats.number(Math.round(minutes / 0.6) / 100)

/** Sums of one kind: minutes and days and amounts apart, as they cannot be added to each other. */
export function sumWords(say: Say, formats: Formats, inputs: readonly PayInput[]): string {
  const minutes = inputs.reduce((all, one) => all + (one.minutes ?? 0), 0)
  const days = inputs.reduce((all, one) => all + (one.days ?? 0), 0)
  const amounts = inputs.flatMap(one => one.amount ?? [])
  return [
    minutes === 0 ? null : hours(formats, minutes),
    days === 0 ? null : say('page.pay.days', { count: days }),
    amounts.length === 0 ? null : formats.sum(amounts),
  ]
    .filter(Boolean)
    .join(' + ')
}

/** "2026-11" as one says it: November 2026. */
export function monthWords(language: string, month: string): string {
  const words = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const text = words.format(new Date(`${month}-01T00:00:00Z`))
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}
