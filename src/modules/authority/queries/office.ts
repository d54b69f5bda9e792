import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { changeOrganisation, getOrganisation } from '../contract.ts'

interface OfficeRow {
  name: string
  country: string
  currency: string
  zone: string
  language: string
  settings: Record<string, string | number | boolean | null>
  version: number
  created_at: Temporal.Instant
}

export const getOrganisationBody = implementQuery(getOrganisation, async view => {
  const { rows } = await sql<OfficeRow>`
    select name, country, currency, zone, language, settings, version, created_at
    from kernel.organisation where organisation_id = ${view.office.id}`.execute(view.db())
  const { created_at: openedAt, ...office } = rows[0]!
  return {
    id: view.office.id,
    ...office,
    openedAt,
    can: can(view, changeOrganisation, { expectedVersion: office.version }),
  }
})
