/** From a telephone system of the database to its servers: what is kept of it, and its secret opened. */
import { inReadOnly } from '../../../kernel/database/transaction.ts'
import { idPattern } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { linkSecretOf, outsideAddress, outsidePages, outsideToken } from '../../../kernel/outside/link.ts'
import { openSecret } from '../../../kernel/platform/sealed-secrets.ts'
import { isKeptLine, type LineServer, type WireFacts, WireFailure } from './wire.ts'

let kernel: Kernel | null = null

/** Tells calls its kernel, when a process starts that speaks with telephone systems. */
export const setWireKernel = (given: Kernel): void => {
  kernel = given
}

export function wireKernel(): Kernel {
  if (!kernel) throw new Error('calls has no kernel: setWireKernel was not called')
  return kernel
}

export const groundOf = (of: Pick<Kernel, 'pool' | 'clock'>) => ({ pool: of.pool, clock: of.clock })

/** A secret is opened for where it was given for alone. */
export const purposeOf = ({
  kind,
  host,
  port,
  username,
}: Pick<WireFacts, 'kind' | 'host' | 'port' | 'username'>): string =>
  JSON.stringify(['telephone system', kind, ...(isKeptLine(kind) ? [host, port] : []), username])

export interface Wire extends WireFacts {
  /** Becomes another when what it is spoken with does. */
  readonly version: string
  readonly isLost: boolean
  readonly stands: boolean
  /** Telephones that are somebody’s of the office. */
  readonly extensions: readonly string[]
}

const columns = `w.id, w.organisation_id as "organisationId", w.kind, r.title, w.host, w.port, w.username, w.secret_id as "secretId",
  w.public_key as "publicKey", w.number, w.context, r.version::text || ' ' || coalesce(array_to_string(x.told, ','), '') as version, coalesce(x.told, '{}') as extensions, w.problem is not null as "isLost", w.connected_at is not null as stands
  from calls.wire w join kernel.record r on r.organisation_id = w.organisation_id and r.id = w.id
  left join lateral (
    select array_agg(e.told_as order by e.told_as) as told from calls.extension e
    where e.organisation_id = w.organisation_id and e.wire_id = w.id) x on true
  where w.organisation_id = $1 and w.retired_at is null`

async function rowsOf(of: Kernel, organisationId: string, text: string, values: unknown[]): Promise<Wire[]> {
  return inReadOnly(of.pool, organisationId, of.clock, async ({ client }) => {
    const { rows } = await client.query(text, [organisationId, ...values])
    return rows as Wire[]
  })
}

/** Those to which a line is kept. */
export const keptLinesOf = (of: Kernel, organisationId: string): Promise<Wire[]> =>
  rowsOf(of, organisationId, `select ${columns} and w.kind in ('fritzbox', 'asterisk')`, [])

export async function wireById(of: Kernel, organisationId: string, id: string): Promise<Wire | null> {
  if (!idPattern.test(id)) return null
  return (await rowsOf(of, organisationId, `select ${columns} and w.id = $2`, [id]))[0] ?? null
}

export async function secretOf(of: Kernel, wire: WireFacts): Promise<string> {
  const { organisationId, secretId } = wire
  const secret =
    secretId && (await openSecret(groundOf(of), organisationId, { id: secretId, purpose: purposeOf(wire) }))
  if (!secret) throw new WireFailure('sign-in-refused')
  return secret
}

export async function serverOf(of: Kernel, wire: WireFacts): Promise<LineServer> {
  const secret = wire.kind === 'asterisk' ? await secretOf(of, wire) : ''
  return { host: wire.host ?? '', port: wire.port ?? 0, username: wire.username ?? '', secret }
}

/** Where a provider asks and tells; null where links outside are not set up. */
export async function wireAddress(
  of: Kernel,
  { organisationId, id }: Pick<WireFacts, 'organisationId' | 'id'>,
): Promise<string | null> {
  const token = outsideToken(await linkSecretOf(of.pool), 'calls', { organisationId, id })
  return outsideAddress(`${outsidePages.calls}/${token}`)
}
