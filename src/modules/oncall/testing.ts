/** What the tests of oncall share: work's office with its real authority tables, and two people who take turns. */
import { contract } from '../../kernel/declare.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule, type Module } from '../../kernel/implement.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { calendar } from '../calendar/index.ts'
import { notifications } from '../notifications/index.ts'
import { scheduling } from '../scheduling/index.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import { oncall } from './index.ts'

export { refusalOf } from '../work/testing.ts'

const named = (name: string): Module =>
  defineModule({ contract: contract({ name }), catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} } })

export interface OncallOffice extends WorkOffice {
  /** Kontor itself, whom jobs and links run as. */
  readonly system: TestPrincipal
  /** Somebody who can be mailed to. */
  reached(name: string): Promise<TestPrincipal>
}

export async function oncallOffice(): Promise<OncallOffice> {
  const office = await workOffice([named('directory'), named('documents'), notifications, calendar, scheduling, oncall])
  return {
    ...office,
    system: { id: systemPrincipalId, organisationId: office.organisationId },
    async reached(name) {
      const person = await office.colleague(name)
      await office.office.superuser.query(
        `insert into authority.principal (organisation_id, id, kind, email, language) values ($1, $2, 'person', $3, 'en')
         on conflict (organisation_id, id) do update set email = excluded.email`,
        [office.organisationId, person.id, `${person.id}@x.example`],
      )
      return person
    },
  }
}

/** A layer that covers everything, a week each. */
export const weekly = (people: readonly TestPrincipal[], facts: object = {}) => ({
  name: 'First',
  people: people.map(({ id }) => id),
  unit: 'week' as const,
  every: 1,
  startsOn: '2026-11-16',
  handOver: '09:00',
  days: [1, 2, 3, 4, 5, 6, 7],
  from: '00:00',
  until: '00:00',
  ...facts,
})
