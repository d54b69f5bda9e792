import { daysAfter, daysBetween } from './date.ts'
import type { DateAt } from './find-dates.ts'
import type { Guess } from './found.ts'
import type { Label } from './labels.ts'
import { type Row, type Sheet, startsColumn } from './layout.ts'
import { byRow, tie } from './near.ts'
import { periods } from './periods.ts'
import { findTerms, type Terms } from './terms.ts'
import type { Title } from './titles.ts'
import type { Concept } from './vocabulary/vocabulary.ts'

type DateRole = 'issued' | 'due' | 'validUntil' | 'period' | 'other'

const said: Readonly<Partial<Record<Concept, readonly [DateRole, number]>>> = {
  issued: ['issued', 1],
  looseDate: ['issued', 0.7],
  due: ['due', 1],
  validUntil: ['validUntil', 1],
  period: ['period', 0.9],
  otherDate: ['other', 1],
  discountUntil: ['other', 0.95],
  orderNumber: ['other', 0.9],
  yourReference: ['other', 0.5],
  customerNumber: ['other', 0.3],
  otherNumber: ['other', 0.4],
}

interface Weighed {
  readonly date: DateAt
  readonly roles: Partial<Record<DateRole, { weight: number; reason: string }>>
}

/** What the dates of a sheet are, as guesses for each field. */
export interface When {
  readonly issued: Guess[]
  readonly due: Guess[]
  readonly validUntil: Guess[]
  /** Of an order, a delivery, a birth. */
  readonly other: Guess[]
  readonly periodFrom: Guess[]
  readonly periodTo: Guess[]
}

/** Says of each date what it is, by its labels and by what agrees with what. */
export function weighDates(
  sheet: Sheet,
  labels: readonly Label[],
  titles: readonly Title[],
  dates: readonly DateAt[],
): When {
  const weighed = new Map<DateAt, Weighed>(dates.map(date => [date, { date, roles: {} }]))
  const ties = tie(sheet, labels, dates, label => label.concepts.some(concept => concept in said))
  for (const { label, value, relation, fit } of ties) {
    for (const concept of label.concepts) {
      const role = said[concept]
      if (!role) continue
      const numberOnly =
        concept === 'orderNumber' ||
        concept === 'customerNumber' ||
        concept === 'otherNumber' ||
        concept === 'yourReference'
      if (numberOnly && relation === 'below') continue
      raise(
        weighed.get(value),
        role[0],
        role[1] * fit * label.strength,
        relation === 'beside' && fit > 0.8 ? 'label-beside' : 'label-near',
      )
    }
  }
  const around: Around = { sheet, titles: byRow(titles), labels: byRow(labels), dates: byRow(dates) }
  for (const one of weighed.values()) placeWeights(one, around)
  const list = [...weighed.values()]
  const issued = guesses(list, 'issued')
  const terms = findTerms(sheet)
  const announced = new Set(list.filter(one => (one.roles.period?.weight ?? 0) > 0.4).map(one => one.date))
  return {
    issued,
    due: dueGuesses(list, issued, terms),
    validUntil: guesses(list, 'validUntil'),
    other: guesses(list, 'other'),
    ...periods(dates, announced, labels),
  }
}

function raise(one: Weighed | undefined, role: DateRole, weight: number, reason: string): void {
  if (one && weight > (one.roles[role]?.weight ?? 0)) one.roles[role] = { weight, reason }
}

interface Around {
  readonly sheet: Sheet
  readonly titles: ReadonlyMap<Row, Title[]>
  readonly labels: ReadonlyMap<Row, Label[]>
  readonly dates: ReadonlyMap<Row, DateAt[]>
}

/** Where a date stands says something too: after the title, after the number of the paper, or alone near the top. */
function placeWeights(one: Weighed, { sheet, titles, labels, dates }: Around): void {
  const { row, from, compact } = one.date
  if (compact) return
  const before = (labels.get(row) ?? []).filter(label => label.to <= from)
  const title = titles.get(row)?.find(other => other.to <= from && other.leads)
  const order = before.some(label => label.concepts.includes('orderNumber'))
  const labelled = Object.entries(one.roles).some(([role, { weight }]) => role !== 'issued' && weight > 0.6)
  if (order) raise(one, 'other', 0.6, 'order')
  else if (title && !labelled && dates.get(row)?.[0] === one.date)
    raise(
      one,
      'issued',
      title.kinds.some(kind => kind === 'bill' || kind === 'credit-note') ? 0.93 : 0.6,
      'after-title',
    )
  if (
    !order &&
    before.some(label => label.concepts.includes('number') && from - label.to <= 5 && startsColumn(row, label.from))
  )
    raise(one, 'issued', 0.8, 'after-number')
  const depth = row.flow ? row.index / 60 : row.top / (sheet.height.get(row.page) ?? 800)
  const alone = Object.keys(one.roles).length === 0
  if (alone && row.page === 1)
    raise(one, 'issued', Math.max(0.05, 0.42 - 0.4 * depth), depth < 0.4 ? 'near-top' : 'unlabelled')
}

function guesses(list: readonly Weighed[], role: DateRole): Guess[] {
  const found = list.flatMap(({ date, roles }) => {
    const mine = roles[role]
    if (!mine) return []
    const rival = Math.max(
      0,
      ...Object.entries(roles)
        .filter(([name]) => name !== role)
        .map(([, other]) => other.weight),
    )
    const weight = mine.weight * (rival > mine.weight ? 0.45 : rival > mine.weight - 0.1 ? 0.8 : 1)
    return [dateGuess(date, weight, mine.reason)]
  })
  return confirm(found).flatMap(one => [one, ...others(one, list)])
}

function dateGuess(date: DateAt, weight: number, reason: string): Guess {
  const doubt = (date.ambiguous ? 0.72 : 1) * (date.repaired ? 0.85 : 1)
  const reasons = [
    reason,
    ...(date.ambiguous ? ['day-month-unclear'] : []),
    ...(date.repaired ? ['letters-read-as-digits'] : []),
  ]
  return { value: date.iso, span: date, confidence: 0.95 * weight * doubt, sure: false, reasons }
}

/** The other reading of 03/04/2026 is offered beside. */
function others(guess: Guess, list: readonly Weighed[]): Guess[] {
  const date = list.find(one => one.date === guess.span)?.date
  if (!date?.ambiguous) return []
  return date.others.map(value => ({ ...guess, value, confidence: guess.confidence * 0.6, sure: false }))
}

function confirm(found: readonly Guess[]): Guess[] {
  const ranked = [...found].sort((a, b) => b.confidence - a.confidence)
  return ranked.map((one, index) => {
    const again = new Set(ranked.filter(other => other.value === one.value).map(other => other.span?.row)).size > 1
    const rival = ranked.find(other => other.value !== one.value)
    const clear = index === 0 && (!rival || rival.confidence < one.confidence - 0.1)
    const explicit =
      one.reasons.includes('after-number') ||
      one.reasons.includes('label-beside') ||
      one.reasons.includes('after-title') ||
      (one.reasons.includes('label-near') && one.confidence > 0.7)
    const clean = !one.reasons.includes('day-month-unclear') && !one.reasons.includes('letters-read-as-digits')
    const confidence = Math.min(0.98, one.confidence + (again && clean ? 0.04 : 0))
    return {
      ...one,
      confidence,
      sure: clear && explicit && clean && confidence >= 0.64,
      reasons: again ? [...one.reasons, 'stands-twice'] : one.reasons,
    }
  })
}

/** Due dates by label and by terms; the two confirm each other. */
function dueGuesses(list: readonly Weighed[], issued: readonly Guess[], terms: readonly Terms[]): Guess[] {
  const first = issued[0]
  const labelled = guesses(list, 'due').filter(
    one => !first || daysBetween(first.value, one.value) >= 0 || one.confidence > 0.8,
  )
  if (!first) return labelled
  const computed = terms.map(term => daysAfter(first.value, term.days))
  const confirmed = labelled.map(one => {
    const before = daysBetween(first.value, one.value) < 0
    if (before)
      return { ...one, confidence: one.confidence * 0.7, sure: false, reasons: [...one.reasons, 'before-issued'] }
    if (!computed.includes(one.value)) return one
    return {
      ...one,
      confidence: Math.min(0.99, one.confidence + 0.06),
      sure: one.sure || one.confidence > 0.5,
      reasons: [...one.reasons, 'terms-agree'],
    }
  })
  if (labelled.length > 0) return confirmed
  const longest = [...terms].sort((a, b) => b.days - a.days)[0]
  if (!longest || first.confidence < 0.5) return []
  return [
    {
      value: daysAfter(first.value, longest.days),
      span: longest,
      confidence: 0.75 * first.confidence,
      sure: false,
      reasons: ['from-terms'],
    },
  ]
}
