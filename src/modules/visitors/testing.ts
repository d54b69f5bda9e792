/** What the tests of visitors share: an office with its real neighbours, people who are colleagues, a room, and a kiosk. */
import { systemPrincipalId } from '../../kernel/ids.ts'
import { linkSecretOf, outsideToken } from '../../kernel/outside/link.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../kernel/testing.ts'
import { authority } from '../authority/index.ts'
import { calendar } from '../calendar/index.ts'
import { directory } from '../directory/index.ts'
import { documents } from '../documents/index.ts'
import { notifications } from '../notifications/index.ts'
import { oncall } from '../oncall/index.ts'
import { printing } from '../printing/index.ts'
import { presence } from '../presence/index.ts'
import { bare } from '../presence/testing.ts'
import { scheduling } from '../scheduling/index.ts'
import { work } from '../work/index.ts'
import { insertRecord, tuesday } from '../work/testing.ts'
import { visitors } from './index.ts'

export { refusalOf } from '../work/testing.ts'

export interface House {
  readonly office: TestKernel
  readonly organisationId: string
  readonly elin: TestPrincipal
  readonly nadia: TestPrincipal
  readonly system: TestPrincipal
  colleague(name: string, options?: object): Promise<TestPrincipal>
  tokenOf(kioskId: string): Promise<string>
}

export async function openHouse(): Promise<House> {
  const office = await testKernel([
    ...[authority, work, directory, documents, notifications, calendar, scheduling, oncall],
    ...[bare('travel'), presence, printing, visitors],
  ])
  const organisationId = await office.openOrganisation('en', 'SE')
  office.setClock(tuesday)
  const colleague = async (name: string, options: object = {}) => {
    const person = office.principal(organisationId, { name, ...options })
    await insertRecord(office, organisationId, 'principal', name, { id: person.id, class: 0 })
    await office.superuser.query(
      `insert into authority.principal (organisation_id, id, kind, email, language) values ($1, $2, 'person', $3, 'en')`,
      [organisationId, person.id, `${person.id}@office.example`],
    )
    return person
  }
  return {
    office,
    organisationId,
    elin: await colleague('Elin Bergqvist'),
    nadia: await colleague('Nadia Rahimi'),
    system: { id: systemPrincipalId, organisationId },
    colleague,
    tokenOf: async id => outsideToken(await linkSecretOf(office.pool), 'kiosk', { organisationId, id }),
  }
}
