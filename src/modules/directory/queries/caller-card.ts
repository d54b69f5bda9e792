import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { callerNotesOf, relationsOf } from '../around.ts'
import { callerCard, type CallerNoteKind, partyKinds, type PartyKind } from '../contract.ts'
import { findParties } from '../find-parties.ts'
import type { PartyRow } from '../party-row.ts'

type Seen = PartyRow & { readonly class: number }

/** As many as a telephone number is shown to belong to. */
const mostParties = 10

export const callerCardBody = implementQuery(callerCard, async (view, { id, number }) => {
  const ids = id ? [id] : await idsOfNumber(view, number ?? '')
  const parties = await seen(view, ids)
  if (id && parties.length === 0) return view.refuse(kernelRefusals.notFound, { id })
  return { parties: await Promise.all(parties.map(party => cardOf(view, party))) }
})

async function idsOfNumber(view: View, number: string): Promise<string[]> {
  const [found = []] = await findParties(view, [{ phone: number }], partyKinds, { similar: false })
  return found.slice(0, mostParties).map(party => party.id)
}

async function seen(view: View, ids: readonly string[]): Promise<Seen[]> {
  const { rows } = await sql<Seen>`
    select p.*, r.class from kernel.record was
    join ${visibleRecords(view).selectAll()} r on r.id = coalesce(was.merged_into, was.id)
    join directory.party p on p.organisation_id = ${view.office.id} and p.id = r.id
    where was.organisation_id = ${view.office.id} and was.id = any(${[...ids]}::uuid[])
    order by p.kind desc, p.sort_name, p.id`.execute(view.db())
  return rows
}

async function cardOf(view: View, party: Seen) {
  const merged = await sql<{ id: string }>`
    select id from kernel.record where organisation_id = ${view.office.id} and merged_into = ${party.id}`.execute(
    view.db(),
  )
  const ids = [party.id, ...merged.rows.map(row => row.id)]
  const notes = await callerNotesOf(view, ids)
  const said = (what: CallerNoteKind) => notes.filter(({ line }) => line.what === what).map(({ line }) => line.body)
  const work = await workOf(view, ids)
  for (const note of notes) view.noteRead({ id: note.line.noteId, class: note.line.class })
  view.noteRead(party)
  return {
    id: party.id,
    kind: party.kind,
    title: party.name,
    class: party.class,
    role: work?.role || party.role,
    memberOf: work && { id: work.id, kind: work.kind, title: work.title },
    language: party.language,
    languages: party.languages,
    preferredWay: party.preferred_way,
    manner: [...(party.manner ? [party.manner] : []), ...said('manner')],
    maySay: said('may-say'),
    mustNotSay: said('must-not-say'),
    relations: (await relationsOf(view, ids)).map(({ line }) => line),
  }
}

async function workOf(view: View, ids: readonly string[]) {
  const { rows } = await sql<{ role: string; id: string; kind: PartyKind; title: string }>`
    select m.role, r.id, r.kind, r.title from directory.membership m
    join kernel.record was on was.organisation_id = m.organisation_id and was.id = m.member_of_id
    join ${visibleRecords(view).selectAll()} r on r.id = coalesce(was.merged_into, was.id)
    where m.organisation_id = ${view.office.id} and m.person_id = any(${[...ids]}::uuid[]) order by r.title limit 1`.execute(
    view.db(),
  )
  return rows[0] ?? null
}
