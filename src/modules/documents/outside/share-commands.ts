import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { refusals } from '../contract.ts'
import { keepingRefusals } from '../contract/keeping.ts'
import {
  documentShared,
  noteShareFetch,
  noteShareTry,
  revokeShare,
  share,
  shareFetched,
  shareGuessed,
  shareRefusals,
  shareRevoked,
} from '../contract/shares.ts'
import { documentOf } from '../document-store.ts'
import { shareOf } from './share-row.ts'

/** From this class on a password and a second person; the next one never leaves by a link. */
const confidential = 2
/** So many wrong passwords close a share: a guesser gets no more, however many addresses he has. */
export const mostWrongTries = 20

async function requirePassword(act: Act, passwordId: string): Promise<void> {
  const { rows } = await sql`
    select from documents.share_password p where p.organisation_id = ${act.office.id} and p.id = ${passwordId} and p.made_by = ${act.principal.id}
      and not exists (select from documents.share s where s.organisation_id = p.organisation_id and s.password_id = p.id)`.execute(
    act.db(),
  )
  if (rows.length === 0) act.refuse(shareRefusals.passwordUnknown)
}

/** The title of a hold that covers it, or null. */
async function holdUpon(act: Act, documentId: string): Promise<string | null> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = (documents.holds_upon(${act.office.id}, ${documentId}))[1]`.execute(
    act.db(),
  )
  return rows[0]?.title ?? null
}

export const shareBody = implementCommand(share, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: async (act, { id }) => ({ row: await documentOf(act, id), ...act.locked(id) }),
  weigh: (_input, { class: level }) => ({ class: level, fourEyes: level === confidential }),
  basis: ({ recipient, days, mostFetches, form }, { title }) => ({
    title,
    shown: { title, recipient: recipient ?? null, days, mostFetches: mostFetches ?? null, form },
  }),
  async run(act, input, { row, title, class: level }) {
    const { id: documentId, recipient, days, mostFetches, form, note, passwordId } = input
    if (row.state === 'discarded') act.refuse(refusals.stateUnfit, { state: row.state, name: row.name })
    if (level > confidential) act.refuse(shareRefusals.tooSecret, { name: title })
    if (level === confidential && !passwordId) act.refuse(shareRefusals.needsPassword, { name: title })
    const hold = await holdUpon(act, documentId)
    if (hold !== null) act.refuse(keepingRefusals.held, { name: title, hold })
    if (passwordId) await requirePassword(act, passwordId)
    await keepLinkSecret(act.db())
    const id = await act.createRecord({ kind: 'share', title, source: documentId })
    const expiresAt = act.at.add({ hours: 24 * days })
    await sql`
      insert into documents.share (organisation_id, id, document_id, form, recipient, note, class_then, shared_at, shared_by, expires_at,
        most_fetches, password_id)
      values (${act.office.id}, ${id}, ${documentId}, ${form}, ${recipient ?? null}, ${note ?? ''}, ${level}, ${act.at}, ${act.principal.id},
        ${expiresAt}, ${mostFetches ?? null}, ${passwordId ?? null})`.execute(act.db())
    const until = expiresAt.toZonedDateTimeISO(act.office.zone).toPlainDate().toString()
    act.emit(documentShared, { shareId: id, name: title, recipient: recipient ?? null, until }, [id, documentId])
    return {
      output: { id, expiresAt },
      undo: { command: 'documents.revoke-share', input: { id, expectedVersion: 1 } },
    }
  },
})

export const revokeShareBody = implementCommand(revokeShare, {
  locks: ({ id, expectedVersion }) => [{ kind: 'share', id, expectedVersion }],
  async run(act, { id }) {
    const name = act.locked(id).title
    const row = (await shareOf(act, id)) ?? act.refuse(kernelRefusals.notFound, { kind: 'share', id })
    if (row.state !== 'live') act.refuse(shareRefusals.ended, { name })
    await sql`
      update documents.share set ended = 'revoked', ended_at = ${act.at}, ended_by = ${act.principal.id}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const version = await act.changeRecord(id)
    act.emit(shareRevoked, { shareId: id, name }, [id, row.document_id])
    return { output: { version } }
  },
})

/** The share while its link opens something; its row is held, so that the last fetch allowed is given once. */
async function live(act: Act, id: string) {
  const row = await shareOf(act, id)
  if (row?.state !== 'live') return act.refuse(shareRefusals.closed)
  return { row, name: act.locked(id).title }
}

export const noteShareFetchBody = implementCommand(noteShareFetch, {
  locks: ({ id }) => [{ kind: 'share', id }],
  async run(act, { id }) {
    const { row, name } = await live(act, id)
    await sql`
      update documents.share set fetches = fetches + 1, last_fetch_at = ${act.at}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    await act.changeRecord(id)
    const count = row.fetches + 1
    act.emit(shareFetched, { shareId: id, name, recipient: row.recipient, count }, [id, row.document_id])
    return { output: { fetches: count } }
  },
})

export const noteShareTryBody = implementCommand(noteShareTry, {
  locks: ({ id }) => [{ kind: 'share', id }],
  async run(act, { id }) {
    const { row, name } = await live(act, id)
    const { rows } = await sql<{ wrong_tries: number }>`
      update documents.share set wrong_tries = wrong_tries + 1, ended = case when wrong_tries + 1 >= ${mostWrongTries} then 'guessed' end,
        ended_at = case when wrong_tries + 1 >= ${mostWrongTries} then ${act.at}::timestamptz end
      where organisation_id = ${act.office.id} and id = ${id} returning wrong_tries`.execute(act.db())
    const left = mostWrongTries - rows[0]!.wrong_tries
    await act.changeRecord(id)
    if (left === 0) act.emit(shareGuessed, { shareId: id, name }, [id, row.document_id])
    return { output: { left } }
  },
})
