import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { recordsFor, visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { toldText } from '../file.ts'
import { type OutingRow, type RegistrationRow, registrationsOf } from '../outing-row.ts'
import type { OutingsTables } from '../tables.ts'

const unsent = {
  invitation: 'invited_mail',
  'moved-up': 'moved_mail',
  feedback: 'feedback_mail',
  cancelled: 'cancelled_mail',
} as const

export const getLettersBody = implementQuery(c.getLetters, async (view, { id, what }) => {
  const { rows } = await sql<OutingRow & { title: string; version: number }>`
    select o.*, r.title, r.version from ${recordsFor(view, 'outing')} r
    join outings.outing o on o.organisation_id = ${view.office.id} and o.id = r.id where r.id = ${id}`.execute(
    view.db(),
  )
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'outing', id })
  const facts = { startsAt: row.starts_at, endsAt: row.ends_at, place: row.place }
  const isDue = (one: RegistrationRow): boolean =>
    what === 'changed'
      ? one.answer !== 'declined' && one.told !== null && one.told !== toldText(facts)
      : !one[unsent[what]]
  const waiting = (await registrationsOf(view, id)).filter(one => one.principal_id === null && isDue(one))
  return {
    title: row.title,
    description: row.description,
    version: row.version,
    at: view.at,
    office: view.office.name,
    zone: view.office.zone,
    ...facts,
    state: row.state,
    letters: waiting.flatMap(one =>
      one.email
        ? [{ registrationId: one.id, name: one.name, email: one.email, language: one.language, answer: one.answer }]
        : [],
    ),
  }
})

export const getOrderBody = implementQuery(c.getOrder, async (view, { id, orderId }) => {
  const { rows: seen } = await sql<{ id: string }>`select r.id from ${recordsFor(view)} r where r.id = ${id}`.execute(
    view.db(),
  )
  const row = await view
    .db<OutingsTables>()
    .selectFrom('outings.food_order')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('for_id', '=', id)
    .where('id', '=', orderId)
    .executeTakeFirst()
  if (seen.length === 0 || !row) return view.refuse(kernelRefusals.notFound, { kind: 'outing', id })
  const supplier = row.supplier_id
    ? await visibleRecords(view).select('title').where('id', '=', row.supplier_id).executeTakeFirst()
    : undefined
  return {
    office: view.office.name,
    subject: row.subject,
    body: row.body,
    name: supplier?.title ?? view.office.name,
    email: row.email,
    state: row.how,
  }
})

export const dueNowBody = implementQuery(c.dueNow, async view => {
  const { rows } = await sql<{ id: string }>`
    select o.id from outings.outing o where o.organisation_id = ${view.office.id} and o.diets_erased_at is null
      and o.ends_at + make_interval(days => o.keep_days) <= ${view.at}
      and exists (select from outings.registration r where r.organisation_id = o.organisation_id and r.outing_id = o.id
        and (r.diets <> '{}' or r.diet_note <> ''))
    order by o.id limit 200`.execute(view.db())
  return { diets: rows.map(row => row.id) }
})
