import { implementQuery } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import type { SignaturesTables } from '../tables.ts'

export const getServiceBody = implementQuery(c.getService, async view => {
  const row = await view
    .db<SignaturesTables>()
    .selectFrom('signatures.service')
    .select(['wire', 'address', 'connected_at'])
    .where('organisation_id', '=', view.office.id)
    .executeTakeFirst()
  return { wire: row?.wire ?? null, address: row?.address ?? null, connectedAt: row?.connected_at ?? null }
})
