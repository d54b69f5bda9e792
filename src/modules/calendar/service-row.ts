/** What is ordered with a booking, as it is stored, and the tasks that tell of it. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { wordLocale } from '../../kernel/language/catalogue.ts'
import { namesOf } from '../../kernel/named.ts'
import type { TaskWish } from '../work/contract.ts'
import type { serviceKinds, serviceStates } from './contract/service-commands.ts'
import { officeWords } from './words.ts'

export interface Service {
  readonly id: string
  readonly event_id: string
  readonly recurrence: string | null
  readonly place_id: string | null
  readonly kind: (typeof serviceKinds)[number]
  readonly what: string
  readonly heads: number | null
  readonly diets: string | null
  readonly offset_minutes: number
  readonly start_at: Temporal.Instant
  readonly responsible_id: string | null
  readonly currency: string | null
  readonly cost_minor: bigint | null
  readonly cost_centre: string | null
  readonly state: (typeof serviceStates)[number]
  readonly edition: number
}

export async function servicesOf(act: Act, eventId: string): Promise<Service[]> {
  const { rows } = await sql<Service>`
    select * from calendar.service where organisation_id = ${act.office.id} and event_id = ${eventId} order by start_at, id for update`.execute(
    act.db(),
  )
  return rows
}

export async function saveService(act: Act, row: Service): Promise<void> {
  await sql`
    insert into calendar.service (organisation_id, id, event_id, recurrence, place_id, kind, what, heads, diets, offset_minutes, start_at,
      responsible_id, currency, cost_minor, cost_centre, state, edition, by_id)
    values (${act.office.id}, ${row.id}, ${row.event_id}, ${row.recurrence}, ${row.place_id}, ${row.kind}, ${row.what}, ${row.heads},
      ${row.diets}, ${row.offset_minutes}, ${row.start_at}, ${row.responsible_id}, ${row.currency}, ${row.cost_minor}, ${row.cost_centre},
      ${row.state}, ${row.edition}, ${act.principal.id})
    on conflict (organisation_id, id) do update set event_id = excluded.event_id, recurrence = excluded.recurrence, place_id = excluded.place_id,
      what = excluded.what, heads = excluded.heads, diets = excluded.diets, offset_minutes = excluded.offset_minutes,
      start_at = excluded.start_at, responsible_id = excluded.responsible_id, currency = excluded.currency, cost_minor = excluded.cost_minor,
      cost_centre = excluded.cost_centre, state = excluded.state, edition = excluded.edition`.execute(act.db())
}

const keyOf = ({ id, edition }: Pick<Service, 'id' | 'edition'>): string => `calendar service ${id} ${edition}`

/** Whether somebody has seen to it already: then a change or a call-off is work of its own. */
async function isArranged(act: Act, before: Service): Promise<boolean> {
  const { rows } = await sql<{ state: string }>`
    select state from work.task_fact where organisation_id = ${act.office.id} and raised_key = ${keyOf(before)}`.execute(
    act.db(),
  )
  return rows[0] !== undefined && rows[0].state === 'done'
}

/** The task that tells of an order: a new one, a changed one, or one that was called off. */
export async function tasksOf(
  act: Act,
  { before, after, title }: { readonly before: Service | null; readonly after: Service; readonly title: string },
): Promise<{ work?: TaskWish[]; workWithdrawn?: { key: string }[] }> {
  const gone = after.state !== 'ordered'
  const stood = before !== null && before.state === 'ordered'
  const arranged = stood && (await isArranged(act, before))
  const withdrawn = stood ? { workWithdrawn: [{ key: keyOf(before) }] } : {}
  if (gone && !arranged) return withdrawn
  const names = await namesOf(act, [after.place_id])
  const place = after.place_id ? (names.get(after.place_id)?.title ?? '') : ''
  const at = after.start_at.toZonedDateTimeISO(act.office.zone)
  const language = act.office.language
  const params = {
    what: after.heads ? `${after.what} (${after.heads})` : after.what,
    title: place ? `${title}, ${place}` : title,
    when: at.toLocaleString(wordLocale(language), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }),
  }
  const key = gone ? 'task.service-called-off' : arranged ? 'task.service-changed' : 'task.service'
  const due = at.toPlainDate().subtract({ days: 1 })
  const dueOn = Temporal.PlainDate.compare(due, act.today) < 0 ? act.today : due
  return {
    ...withdrawn,
    work: [
      {
        key: keyOf(after),
        title: officeWords(act, key, params).slice(0, 300),
        ...(after.diets ? { note: after.diets } : {}),
        ...(after.responsible_id ? { ownerId: after.responsible_id } : {}),
        sourceId: after.event_id,
        dueOn,
      },
    ],
  }
}
