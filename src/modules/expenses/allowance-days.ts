/** Which days, and which parts of days, of a journey are paid with an allowance: each country counts otherwise. */

export interface Journey {
  readonly left: Temporal.PlainDateTime
  readonly back: Temporal.PlainDateTime
}

export interface AllowanceDay {
  readonly on: Temporal.PlainDate
  /** Hundredths of a whole day. */
  readonly share: number
}

/** Share of an allowance that each meal paid by somebody else takes away, in hundredths. */
export interface MealShares {
  readonly breakfast: number
  readonly lunch: number
  readonly dinner: number
}

interface CountryRule {
  readonly days: (journey: Journey) => AllowanceDay[]
  /** At home; abroad where that differs. */
  readonly meals: MealShares
  readonly mealsAbroad?: MealShares
}

const hoursOf = ({ left, back }: Journey): number => left.until(back, { largestUnit: 'hour' }).total('minutes') / 60
const beforeHour = (at: Temporal.PlainDateTime, hour: number): boolean => at.hour < hour

/** Every calendar day from the first to the last, with the shares that the rule gives the outer two. */
function calendarDays(journey: Journey, first: number, last: number, only: number): AllowanceDay[] {
  const [from, until] = [journey.left.toPlainDate(), journey.back.toPlainDate()]
  const count = from.until(until, { largestUnit: 'day' }).days + 1
  const shares = Array.from({ length: count }, (_, index) =>
    count === 1 ? only : index === 0 ? first : index === count - 1 ? last : 100,
  )
  return shares.map((share, days) => ({ on: from.add({ days }), share })).filter(({ share }) => share > 0)
}

/**
 * Sweden (Skatteverket on traktamente, 12 kap. inkomstskattelagen): only with a night away; the day of departure is whole
 * before 12, the day of return whole after 19, otherwise half.
 */
const sweden = (journey: Journey): AllowanceDay[] => {
  const { left, back } = journey
  const untilSeven = back.hour < 19 || (back.hour === 19 && back.minute === 0)
  return calendarDays(journey, beforeHour(left, 12) ? 100 : 50, untilSeven ? 50 : 100, 0)
}

/** Norway (the state's travel agreement): whole days of 24 hours from departure; what is left counts from 6 hours. */
const norway = (journey: Journey): AllowanceDay[] => {
  const hours = hoursOf(journey)
  const from = journey.left.toPlainDate()
  const [whole, rest] = [Math.floor(hours / 24), hours % 24]
  const days = whole + (rest >= 6 ? 1 : 0)
  return Array.from({ length: days }, (_, index) => ({ on: from.add({ days: index }), share: 100 }))
}

/** Portugal (Decreto-Lei 106/98, art. 8): 100, 75 or 50 of 100 on departure, 0, 25 or 50 on return, by the hour. */
const portugal = (journey: Journey): AllowanceDay[] => {
  const { left, back } = journey
  const first = beforeHour(left, 13) ? 100 : beforeHour(left, 21) ? 75 : 50
  const last = beforeHour(back, 13) ? 0 : beforeHour(back, 20) ? 25 : 50
  return calendarDays(journey, first, last, 0)
}

/** Romania (HG 714/2018): for each 24 hours a whole one; what is left over is a half up to 12 hours, else a whole one. */
const romania = (journey: Journey): AllowanceDay[] => {
  const hours = hoursOf(journey)
  const from = journey.left.toPlainDate()
  const [whole, rest] = [Math.floor(hours / 24), hours % 24]
  if (whole === 0 && rest < 12) return []
  const shares = [...Array<number>(whole).fill(100), ...(rest === 0 ? [] : [rest <= 12 ? 50 : 100])]
  return shares.map((share, days) => ({ on: from.add({ days }), share }))
}

/** Where nothing else is known: every day begun counts whole; the share of a line can be changed. */
const wholeDays = (journey: Journey): AllowanceDay[] => calendarDays(journey, 100, 100, 100)

const none: MealShares = { breakfast: 0, lunch: 0, dinner: 0 }
const rules: Readonly<Record<string, CountryRule>> = {
  SE: {
    days: sweden,
    meals: { breakfast: 20, lunch: 35, dinner: 35 },
    mealsAbroad: { breakfast: 15, lunch: 35, dinner: 35 },
  },
  NO: { days: norway, meals: { breakfast: 20, lunch: 30, dinner: 50 } },
  PT: { days: portugal, meals: { breakfast: 0, lunch: 30, dinner: 30 } },
  RO: { days: romania, meals: none },
}

/** The days of a journey by the rule of the office's country; nothing where it ended before it began. */
export function allowanceDays(country: string, journey: Journey): AllowanceDay[] {
  if (Temporal.PlainDateTime.compare(journey.back, journey.left) <= 0) return []
  return (rules[country]?.days ?? wholeDays)(journey)
}

/** What is left of a day's allowance in minor units: its share, without the meals that somebody else paid. */
export function allowanceAmount(
  perDayMinor: bigint,
  share: number,
  meals: { readonly breakfast: boolean; readonly lunch: boolean; readonly dinner: boolean },
  at: { readonly office: string; readonly country: string },
): bigint {
  const rule = rules[at.office]
  const shares = (at.country === at.office ? rule?.meals : (rule?.mealsAbroad ?? rule?.meals)) ?? none
  const taken =
    (meals.breakfast ? shares.breakfast : 0) + (meals.lunch ? shares.lunch : 0) + (meals.dinner ? shares.dinner : 0)
  const left = BigInt(100 - Math.min(100, taken))
  return divided(perDayMinor * BigInt(share) * left, 10_000n)
}

/** Rounded half up; of nothing negative. */
export const divided = (value: bigint, by: bigint): bigint => (value * 2n + by) / (by * 2n)
