/** Turns as rows: laid out to the horizon, kept in step with layers and overrides, written into calendars by a job. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { writeCalendarsJob } from './contract.ts'
import { instant, reckoned, type RotaRow, type TurnRow } from './rota-row.ts'
import type { Layer, Stretch, Unit } from './schedule/layers.ts'

/** How far ahead turns are laid out. */
export const horizonDays = 62
const dayLength = 86_400_000
const unitDays: Readonly<Record<Unit, number>> = { hour: 1, day: 1, week: 7 }
const mostDays = 400

/** The longest turn, so that one which begins before the horizon is laid out whole. */
const longest = (layers: readonly Layer[]): number =>
  Math.min(mostDays, Math.max(1, ...layers.map(({ unit, every }) => unitDays[unit] * every + 1))) * dayLength

/** What will be: the running turn keeps its beginning. */
async function wanted(act: Act, row: RotaRow, running: TurnRow | undefined): Promise<Stretch[]> {
  if (row.state !== 'live') return []
  const now = act.at.epochMilliseconds
  const horizon = now + horizonDays * dayLength
  const found = (await reckoned(act, row, true, [now, horizon + longest(row.live ?? [])])).filter(
    one => one.start < horizon,
  )
  const [first] = found
  if (first && running && first.start === now && isSame(first, running))
    found[0] = { ...first, start: running.start_at.epochMilliseconds }
  return found
}

const isSame = (one: Stretch, turn: TurnRow): boolean =>
  one.by === turn.by_id && one.turn === turn.number && one.personId === turn.person_id

async function futureTurns(act: Act, rotaId: string): Promise<TurnRow[]> {
  const { rows } = await sql<TurnRow>`
    select * from oncall.turn where organisation_id = ${act.office.id} and rota_id = ${rotaId} and end_at > ${act.at}
    order by start_at for update`.execute(act.db())
  return rows
}

/**
 * Brings the turns of a rota into step. What has passed stays; a running turn that becomes another's ends now. A turn that only
 * changes its hours keeps its row and its event. Gives how many differ.
 */
export async function layTurns(act: Act, row: RotaRow): Promise<number> {
  const turns = await futureTurns(act, row.id)
  const running = turns.find(turn => Temporal.Instant.compare(turn.start_at, act.at) < 0)
  const ahead = await wanted(act, row, running)
  const free = new Set(turns)
  const kept: { readonly turn: TurnRow; readonly to: Stretch }[] = []
  const fresh: Stretch[] = []
  for (const exact of [true, false])
    for (const to of exact ? ahead : fresh.splice(0)) {
      const turn = [...free].find(one => isSame(to, one) && (!exact || one.start_at.epochMilliseconds === to.start))
      if (!turn || (!exact && turn === running)) fresh.push(to)
      else {
        free.delete(turn)
        kept.push({ turn, to })
      }
    }
  await sql`set constraints oncall.turn_apart deferred`.execute(act.db())
  for (const turn of free) await end(act, turn)
  const moved = kept.filter(({ turn, to }) => isMoved(turn, to))
  for (const { turn, to } of moved) await move(act, turn, to)
  for (const to of fresh) await begin(act, row.id, to)
  await sql`set constraints oncall.turn_apart immediate`.execute(act.db())
  await sql`
    update oncall.rota set laid_until = case when live is null then null else ${act.at.add({ hours: 24 * horizonDays })}::timestamptz end
    where organisation_id = ${act.office.id} and id = ${row.id}`.execute(act.db())
  const differ = free.size + moved.length + fresh.length
  if (differ > 0) act.enqueue(writeCalendarsJob, { rotaId: row.id })
  return differ
}

const isMoved = (turn: TurnRow, to: Stretch): boolean =>
  turn.start_at.epochMilliseconds !== to.start || turn.end_at.epochMilliseconds !== to.end

/** A turn that was never begun goes with its event; a running one ends. */
async function end(act: Act, turn: TurnRow): Promise<void> {
  if (Temporal.Instant.compare(turn.start_at, act.at) < 0) {
    await sql`
      update oncall.turn set end_at = ${act.at}, calendar = 'due'
      where organisation_id = ${act.office.id} and id = ${turn.id}`.execute(act.db())
    return
  }
  await sql`delete from oncall.turn where organisation_id = ${act.office.id} and id = ${turn.id}`.execute(act.db())
  if (turn.event_id)
    await sql`
      insert into oncall.stale_event (organisation_id, event_id, rota_id, person_id)
      values (${act.office.id}, ${turn.event_id}, ${turn.rota_id}, ${turn.person_id}) on conflict do nothing`.execute(
      act.db(),
    )
}

async function move(act: Act, turn: TurnRow, to: Stretch): Promise<void> {
  await sql`
    update oncall.turn set start_at = ${instant(to.start)}, end_at = ${instant(to.end)}, calendar = 'due'
    where organisation_id = ${act.office.id} and id = ${turn.id}`.execute(act.db())
}

async function begin(act: Act, rotaId: string, to: Stretch): Promise<void> {
  await sql`
    insert into oncall.turn (organisation_id, id, rota_id, person_id, start_at, end_at, by_id, number, calendar)
    values (${act.office.id}, ${act.newId()}, ${rotaId}, ${to.personId}, ${instant(to.start)}, ${instant(to.end)}, ${to.by}, ${to.turn}, 'due')`.execute(
    act.db(),
  )
}
