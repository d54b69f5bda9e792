import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { noteAlike } from '../contract.ts'
import { likeness } from '../names.ts'

interface Candidate {
  readonly a_id: string
  readonly a_name: string
  readonly b_id: string
  readonly b_name: string
  readonly place: boolean
  readonly phone: boolean
  readonly mail: boolean
}

/** Names as alike as this count in one place; with a telephone or mail address in common, less is enough. */
const leastInOnePlace = 0.62
const leastWithReach = 0.4
/** A place or number that more than these have in common tells nothing. */
const mostSharing = 60
const mostCandidates = 200_000

export const noteAlikeBody = implementCommand(noteAlike, {
  async run(act) {
    const pairs = (await candidates(act)).flatMap(pair => {
      const alike = likeness(pair.a_name, pair.b_name)
      if (alike < (pair.phone || pair.mail ? leastWithReach : leastInOnePlace)) return []
      const because = ['similar', ...(['place', 'phone', 'mail'] as const).filter(reason => pair[reason])]
      return [{ a_id: pair.a_id, b_id: pair.b_id, because, likeness: Math.min(1, alike) }]
    })
    // Most nights find what the night before has found: only what differs is written.
    await sql`
      with found as (
        select x.a_id, x.b_id, x.because, x.likeness
        from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as x (a_id uuid, b_id uuid, because text[], likeness real)
      ), gone as (
        delete from directory.alike a where a.organisation_id = ${act.office.id}
          and (a.a_id, a.b_id) not in (select a_id, b_id from found)
      )
      insert into directory.alike (organisation_id, a_id, b_id, because, likeness)
      select ${act.office.id}, a_id, b_id, because, likeness from found
      on conflict (organisation_id, a_id, b_id) do update set because = excluded.because, likeness = excluded.likeness
        where (alike.because, alike.likeness) is distinct from (excluded.because, excluded.likeness)`.execute(act.db())
    return { output: { pairs: pairs.length } }
  },
})

/** Current parties of one kind that share a place and a word of their name, a telephone or a mail address. */
async function candidates(act: Act): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    with current as (
      select p.id, p.kind, p.name from directory.party p
      join kernel.record r on r.organisation_id = p.organisation_id and r.id = p.id and r.merged_into is null
      where p.organisation_id = ${act.office.id} and p.retired_at is null
    ), sharing as (
      select party_id, 'place' as what, kernel.fold(postcode || ' ' || city) as key from directory.address_post
        where organisation_id = ${act.office.id} and (city <> '' or postcode <> '')
      union select party_id, scheme, key from directory.party_key
        where organisation_id = ${act.office.id} and scheme in ('phone', 'mail')
    ), telling as (
      select what, key from sharing group by what, key having count(*) between 2 and ${mostSharing}
    ), pair as (
      select a.party_id as a_id, b.party_id as b_id, a.what from sharing a
      join telling using (what, key)
      join sharing b on b.what = a.what and b.key = a.key and b.party_id > a.party_id
    )
    select a.id as a_id, a.name as a_name, b.id as b_id, b.name as b_name,
      bool_or(pair.what = 'place') as place, bool_or(pair.what = 'phone') as phone, bool_or(pair.what = 'mail') as mail
    from pair join current a on a.id = pair.a_id join current b on b.id = pair.b_id and b.kind = a.kind
    group by a.id, a.name, b.id, b.name limit ${mostCandidates}`.execute(act.db())
  return rows
}
