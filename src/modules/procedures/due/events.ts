/** Starting by event: the journal is read from where it was left, for the events that procedures listen to. */
import { sql } from 'kysely'
import type { Act, View } from '../../../kernel/implement.ts'
import { type ProcedureRow, editionsOf } from '../procedure-row.ts'
import { start } from '../start.ts'

/** How far the journal has been read for this. */
export const eventPlace = 'procedures.events'
const mostLines = 500

interface JournalLine {
  readonly seq: bigint
  readonly principal_id: string
  readonly body: Buffer
}

/**
 * Lines not read yet that hold an event which a procedure in force waits for. What this module does itself starts nothing, so
 * that no procedure starts itself over and over.
 */
const unread = (view: Pick<View, 'office'>) => sql`
  from kernel.journal_place place
  join kernel.journal j on j.organisation_id = place.organisation_id and j.seq > place.seq
  join kernel.journal_body b on b.organisation_id = j.organisation_id and b.seq = j.seq
  where place.organisation_id = ${view.office.id} and place.consumer = ${eventPlace} and exists (
    select from procedures.procedure p where p.organisation_id = place.organisation_id and p.state = 'in-force'
      and p.event_name is not null and p.event_name not like 'procedures.%'
      and position(convert_to('"' || p.event_name || '"', 'UTF8') in b.body) > 0)`

export async function countEvents(view: View): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from (select 1 ${unread(view)} limit 1) one`.execute(view.db())
  return rows[0]!.count
}

/** Starts what the events since the last time ask for; gives how many runs. */
export async function startForEvents(act: Act): Promise<number> {
  const { rows: lines } = await sql<JournalLine>`
    select j.seq, j.principal_id, b.body ${unread(act)} order by j.seq limit ${mostLines}`.execute(act.db())
  if (lines.length === 0) return 0
  const { rows: procedures } = await sql<ProcedureRow & { title: string }>`
    select p.*, r.title from procedures.procedure p
    join kernel.record r on r.organisation_id = p.organisation_id and r.id = p.id
    where p.organisation_id = ${act.office.id} and p.state = 'in-force' and p.event_name is not null order by p.id`.execute(
    act.db(),
  )
  let runs = 0
  for (const line of lines) {
    for (const [index, happened] of eventsOf(line.body).entries()) {
      for (const procedure of procedures.filter(one => meets(one, happened))) {
        const edition = (await editionsOf(act, procedure.id)).find(({ number }) => number === procedure.number)
        if (!edition) continue
        await start(act, {
          procedure,
          edition,
          title: procedure.title,
          how: 'event',
          anchorOn: act.today,
          about: await recordOf(act, happened.records?.[0]),
          starterId: (await isColleague(act, line.principal_id)) ? line.principal_id : procedure.owner_id,
          eventKey: `${line.seq}:${index}`,
        })
        runs++
      }
    }
  }
  await sql`
    update kernel.journal_place set seq = ${lines.at(-1)!.seq}
    where organisation_id = ${act.office.id} and consumer = ${eventPlace}`.execute(act.db())
  return runs
}

interface Event {
  readonly name: string
  readonly payload?: Record<string, unknown> | null
  readonly records?: readonly string[]
}

function eventsOf(body: Buffer): readonly Event[] {
  const { events } = JSON.parse(body.toString()) as { events?: readonly Event[] }
  return events ?? []
}

function meets({ event_name: name, event_field: field, event_is: is }: ProcedureRow, happened: Event): boolean {
  if (happened.name !== name) return false
  if (!field) return true
  const value = happened.payload?.[field]
  return String(value ?? '').toLowerCase() === (is ?? '').toLowerCase()
}

async function recordOf(act: Act, id: string | undefined): Promise<{ id: string; title: string } | undefined> {
  if (!id) return undefined
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from kernel.record where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return rows[0]
}

async function isColleague(act: Act, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from authority.colleague where organisation_id = ${act.office.id} and principal_id = ${id}`.execute(
    act.db(),
  )
  return rows.length > 0
}
