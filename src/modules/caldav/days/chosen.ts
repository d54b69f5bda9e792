/** What somebody's calendar marks, as calendar tells its own pages: asked as that person, in their language. */
import type { Query } from '../../../kernel/declare.ts'
import {
  getDayChoice,
  listBirthdays,
  listDays,
  listHolidayCountries,
  listSchoolCalendars,
} from '../../calendar/contract.ts'
import type { DaySet, Stretch } from './objects.ts'

export type Asking = <In, Wire, Out, OutWire>(query: Query<In, Wire, Out, OutWire>, input: Wire) => Promise<OutWire>

/** Last year, this one and the two that follow, asked for in as many days as are told at once. */
const spans = (today: Temporal.PlainDate): { from: string; until: string }[] =>
  [-1, 1].map(by => ({ from: `${today.year + by}-01-01`, until: `${today.year + by + 1}-12-31` }))

interface Choice {
  readonly holidays: boolean
  readonly countries: readonly string[]
  readonly schools: string[]
  readonly birthdays: boolean
}

function choiceOf(chosen: Choice, country: string, only: readonly DaySet['set'][] | null) {
  if (!only) {
    const countries = [...new Set([...(chosen.holidays ? [country] : []), ...chosen.countries])].slice(0, 12)
    return { ...chosen, countries }
  }
  // A link to holidays shows the office's, whatever its maker has switched off on the page.
  return {
    countries: only.includes('holiday') ? [...new Set([country, ...chosen.countries])].slice(0, 12) : [],
    schools: only.includes('school') ? chosen.schools : [],
    birthdays: only.includes('birthday'),
  }
}

/** `only`: these sets, and no others; birthdays that a link was made for are told whether the page shows them or not. */
export async function chosenDays(
  ask: Asking,
  { country, today }: { readonly country: string; readonly today: Temporal.PlainDate },
  only: readonly DaySet['set'][] | null = null,
): Promise<DaySet[]> {
  const choice = choiceOf(await ask(getDayChoice, {}), country, only)
  const { countries, schools } = choice
  const marked = new Map<string, Stretch[]>()
  if (countries.length + schools.length > 0)
    for (const span of spans(today))
      for (const { set, of, title, from, until } of (await ask(listDays, { ...span, countries, schools })).rows) {
        const key = `${set} ${of}`
        marked.set(key, [...(marked.get(key) ?? []), { title, from, until }])
      }
  const told = (key: string) => marked.get(key) ?? []
  const known = countries.some(of => of.includes('-')) ? (await ask(listHolidayCountries, {})).rows : []
  const regionOf = (of: string) =>
    known.find(row => of.startsWith(`${row.country}-`))?.regions.find(({ code }) => of.endsWith(`-${code}`))?.name
  const names = schools.length > 0 ? (await ask(listSchoolCalendars, {})).rows : []
  const born = choice.birthdays ? (await ask(listBirthdays, {})).rows : null
  return [
    ...countries.map(
      (of): DaySet => ({
        set: 'holiday',
        key: `holidays-${of}`,
        of,
        region: regionOf(of),
        days: told(`holiday ${of}`),
      }),
    ),
    ...names
      .filter(({ id }) => schools.includes(id))
      .map(({ id, title }): DaySet => ({ set: 'school', key: `school-${id}`, of: title, days: told(`school ${id}`) })),
    ...(born ? [{ set: 'birthday' as const, key: 'birthdays', of: '', people: born }] : []),
  ]
}
