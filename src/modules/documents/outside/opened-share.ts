/** A share as its link opens it: the paper is looked at with the eyes of whoever shared it, at this moment. */
import { sql } from 'kysely'
import { limitOf } from '../../../kernel/authority.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import type { View } from '../../../kernel/implement.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { linkSecretOf, readOutsideToken } from '../../../kernel/outside/link.ts'
import { Refusal, refuse } from '../../../kernel/refusal.ts'
import { share, shareRefusals, type ShareState } from '../contract/shares.ts'
import type { Original } from '../doors.http.ts'
import { originalBody } from '../queries/document-text.ts'
import { type ShareRow, shareOf } from './share-row.ts'

export interface OpenedShare {
  readonly organisationId: string
  readonly office: string
  readonly zone: string
  readonly row: ShareRow
  readonly at: Temporal.Instant
  readonly title: string
  readonly sharedBy: string
  readonly file: Original
  readonly passwordHash: string | null
}

interface Asking {
  readonly token: string
  readonly requestId: string
}

/** Opens what the token proves, or says that the link opens nothing: never why, and never whether it once did. */
export async function openShare(
  kernel: Kernel,
  { token, requestId }: Asking,
  states: readonly ShareState[] = ['live'],
): Promise<OpenedShare> {
  const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'share', token)
  if (!thing) return refuse(shareRefusals.closed)
  const { organisationId, id } = thing
  try {
    const found = await kernel.viewing({ organisationId, principalId: systemPrincipalId, requestId }, async view => {
      const row = await shareOf(view, id)
      return row && states.includes(row.state) ? { row, passwordHash: await hashOf(view, row) } : null
    })
    if (!found) return refuse(shareRefusals.closed)
    const principalId = found.row.shared_by
    return await kernel.viewing({ organisationId, principalId, requestId }, view =>
      asSharer(view, organisationId, found.row, found.passwordHash),
    )
  } catch (error) {
    if (error instanceof Refusal) return refuse(shareRefusals.closed)
    throw error
  }
}

async function hashOf(view: View, { password_id }: ShareRow): Promise<string | null> {
  if (!password_id) return null
  const { rows } = await sql<{ hash: string }>`
    select hash from documents.share_password where organisation_id = ${view.office.id} and id = ${password_id}`.execute(
    view.db(),
  )
  return rows[0]!.hash
}

/** Whoever shared it must still be here, may still share, and sees the paper still. That it was opened stands in the journal, not as their reading. */
async function asSharer(
  view: View,
  organisationId: string,
  row: ShareRow,
  passwordHash: string | null,
): Promise<OpenedShare> {
  if (limitOf(view.principal, share.permission) === undefined) refuse(shareRefusals.closed)
  const file = (await originalBody.run({ ...view, noteRead: () => {} }, { id: row.document_id })) as Original
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${organisationId} and id = ${row.document_id}`.execute(
    view.db(),
  )
  const { office, at, principal } = view
  const named = { office: office.name, zone: office.zone, sharedBy: principal.name, title: rows[0]!.title }
  return { organisationId, row, at, file, passwordHash, ...named }
}
