/** What the tests of announcements share: work's office, with colleagues that authority's views know as well. */
import { contract } from '../../kernel/declare.ts'
import { defineModule } from '../../kernel/implement.ts'
import type { Principal } from '../../kernel/authority.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { supervision } from '../supervision/index.ts'
import { insertRecord, type WorkOffice, workOffice } from '../work/testing.ts'
import { announcements } from './index.ts'

export { insertRecord, refusalOf } from '../work/testing.ts'

/** Stand for modules whose records lie with an announcement, and that tell of it. */
const documents = defineModule({
  contract: contract({ name: 'documents' }),
  catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} },
})

const notifications = defineModule({
  contract: contract({ name: 'notifications' }),
  catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} },
})

export interface AnnouncementsOffice extends WorkOffice {
  readonly roleId: string
  /** Holds the role. */
  readonly ingrid: TestPrincipal
  /** Speaks Dutch, holds no role. */
  readonly sofia: TestPrincipal
}

export async function announcementsOffice(): Promise<AnnouncementsOffice> {
  const office = await workOffice([documents, notifications, supervision, announcements])
  const { superuser } = office.office
  const { organisationId } = office
  const enter = async (who: TestPrincipal, clearance: number) => {
    await superuser.query(
      `insert into authority.principal (organisation_id, id, kind, email, language, clearance) values ($1, $2, 'person', $3, 'en', $4)`,
      [organisationId, who.id, `${who.id}@example.org`, clearance],
    )
    return who
  }
  const roleId = await insertRecord(office.office, organisationId, 'role', 'Drivers', { class: 0 })
  await superuser.query(`insert into authority.role (organisation_id, id, clearance) values ($1, $2, 1)`, [
    organisationId,
    roleId,
  ])
  const colleague = async (name: string, options: Partial<Omit<Principal, 'id'>>) => {
    const who = await office.colleague(name, options)
    return enter(who, 3)
  }
  for (const who of [office.elin, office.karin]) await enter(who, 3)
  await enter(office.visitor, 0)
  const ingrid = await colleague('Ingrid Holm', { audiences: [roleId] })
  await superuser.query(
    `insert into authority.assignment (organisation_id, principal_id, role_id, from_at) values ($1, $2, $3, '2020-01-01')`,
    [organisationId, ingrid.id, roleId],
  )
  return { ...office, roleId, ingrid, sofia: await colleague('Sofia Visser', { language: 'nl' }) }
}
