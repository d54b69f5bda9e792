/** A parcel comes to the counter, and whoever it is for is told. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import * as c from './contract.ts'
import { settingsOf } from './settings.ts'

export interface NewParcel {
  readonly forId?: string | null | undefined
  readonly forName: string
  readonly sender?: string | undefined
  readonly count: number
  readonly place?: string | undefined
  readonly entryId?: string | undefined
}

export async function takeIn(act: Act, parcel: NewParcel): Promise<{ id: string; told: string | null }> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${parcel.forId ?? null}`.execute(
    act.db(),
  )
  const name = rows[0]?.title ?? parcel.forName
  const title = [name, parcel.sender].filter(Boolean).join(' · ').slice(0, 300)
  const id = await act.createRecord({ kind: 'held-parcel', title, class: 1 })
  await sql`
    insert into visitors.held_parcel (organisation_id, id, state, sender, for_id, for_name, count, place, came_at, entry_id)
    values (${act.office.id}, ${id}, 'waiting', ${parcel.sender ?? ''}, ${parcel.forId ?? null}, ${name}, ${parcel.count}, ${parcel.place ?? ''},
      ${act.at}, ${parcel.entryId ?? null})`.execute(act.db())
  const { reception_id } = await settingsOf(act)
  const toId = parcel.forId ?? reception_id
  const notify = [
    {
      ...(toId ? { toId } : { role: 'clerk' }),
      key: `visitors.parcel:${id}`,
      titleKey: parcel.forId ? 'notice.visitors.parcel' : 'notice.visitors.parcel-for',
      params: { name, sender: parcel.sender || '–' },
      recordId: id,
      urgency: 'now' as const,
    },
  ]
  act.emit(c.parcelTaken, { id, title, notify }, [id])
  return { id, told: rows[0]?.title ?? null }
}
