import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import { implementCommand } from '../../../kernel/implement.ts'
import { isZone } from '../../../kernel/platform/countries.ts'
import { changeOrganisation, organisationChanged, refusals } from '../contract.ts'

type Settings = Record<string, string | number | boolean | null>

interface OfficeRow {
  name: string
  zone: string
  language: string
  settings: Settings
  version: number
}

/** The office's own row, locked: it is no record, so its version is kept here. */
async function lockOffice(act: Act): Promise<OfficeRow> {
  const { rows } = await sql<OfficeRow>`
    select name, zone, language, settings, version from kernel.organisation
    where organisation_id = ${act.office.id} for no key update`.execute(act.db())
  return rows[0]!
}

/** What is left of the settings: given ones replace, null takes away. */
function merged(before: Settings, given: Settings): Settings {
  return Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, value]) => value !== null))
}

/** The settings that bring `before` back: what was not there becomes null. */
const inverse = (before: Settings, given: Settings): Settings =>
  Object.fromEntries(Object.keys(given).map(key => [key, before[key] ?? null]))

export const changeOrganisationBody = implementCommand(changeOrganisation, {
  load: act => lockOffice(act),
  async run(act, { expectedVersion, name, zone, language, settings }, before) {
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      act.refuse(refusals.organisationChanged, { version: before.version })
    if (zone !== undefined && !isZone(zone)) act.refuse(refusals.zoneUnknown, { field: 'zone' })
    const after = { name: name ?? before.name, zone: zone ?? before.zone, language: language ?? before.language }
    const version = before.version + 1
    await act
      .db()
      .updateTable('kernel.organisation')
      .set({ ...after, settings: JSON.stringify(merged(before.settings, settings ?? {})), version })
      .where('organisation_id', '=', act.office.id)
      .execute()
    if (name !== undefined) await sql`select platform.organisation_rename(${name})`.execute(act.db())
    const given = { name, zone, language, settings }
    const changed = Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .map(([key]) => key)
    act.emit(organisationChanged, { name: after.name, changed })
    const undone = {
      ...(name === undefined ? {} : { name: before.name }),
      ...(zone === undefined ? {} : { zone: before.zone }),
      ...(language === undefined ? {} : { language: before.language }),
      ...(settings === undefined ? {} : { settings: inverse(before.settings, settings) }),
    }
    return {
      output: { version },
      undo: { command: 'authority.change-organisation', input: { expectedVersion: version, ...undone } },
    }
  },
})
