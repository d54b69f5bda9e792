/** What the tests of the calendar share: work's office, with stand-ins for what other modules publish. */
import { contract } from '../../kernel/declare.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule, type Module } from '../../kernel/implement.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import type { EventTime, Guest } from './contract.ts'
import { calendar } from './index.ts'

export { refusalOf } from '../work/testing.ts'

const named = (name: string, ...depends: string[]) =>
  defineModule({
    contract: contract({ name, depends }),
    catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} },
  })

export interface CalendarOffice extends WorkOffice {
  readonly system: TestPrincipal
  goTo(moment: string): void
}

export async function calendarOffice(others: readonly Module[] = []): Promise<CalendarOffice> {
  const office = await workOffice([named('directory'), named('documents'), named('notifications'), calendar, ...others])
  return {
    ...office,
    system: { id: systemPrincipalId, organisationId: office.organisationId },
    goTo: moment => office.office.setClock(Temporal.Instant.from(moment)),
  }
}

/** A time of a day in Stockholm, `2026-11-25 10:00 60`: so many minutes long. */
export function at(text: string, zone = 'Europe/Stockholm'): EventTime {
  const [day = '', time = '', minutes = '60'] = text.split(' ')
  const start = Temporal.PlainDateTime.from(`${day}T${time}`)
  const written = (moment: Temporal.PlainDateTime) => moment.toString({ smallestUnit: 'second' })
  return { allDay: false, start: written(start), end: written(start.add({ minutes: Number(minutes) })), zone }
}

export const person = (principalId: string): Guest => ({
  who: { principalId },
  role: 'required',
  answer: 'none',
  note: null,
})
export const room = (calendarId: string): Guest => ({
  who: { calendarId },
  role: 'required',
  answer: 'none',
  note: null,
})
