/** A channel with its secrets open: for the door, and for the jobs that speak with its provider. */
import { inReadOnly } from '../../../kernel/database/transaction.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { linkSecretOf, outsideAddress, outsidePages, outsideToken } from '../../../kernel/outside/link.ts'
import { openSecret } from '../../../kernel/platform/sealed-secrets.ts'
import type { WireName } from '../contract/shapes.ts'
import { jsonOf } from './reading.ts'
import type { Reached } from './wire.ts'

let kernel: Kernel | null = null

/** Tells channels its kernel, when a process starts that speaks with providers. */
export const setChannelsKernel = (given: Kernel): void => {
  kernel = given
}

/** Null in a process that speaks with nobody. */
export const channelsKernel = (): Kernel | null => kernel

export const groundOf = ({ pool, clock }: Kernel) => ({ pool, clock })

/** What a sealed secret is bound to: named for another provider or address it cannot be opened. */
export const purposeOf = (to: {
  readonly wire: string
  readonly address: string | null
  readonly account: string | null
}) => `channel ${to.wire} ${to.address ?? ''} ${to.account ?? ''}`

interface Row {
  readonly wire: WireName
  readonly title: string
  readonly address: string | null
  readonly sender: string | null
  readonly account: string | null
  readonly reply_to: string | null
  readonly secret_id: string | null
  readonly country: string
}

/** Null where there is none, or it is disconnected. */
export async function reachOf(on: Kernel, organisationId: string, id: string): Promise<Reached | null> {
  const row = await inReadOnly(on.pool, organisationId, on.clock, async ({ client }) => {
    const { rows } = await client.query<Row>(
      `select c.wire, r.title, c.address, c.sender, c.account, c.reply_to, c.secret_id, o.country
       from channels.channel c join kernel.record r on r.organisation_id = c.organisation_id and r.id = c.id
       join kernel.organisation o on o.organisation_id = c.organisation_id
       where c.organisation_id = $1 and c.id = $2 and c.retired_at is null`,
      [organisationId, id],
    )
    return rows[0] ?? null
  })
  if (!row) return null
  const { wire, title, address, sender, account } = row
  const sealed = row.secret_id
    ? await openSecret(groundOf(on), organisationId, { id: row.secret_id, purpose: purposeOf(row) })
    : null
  const secrets = sealed === null ? {} : (jsonOf(Buffer.from(sealed)) as Record<string, string> | null)
  const token = outsideToken(await linkSecretOf(on.pool), 'channel', { organisationId, id })
  return {
    id,
    organisationId,
    wire,
    title,
    address: address?.replace(/\/+$/, '') ?? null,
    sender,
    account,
    replyTo: row.reply_to,
    secrets: secrets ?? {},
    hasSecret: row.secret_id !== null,
    country: row.country,
    hook: outsideAddress(`${outsidePages.channel}/${token}`),
  }
}
