/**
 * The day on which something counts as received, from which deadlines run. Which rule holds stands in the letter or in the law
 * it was sent under; whoever enters it chooses.
 *
 * - arrival: the day it came
 * - day-after-sent: the day after it was sent (Algemene wet bestuursrecht 6:8)
 * - third-day: the third day after it was registered at the post, or the next working day (Código do Procedimento Administrativo 113)
 * - two-weeks: two weeks after it was sent (förenklad delgivning, delgivningslagen 26 §)
 * - signed: the day on which whoever it is for signed for it
 */
import { type WorkingCalendar, workingCalendar } from '../work/contract.ts'
import type { ReceiptRule } from './contract/shapes.ts'

export interface Arrival {
  readonly arrivedOn: Temporal.PlainDate
  readonly postmarkOn: Temporal.PlainDate | null
  readonly rule: ReceiptRule
  /** The day it was signed for, once it has been. */
  readonly signedOn: Temporal.PlainDate | null
}

/** Null while it is not known yet. A rule that counts from the sending wants its day. */
export function receiptDay(arrival: Arrival, calendar: WorkingCalendar): Temporal.PlainDate | null {
  const { arrivedOn, postmarkOn, rule, signedOn } = arrival
  if (rule === 'arrival') return arrivedOn
  if (rule === 'signed') return signedOn
  if (!postmarkOn) return null
  if (rule === 'day-after-sent') return postmarkOn.add({ days: 1 })
  if (rule === 'two-weeks') return postmarkOn.add({ days: 14 })
  return calendar.onOrAfter(postmarkOn.add({ days: 3 }))
}

/** The last day to answer: a day on which nobody works becomes the next on which somebody does. */
export const lastDayToAnswer = (
  receivedOn: Temporal.PlainDate | null,
  days: number | null,
  calendar: WorkingCalendar,
): Temporal.PlainDate | null =>
  receivedOn === null || days === null ? null : calendar.onOrAfter(receivedOn.add({ days }))

export function deadlineOf(arrival: Arrival, answerDays: number | null, country: string) {
  const calendar = workingCalendar(country)
  const receiptOn = receiptDay(arrival, calendar)
  return { receiptOn, answerBy: lastDayToAnswer(receiptOn, answerDays, calendar) }
}
