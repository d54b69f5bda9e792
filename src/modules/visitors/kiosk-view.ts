/** What a kiosk may show of the house: what its texts say, who may be asked for, who is meant by a code. No visitor is told of another. */
import { sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { idPattern } from '../../kernel/ids.ts'
import { fold } from '../../kernel/language/fold.ts'
import { getPaper } from './contract.ts'
import { matchOf } from './name-match.ts'
import { getPaperBody } from './queries/for-jobs.ts'
import { settingsOf } from './settings.ts'
import { codeTyped, visitorsWhere } from './visitor-row.ts'

interface KioskRow {
  readonly title: string
  readonly site: string
}

/** A kiosk that is open; null for one that was revoked. */
export async function kioskOf(view: View, id: string): Promise<KioskRow | null> {
  const { rows } = await sql<KioskRow>`
    select r.title, k.site from visitors.kiosk k
    join kernel.record r on r.organisation_id = k.organisation_id and r.id = k.id
    where k.organisation_id = ${view.office.id} and k.id = ${id} and k.revoked_at is null`.execute(view.db())
  return rows[0] ?? null
}

/** What the kiosk begins with, and asks anew every few minutes: that is also how it learns that it is revoked. */
export async function openedOf(view: View, id: string) {
  const kiosk = await kioskOf(view, id)
  const settings = await settingsOf(view)
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${view.office.id} and id = ${settings.reception_id}`.execute(
    view.db(),
  )
  return {
    office: view.office.name,
    site: kiosk?.site || settings.address,
    zone: view.office.zone,
    country: view.office.country,
    language: view.office.language,
    hosts: settings.hosts,
    photo: settings.photo,
    rules: settings.rules,
    agreement: settings.agreement,
    reception: rows[0]?.title.split(/\s+/)[0] ?? null,
    eraseOn: view.today.add({ days: settings.keep_days + 1 }).toString(),
    today: view.today.toString(),
    at: view.at.toString(),
  }
}

export interface HostsAsked {
  readonly search: string
  readonly name: string
  /** A courier may ask for everybody the house shows. */
  readonly all: boolean
}

const mostHosts = 5

/** Whether each word that was typed begins a word of the name. */
function begins(name: string, search: string): boolean {
  const words = fold(name).split(/[^a-z0-9]+/)
  return fold(search)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .every(part => words.some(word => word.startsWith(part)))
}

/** Colleagues whose name begins as it was typed, whoever expects the visitor first, with when and where: that is the visitor's own. */
export async function hostsFor(view: View, { search, name, all }: HostsAsked) {
  const { hosts } = await settingsOf(view)
  if (fold(search).replace(/[^a-z0-9]/g, '').length < 2 || hosts === 'none') return []
  const { rows: people } = await sql<{ id: string; title: string; away: boolean }>`
    select r.id, r.title, exists (select from work.absence_fact a where a.organisation_id = c.organisation_id
      and a.person_id = c.principal_id and ${view.today} between a.from_on and a.until_on) as away
    from authority.colleague c join kernel.record r on r.organisation_id = c.organisation_id and r.id = c.principal_id
    where c.organisation_id = ${view.office.id} and c.kind = 'person' order by r.title`.execute(view.db())
  const expected = await visitorsWhere(view, sql`v.state = 'expected' and v.day = ${view.today} order by v.start_at`)
  const found = people
    .filter(one => begins(one.title, search))
    .map(one => {
      const theirs = expected.filter(row => row.host_id === one.id)
      const own = all ? undefined : theirs.find(row => matchOf(name, row.name) !== null)
      return {
        id: one.id,
        name: one.title,
        away: one.away,
        expects: own?.start_at.toString() ?? null,
        place: own?.place ?? null,
        any: theirs.length > 0,
      }
    })
    .filter(one => all || hosts === 'all' || one.any)
  return found
    .sort((a, b) => Number(b.expects !== null) - Number(a.expects !== null) || a.name.localeCompare(b.name))
    .slice(0, mostHosts)
    .map(({ any: _any, ...one }) => one)
}

/** Whoever holds the code of an invitation is shown what it says. */
export async function expectedByCode(view: View, typed: string) {
  const [row] = await visitorsWhere(
    view,
    sql`v.code = ${codeTyped(typed)} and v.day = ${view.today} and v.state in ('expected', 'waiting', 'received')`,
  )
  if (!row) return null
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${view.office.id} and id = ${row.host_id}`.execute(
    view.db(),
  )
  return {
    code: row.code,
    name: row.name,
    company: row.company,
    host: rows[0]?.title ?? null,
    place: row.place,
    start: row.start_at.toString(),
    language: row.language,
    inside: row.state !== 'expected',
  }
}

const minutesAtKiosk = 15

/** The badge of whoever has just signed in at this kiosk. */
export async function badgeOf(view: View, kioskId: string, id: string) {
  if (!idPattern.test(id)) return null
  const since = view.at.subtract({ minutes: minutesAtKiosk })
  const [row] = await visitorsWhere(
    view,
    sql`v.id = ${id} and v.kiosk_id = ${kioskId} and v.state in ('waiting', 'received') and v.arrived_at > ${since}`,
  )
  if (!row) return null
  return (await getPaperBody.run(view, getPaper.input.parse({ id, what: 'badge' }))) as ReturnType<
    typeof getPaper.output.parse
  >
}
