/** What a kiosk does for somebody who stands before it. The kiosk is no principal: Kontor acts, and the visit says at which door. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { requireColleague } from '../../../kernel/named.ts'
import { arrive, insideNow, leave } from '../arriving.ts'
import * as c from '../contract.ts'
import { takeIn } from '../held-parcel.ts'
import { matchOf } from '../name-match.ts'
import { type Settings, settingsOf, textIn } from '../settings.ts'
import {
  codeTyped,
  insertVisitor,
  nameKey,
  searchOf,
  visitorOf,
  type VisitorRow,
  visitorsWhere,
} from '../visitor-row.ts'

export async function requireKiosk(act: Act, id: string): Promise<void> {
  const { rows } = await sql`
    select 1 from visitors.kiosk where organisation_id = ${act.office.id} and id = ${id} and revoked_at is null`.execute(
    act.db(),
  )
  if (rows.length === 0) act.refuse(c.kioskClosed)
}

type SignIn = ReturnType<typeof c.kioskSignIn.input.parse>

/** Whoever is expected today and may be meant; those of the host who was named first. */
async function candidates(act: Act, input: SignIn): Promise<{ row: VisitorRow; match: 'same' | 'like' }[]> {
  const expected = await visitorsWhere(
    act,
    sql`v.state = 'expected' and v.day = ${act.today} order by v.start_at, v.id`,
  )
  const found = expected.flatMap(row => {
    const match = matchOf(input.name ?? '', row.name)
    return match && (match === 'same' || row.host_id === input.hostId) ? [{ row, match }] : []
  })
  const rank = (one: (typeof found)[number]) =>
    (one.row.host_id === input.hostId ? 0 : 2) + (one.match === 'same' ? 0 : 1)
  return found.sort((a, b) => rank(a) - rank(b))
}

const asked = (row: VisitorRow) => ({
  status: 'ask' as const,
  id: null,
  host: null,
  place: null,
  start: row.start_at,
  badgeNo: null,
})

/** The visit that is meant, a new one, or a question back. */
async function meant(act: Act, input: SignIn): Promise<VisitorRow | ReturnType<typeof asked>> {
  if (input.code) {
    const [row] = await visitorsWhere(act, sql`v.code = ${codeTyped(input.code)} and v.day = ${act.today}`)
    // A code that nobody could look up when it was typed: who it was is known by the name.
    if (row || !input.name || !input.at) return row ?? act.refuse(c.visitorCodeUnknown)
  }
  const found = input.isExpected === false ? [] : await candidates(act, input)
  const [first] = found
  if (first) {
    const isSure = first.match === 'same' && found.length === 1 && (!input.hostId || first.row.host_id === input.hostId)
    return isSure || input.isExpected ? first.row : asked(first.row)
  }
  await requireColleague(act, input.hostId, c.visitorHostUnknown)
  const { name = '', company, hostId, entryId, kioskId, language } = input
  await requireNotInside(act, name, company)
  const id = await insertVisitor(act, {
    source: 'kiosk',
    name,
    company,
    hostId,
    entryId,
    kioskId,
    language,
    start: act.at,
  })
  return visitorOf(act, id)
}

/** Told in words; the database would refuse it besides. */
async function requireNotInside(act: Act, name: string, company: string | null | undefined): Promise<void> {
  const rows = await visitorsWhere(
    act,
    sql`v.state in ('waiting', 'received') and v.name_key = ${nameKey(name, company)}`,
  )
  if (rows.length > 0) act.refuse(c.visitorInsideAlready)
}

const reallySigned = (strokes: string): boolean => strokes.split(' ').length >= 6

/** What has to be signed is, with the words as they stood on the screen; of whoever came while there was no connection, what the kiosk knew of then. */
async function keepSigned(act: Act, { id, name }: VisitorRow, input: SignIn, settings: Settings): Promise<void> {
  const { signed = [], language } = input
  for (const what of c.signedWhats) {
    const words = textIn(settings[what], language, act.office.language)
    if (!words) continue
    const own = signed.find(one => one.what === what)
    const isSigned = own && (what === 'rules' || reallySigned(own.strokes) || matchOf(own.typed ?? '', name) === 'same')
    if (!isSigned && input.at) continue
    if (!isSigned) return act.refuse(c.agreementMissing)
    act.write(sql`
      insert into visitors.signature (organisation_id, visitor_id, what, words, language, strokes, signed_at)
      values (${act.office.id}, ${id}, ${what}, ${words}, ${nearestLanguage(language)}, ${own.strokes}, ${act.at})
      on conflict (organisation_id, visitor_id, what) do nothing`)
    if (what === 'agreement') act.enqueue(c.fileJob, { id })
  }
}

async function hostName(act: Act, row: VisitorRow): Promise<string | null> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${row.host_id}`.execute(act.db())
  return rows[0]?.title ?? null
}

/** Of whom nothing but an address was known, what they say at the door is their name: the badge and the evacuation list show it. */
async function namedBy(act: Act, row: VisitorRow, { name, company }: SignIn): Promise<VisitorRow> {
  if (row.state !== 'expected' || !name || row.name !== row.email) return row
  const from = company ?? row.company
  await sql`update visitors.visitor set name = ${name}, company = ${from}, name_key = ${nameKey(name, from)}
    where organisation_id = ${act.office.id} and id = ${row.id}`.execute(act.db())
  await act.changeRecord(row.id, { title: name, search: searchOf({ ...row, company: from }) })
  return visitorOf(act, row.id)
}

export const kioskSignInBody = implementCommand(c.kioskSignIn, {
  constraints: { visitor_inside: c.visitorInsideAlready, visitor_entry: c.visitorInsideAlready },
  async run(act, input) {
    await requireKiosk(act, input.kioskId)
    if (!input.code && !input.name) act.refuse(c.visitorCodeUnknown)
    const told = async (row: VisitorRow, badgeNo: number | null) => ({
      output: {
        status: 'in' as const,
        id: row.id,
        host: await hostName(act, row),
        place: row.place,
        start: row.start_at,
        badgeNo,
      },
    })
    const [before] = await visitorsWhere(act, sql`v.entry_id = ${input.entryId}`)
    // Sent again, since the kiosk did not hear the answer.
    if (before) return told(before, before.badge_no)
    const found = await meant(act, input)
    if ('status' in found) return { output: found }
    await act.lockAlso([{ kind: 'visitor', id: found.id }])
    const row = await namedBy(act, await visitorOf(act, found.id), input)
    if (row.state !== 'expected') act.refuse(row.state === 'gone' ? c.visitorCodeUnknown : c.visitorInsideAlready)
    await keepSigned(act, row, input, await settingsOf(act))
    const { kioskId, entryId, language, at } = input
    const { badgeNo } = await arrive(act, row, { kioskId, entryId, language, at })
    return told(row, badgeNo)
  },
})

export const kioskSignOutBody = implementCommand(c.kioskSignOut, {
  async run(act, { kioskId, code, name = '', at }) {
    await requireKiosk(act, kioskId)
    const inside = await insideNow(act)
    const going = code
      ? inside.filter(row => row.code === codeTyped(code))
      : inside.filter(row => matchOf(name, row.name) === 'same').slice(0, 1)
    if (going.length === 0) act.refuse(c.visitorCodeUnknown)
    for (const { id } of going) {
      await act.lockAlso([{ kind: 'visitor', id }])
      await leave(act, await visitorOf(act, id), at)
    }
    return { output: { left: going.length } }
  },
})

export const kioskParcelBody = implementCommand(c.kioskParcel, {
  async run(act, input) {
    await requireKiosk(act, input.kioskId)
    await requireColleague(act, input.forId, c.visitorHostUnknown)
    const { rows } = await sql<{ id: string; title: string | null }>`
      select p.id, r.title from visitors.held_parcel p
      left join kernel.record r on r.organisation_id = p.organisation_id and r.id = p.for_id
      where p.organisation_id = ${act.office.id} and p.entry_id = ${input.entryId}`.execute(act.db())
    if (rows[0]) return { output: { id: rows[0].id, told: rows[0].title } }
    const { id, told } = await takeIn(act, { ...input, count: input.count ?? 1 })
    return { output: { id, told } }
  },
})

export const keepPhotoBody = implementCommand(c.keepPhoto, {
  locks: ({ id }) => [{ kind: 'visitor', id }],
  load: (act, { id }) => visitorOf(act, id),
  async run(act, { kioskId, id, jpeg }, row) {
    await requireKiosk(act, kioskId)
    const bytes = Buffer.from(jpeg, 'base64')
    const isPicture = bytes.length >= 100 && bytes[0] === 0xff && bytes[1] === 0xd8
    if (!isPicture || (row.state !== 'waiting' && row.state !== 'received')) act.refuse(c.visitorNotInside)
    await sql`
      insert into visitors.photo (organisation_id, visitor_id, jpeg) values (${act.office.id}, ${id}, ${bytes})
      on conflict (organisation_id, visitor_id) do update set jpeg = excluded.jpeg`.execute(act.db())
    await act.changeRecord(id)
    return { output: {} }
  },
})
