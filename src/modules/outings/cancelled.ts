/** Telling those who were coming, or waited, that it is off. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { outingCancelled, sendLettersJob } from './contract.ts'
import { registrationsOf } from './outing-row.ts'

export const notice = (id: string, title: string, toId: string, what: 'cancelled' | 'invited' | 'feedback') => ({
  key: `outings.${what}:${id}`,
  toId,
  titleKey: `notice.outings.${what}`,
  params: { title },
  recordId: id,
  urgency: what === 'cancelled' ? ('today' as const) : ('digest' as const),
})

export async function cancelled(act: Act, { id, title }: { readonly id: string; readonly title: string }) {
  const told = (await registrationsOf(act, id)).filter(one => one.answer === 'coming' || one.answer === 'waiting')
  await sql`
    update outings.registration set cancelled_mail = false where organisation_id = ${act.office.id} and outing_id = ${id}
      and answer in ('coming', 'waiting') and email is not null and principal_id is null`.execute(act.db())
  const notify = told.flatMap(one => (one.principal_id ? [notice(id, title, one.principal_id, 'cancelled')] : []))
  const payload = { id, title, notify: notify.slice(0, 200), workWithdrawn: [{ key: `outings.plan:${id}` }] }
  act.emit(outingCancelled, payload, [id])
  if (told.some(one => one.email && !one.principal_id)) act.enqueue(sendLettersJob, { id, what: 'cancelled' })
}
