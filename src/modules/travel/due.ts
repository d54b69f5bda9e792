/** What the days bring: documents that expire, trips that begin soon with something wrong in them. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { identityExpires, tripDoubtful } from './contract.ts'
import { type Looking, wholeTrip } from './facts.ts'
import { expiryKey, type IdentityRow, updateIdentity } from './identity-row.ts'
import { type TripRow, updateTrip } from './trip-row.ts'
import { officeWords } from './words.ts'

type At = Looking & { readonly today: Temporal.PlainDate }

/** How many days before a trip begins its doubts become a task. */
const lookDays = 7
const most = 200

type Identity = IdentityRow & { readonly title: string }
export async function expiring(at: At): Promise<Identity[]> {
  const { rows } = await sql<Identity>`
    select i.*, r.title from travel.identity i
    join kernel.record r on r.organisation_id = i.organisation_id and r.id = i.id
    where i.organisation_id = ${at.office.id} and i.removed_at is null and i.expires_on - i.remind_days <= ${at.today}::date
      and i.raised_on is distinct from i.expires_on order by i.id limit ${most}`.execute(at.db())
  return rows
}

type Trip = TripRow & { readonly title: string }
export async function beginning(at: At): Promise<Trip[]> {
  const { rows } = await sql<Trip>`
    select t.*, r.title from travel.trip t
    join kernel.record r on r.organisation_id = t.organisation_id and r.id = t.id
    where t.organisation_id = ${at.office.id} and t.state <> 'cancelled' and t.doubtful_at is null
      and t.starts_on between ${at.today}::date and ${at.today.add({ days: lookDays })}::date order by t.id limit ${most}`.execute(
    at.db(),
  )
  return rows
}

const doubtsOf = async (at: At, row: TripRow): Promise<number> =>
  (await wholeTrip(at, row)).checks.filter(one => one.loud).length

export async function doubtful(at: At): Promise<Trip[]> {
  const found: Trip[] = []
  for (const row of await beginning(at)) if ((await doubtsOf(at, row)) > 0) found.push(row)
  return found
}

export async function raiseExpiring(act: Act): Promise<number> {
  const rows = await expiring(act)
  for (const row of rows) {
    await updateIdentity(act, row.id, { raised_on: row.expires_on })
    const on = row.expires_on!.toString()
    const work = [
      {
        key: `${expiryKey(row.id)}:${on}`,
        title: officeWords(act, 'task.expires', { title: row.title }).slice(0, 300),
        reason: officeWords(act, 'task.expires.reason', { on }).slice(0, 300),
        ownerId: row.person_id,
        dueOn: later(act.today, row.expires_on!.subtract({ days: Math.ceil(row.remind_days / 2) })),
        effortMinutes: 30,
        sourceId: row.id,
      },
    ]
    act.emit(identityExpires, { id: row.id, title: row.title, on, work }, [row.id])
  }
  return rows.length
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b)

export async function raiseDoubtful(act: Act): Promise<number> {
  const rows = await doubtful(act)
  for (const row of rows) {
    await updateTrip(act, row.id, { doubtful_at: act.at })
    const work = [
      {
        key: `travel.doubtful:${row.id}`,
        title: officeWords(act, 'task.doubtful', { title: row.title }).slice(0, 300),
        ownerId: row.arranger_id ?? row.created_by_id,
        dueOn: act.today,
        effortMinutes: 15,
        sourceId: row.id,
      },
    ]
    act.emit(tripDoubtful, { id: row.id, title: row.title, work }, [row.id])
  }
  return rows.length
}
