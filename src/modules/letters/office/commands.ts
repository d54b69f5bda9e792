/** Acts of Word files: taken in, opened in a program, held by it, saved back. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { openHours } from '../../../kernel/dav/opening.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import * as c from '../contract.ts'
import { dbOf, letterFor, lockOf } from '../letter-row.ts'
import { newestVersion, type OpeningRow, openingOf, refuseHeld } from './rows.ts'

export const keepOfficeFileBody = implementCommand(c.keepOfficeFile, {
  async run(act, { fileId, body, unknown }) {
    const { rows } = await sql`select 1 from kernel.file
      where organisation_id = ${act.office.id} and id = ${fileId}`.execute(dbOf(act))
    if (rows.length === 0) act.refuse(c.officeFileUnknown)
    await sql`insert into letters.office_file (organisation_id, file_id, body, unknown)
      values (${act.office.id}, ${fileId}, ${JSON.stringify(body)}::jsonb, ${unknown}::text[])
      on conflict (organisation_id, file_id) do update set body = excluded.body, unknown = excluded.unknown`.execute(
      dbOf(act),
    )
    return { output: {} }
  },
})

export const beginLetterEditingBody = implementCommand(c.beginLetterEditing, {
  locks: input => lockOf(input),
  load: (act, { id }) => letterFor(act, c.beginLetterEditing, id),
  async run(act, { id }) {
    const opening = act.newId()
    await keepLinkSecret(act.db())
    await sql`delete from letters.opening where organisation_id = ${act.office.id} and until_at <= ${act.at}`.execute(
      dbOf(act),
    )
    await dbOf(act)
      .insertInto('letters.opening')
      .values({
        organisation_id: act.office.id,
        id: opening,
        letter_id: id,
        principal_id: act.principal.id,
        until_at: act.at.add({ hours: openHours }),
        based_on: (await newestVersion(act, id)).number,
        lock_token: null,
        lock_until: null,
      })
      .execute()
    act.emit(c.letterOpened, { id, title: act.locked(id).title }, [id])
    return { output: { id: opening } }
  },
})

/** The opening, its letter locked by Kontor itself; refuses one whose time is over. */
async function heldOpening(act: Act, id: string): Promise<OpeningRow> {
  const row = await openingOf(act, id)
  if (!row || Temporal.Instant.compare(row.until_at, act.at) <= 0) return act.refuse(c.openingOver)
  await sql`select 1 from kernel.record where organisation_id = ${act.office.id} and id = ${row.letter_id}
    for no key update`.execute(act.db())
  return row
}

export const noteOpeningBody = implementCommand(c.noteOpening, {
  load: (act, { id }) => heldOpening(act, id),
  async run(act, { id, basedOn, token, seconds }, row) {
    const until = token && seconds ? act.at.add({ seconds }) : null
    if (until) {
      const { rows } = await sql<{ title: string }>`select title from kernel.record
        where organisation_id = ${act.office.id} and id = ${row.letter_id}`.execute(act.db())
      await refuseHeld(act, row.letter_id, { openingId: id, title: rows[0]?.title ?? '–' })
    }
    const isHeld = seconds === undefined ? null : seconds > 0
    await sql`update letters.opening set based_on = ${basedOn ?? row.based_on},
        lock_token = case when ${isHeld}::boolean is null then lock_token when ${isHeld}::boolean then ${token ?? null}::uuid end,
        lock_until = case when ${isHeld}::boolean is null then lock_until when ${isHeld}::boolean then ${until}::timestamptz end
      where organisation_id = ${act.office.id} and id = ${id}`.execute(dbOf(act))
    return { output: { until: until?.toString() ?? null } }
  },
})
