/** What cannot be in a month of pay, or is missing. Pure. */
import { type PayKind, type ProblemCode, problemCodes, unitOf } from './contract/shapes.ts'
import { eachDay, type MonthDays, within, workdays } from './months.ts'

export interface PayeeFacts {
  readonly id: string
  readonly expects_hours: boolean
  readonly from_on: Temporal.PlainDate
  readonly until_on: Temporal.PlainDate | null
  readonly handed_in: boolean
}

export interface InputFacts {
  readonly id: string
  readonly payee_id: string
  readonly kind: PayKind
  readonly on_day: Temporal.PlainDate
  readonly until_day: Temporal.PlainDate
  readonly minutes: number | null
  readonly amount_minor: bigint | null
  readonly source: string
}

export interface Problem {
  readonly code: ProblemCode
  readonly payeeId: string
  readonly inputId: string | null
  readonly params: Readonly<Record<string, string | number>>
}

const compare = Temporal.PlainDate.compare
const mostMinutes = 24 * 60

export function problemsOf(
  payees: readonly PayeeFacts[],
  inputs: readonly InputFacts[],
  days: MonthDays,
  at: { readonly country: string; readonly today: Temporal.PlainDate },
): Problem[] {
  const found = payees.flatMap(payee =>
    ofPayee(
      payee,
      inputs.filter(input => input.payee_id === payee.id),
      days,
      at,
    ),
  )
  return found.sort((a, b) => problemCodes.indexOf(a.code) - problemCodes.indexOf(b.code))
}

function ofPayee(
  payee: PayeeFacts,
  inputs: readonly InputFacts[],
  days: MonthDays,
  { country, today }: { readonly country: string; readonly today: Temporal.PlainDate },
): Problem[] {
  const found: Problem[] = []
  const say = (code: ProblemCode, input: InputFacts | null, params: Problem['params'] = {}) =>
    found.push({ code, payeeId: payee.id, inputId: input?.id ?? null, params })
  const worked = new Map<string, number>()
  const away = new Map<string, InputFacts>()
  const seen = new Set<string>()
  // Differences of earlier months stand on the first day and say nothing of it.
  for (const input of inputs.filter(one => one.source !== 'correction')) {
    if (!within(input.on_day, days) || !within(input.until_day, days) || !employed(payee, input)) say('outside', input)
    const same = `${input.kind} ${input.on_day} ${input.until_day} ${input.minutes} ${input.amount_minor}`
    if (seen.has(same)) say('twice', input)
    seen.add(same)
    const unit = unitOf(input.kind)
    if (unit === 'hours' && input.kind !== 'on-call' && input.minutes)
      worked.set(`${input.on_day}`, (worked.get(`${input.on_day}`) ?? 0) + input.minutes)
    if (unit === 'absence') {
      if (input.kind === 'away') say('away-unspecified', input)
      if (input.minutes === null)
        for (const day of eachDay(input.on_day, input.until_day)) {
          if (away.has(`${day}`)) {
            say('absence-twice', input, { on: `${day}` })
            break
          }
          away.set(`${day}`, input)
        }
      else worked.set(`${input.on_day}`, (worked.get(`${input.on_day}`) ?? 0) + input.minutes)
    }
  }
  const lastOf = (day: string) =>
    inputs.findLast(one => `${one.on_day}` === day && unitOf(one.kind) !== 'amount') ?? null
  for (const [day, minutes] of worked) {
    if (minutes > mostMinutes) say('day-too-long', lastOf(day), { on: day, hours: Math.round(minutes / 6) / 10 })
    if (away.has(day)) say('beside-absence', lastOf(day), { on: day })
  }
  if (payee.expects_hours) missing(payee, worked, away, { country, today }, days, say)
  return found
}

const employed = (payee: PayeeFacts, input: InputFacts): boolean =>
  compare(input.on_day, payee.from_on) >= 0 && (!payee.until_on || compare(input.until_day, payee.until_on) <= 0)

/** Working days that have come and say nothing. */
function missing(
  payee: PayeeFacts,
  worked: ReadonlyMap<string, number>,
  away: ReadonlyMap<string, InputFacts>,
  { country, today }: { readonly country: string; readonly today: Temporal.PlainDate },
  days: MonthDays,
  say: (code: ProblemCode, input: null, params?: Problem['params']) => void,
): void {
  const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (compare(a, b) > 0 ? a : b)
  const sooner = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (compare(a, b) < 0 ? a : b)
  const from = later(days.from, payee.from_on)
  const until = sooner(sooner(days.until, payee.until_on ?? days.until), today)
  if (compare(from, until) > 0) return
  const expected = workdays(country, from, until)
  const silent = expected.filter(day => !worked.has(`${day}`) && !away.has(`${day}`))
  if (silent.length === expected.length && expected.length > 0) say('no-hours', null)
  else if (silent.length > 0) say('gap', null, { days: silent.length, on: `${silent[0]}` })
  if (!payee.handed_in && compare(today, days.until) > 0) say('not-handed-in', null)
}
