import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import { dbOf } from '../facts.ts'

/** Whoever is no job finds nothing here. */
function onlyForJobs(view: View, id: string): void {
  if (view.principal.kind !== 'system') view.refuse(kernelRefusals.notFound, { kind: 'event', id })
}

export const messagesToSendBody = implementQuery(c.messagesToSend, async (view, { id }) => {
  onlyForJobs(view, id)
  const { rows } = await sql<{
    id: string
    method: string
    email: string
    name: string
    letter: unknown
    calendar: string | null
    guestId: string | null
    inReplyTo: string | null
  }>`
    select m.id, m.method, m.email, m.name, m.letter, m.calendar, g.id as "guestId",
      (select f.id from invitations.message f where f.organisation_id = m.organisation_id and f.event_id = m.event_id
        and f.email = m.email and f.direction = 'out' and f.id < m.id order by f.id limit 1) as "inReplyTo"
    from invitations.message m
    left join invitations.guest g on g.organisation_id = m.organisation_id and g.event_id = m.event_id and g.email = m.email
    where m.organisation_id = ${view.office.id} and m.event_id = ${id} and m.state = 'waiting' and m.direction = 'out'
    order by m.id limit 500`.execute(view.db())
  return { rows }
})

export const mailToLookBody = implementQuery(c.mailToLook, async (view, { documentId }) => {
  onlyForJobs(view, documentId)
  const { rows } = await sql<{ digest: Buffer; state: string }>`
    select digest, state from documents.mail_fact
    where organisation_id = ${view.office.id} and document_id = ${documentId}`.execute(dbOf(view))
  const [row] = rows
  return { digest: row ? row.digest.toString('hex') : null, state: row?.state ?? null }
})
