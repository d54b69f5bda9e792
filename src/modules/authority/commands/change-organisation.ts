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

/** Where the working day stands among the settings; `work` reads it there. */
const dayPlaces = {
  dayFrom: 'workday.from',
  dayUntil: 'workday.until',
  breakFrom: 'workday.breakFrom',
  breakUntil: 'workday.breakUntil',
} as const
const usualDay = { dayFrom: '08:00', dayUntil: '17:00', breakFrom: '12:00', breakUntil: '13:00' }
type DayPart = keyof typeof dayPlaces
const dayParts = Object.keys(dayPlaces) as DayPart[]

/** The times given, as settings. */
const daySettings = (input: Readonly<Partial<Record<DayPart, string | undefined>>>): Settings =>
  Object.fromEntries(dayParts.flatMap(part => (input[part] === undefined ? [] : [[dayPlaces[part], input[part]]])))

/** The first time that does not come after the one before it, in the order in which a day goes. */
function backwards(settings: Settings): DayPart | null {
  const time = (part: DayPart) => String(settings[dayPlaces[part]] ?? usualDay[part])
  if (time('dayFrom') >= time('dayUntil')) return 'dayUntil'
  return time('breakFrom') > time('breakUntil') ? 'breakUntil' : null
}

export const changeOrganisationBody = implementCommand(changeOrganisation, {
  load: act => lockOffice(act),
  async run(act, { expectedVersion, name, zone, language, settings: others, ...times }, before) {
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      act.refuse(refusals.organisationChanged, { version: before.version })
    if (zone !== undefined && !isZone(zone)) act.refuse(refusals.zoneUnknown, { field: 'zone' })
    const day = daySettings(times)
    const settings = others || Object.keys(day).length > 0 ? { ...others, ...day } : undefined
    const field = backwards(merged(before.settings, settings ?? {}))
    if (field && settings) act.refuse(refusals.workdayBackwards, { field })
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
