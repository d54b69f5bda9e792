/** What the tests of the calendar share: work's office, with stand-ins for what other modules publish. */
import assert from 'node:assert/strict'
import { contract } from '../../kernel/declare.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule, type Module } from '../../kernel/implement.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import { agenda, createPlace, type EventTime, getEvent, type Guest } from './contract.ts'
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

/** What the tests look at: a place made, somebody's agenda, an event, rows as they lie. */
export function eyesOn(office: CalendarOffice) {
  const place = (title: string, facts: object = {}) =>
    office.office.done(createPlace, { title, seats: 6, ...facts }, office.elin).then(({ id }) => id)
  const agendaOf = async (
    who: TestPrincipal,
    from = '2026-11-01T00:00:00Z',
    until = '2027-02-01T00:00:00Z',
    calendarIds?: string[],
  ) => {
    const answer = await office.office.query(agenda, { from, until, ...(calendarIds ? { calendarIds } : {}) }, who)
    assert.equal(answer.status, 'done', JSON.stringify(answer))
    return answer.status === 'done' ? answer.output.rows : []
  }
  const eventOf = async (id: string, who = office.elin, recurrence?: string) => {
    const answer = await office.office.query(getEvent, { id, ...(recurrence ? { recurrence } : {}) }, who)
    assert.equal(answer.status, 'done', JSON.stringify(answer))
    return answer.status === 'done' ? answer.output : assert.fail()
  }
  const rows = async (text: string, values: unknown[] = []) => (await office.office.superuser.query(text, values)).rows
  return { place, agendaOf, eventOf, rows }
}

/** A series by its rule. */
export const weekly = (rule: string, leftOut: string[] = []) => ({ rule, added: [], leftOut })

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
