/** The office's service with its secrets open, and a document as it stands there: for the door and the jobs that speak with it. */
import { inReadOnly } from '../../../kernel/database/transaction.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { openSecret } from '../../../kernel/platform/sealed-secrets.ts'
import type { ServiceName, ServiceState, SigningState } from '../contract.ts'
import { scrive } from './scrive.ts'
import type { Reached, SignatureService } from './service.ts'

const known: Readonly<Record<ServiceName, SignatureService>> = { scrive }
export const serviceOf = (wire: ServiceName): SignatureService => known[wire]

let kernel: Kernel | null = null

/** Tells the folder its kernel, when a process starts that speaks with services. */
export const setSignaturesKernel = (given: Kernel | null): void => {
  kernel = given
}

/** Null in a process that speaks with nobody. */
export const signaturesKernel = (): Kernel | null => kernel

export const groundOf = ({ pool, clock }: Kernel) => ({ pool, clock })

/** What a sealed secret is bound to: named for another address it cannot be opened. */
export const purposeOf = ({ wire, address }: Pick<Reached, 'wire' | 'address'>): string =>
  `signatures ${wire} ${address}`

/** Null where none is connected. */
export async function reachOf(on: Kernel, organisationId: string): Promise<Reached | null> {
  const row = await inReadOnly(on.pool, organisationId, on.clock, async ({ client }) => {
    const { rows } = await client.query<{ wire: ServiceName; address: string; secret_id: string }>(
      'select wire, address, secret_id from signatures.service where organisation_id = $1',
      [organisationId],
    )
    return rows[0] ?? null
  })
  if (!row) return null
  const { wire, address, secret_id: id } = row
  const sealed = await openSecret(groundOf(on), organisationId, { id, purpose: purposeOf(row) })
  return sealed === null ? null : { wire, address, secrets: JSON.parse(sealed) as Record<string, string> }
}

export interface AtService {
  readonly state: SigningState
  readonly service: ServiceName
  readonly serviceState: ServiceState
  readonly externalId: string | null
  readonly said: string | null
  readonly sealed: boolean
  readonly title: string
  readonly note: string
  readonly digest: Buffer
  readonly documentId: string
  /** Of the file that the document has now. */
  readonly current: Buffer | null
  /** Days until the day by which it should be signed. */
  readonly days: number | null
  readonly signers: readonly {
    readonly name: string
    readonly email: string
    readonly phone: string | null
    readonly order: number
    readonly language: string
    readonly signed: boolean
    readonly seen: boolean
  }[]
}

/** Null where it is not signed by a service. */
export async function standingOf(on: Kernel, organisationId: string, id: string): Promise<AtService | null> {
  return inReadOnly(on.pool, organisationId, on.clock, async ({ client, at }) => {
    const { rows } = await client.query<AtService>(
      `select s.state, s.service, s.service_state as "serviceState", s.service_id as "externalId", s.service_said as said,
         s.sealed_digest is not null as sealed, r.title, s.note, s.digest, s.document_id as "documentId", (
           select f.file_digest from documents.signable_fact f
           where f.organisation_id = s.organisation_id and f.document_id = s.document_id) as current, s.due_on - $3::timestamptz::date as days, (
           select json_agg(json_build_object('name', n.name, 'email', n.email, 'phone', n.phone, 'order', n.place,
             'language', n.language, 'signed', n.state = 'signed', 'seen', n.opened_at is not null) order by n.place, n.id)
           from signatures.signer n where n.organisation_id = s.organisation_id and n.signing_id = s.id) as signers
       from signatures.signing s join kernel.record r on r.organisation_id = s.organisation_id and r.id = s.id
       where s.organisation_id = $1 and s.id = $2 and s.service is not null`,
      [organisationId, id, at.toString()],
    )
    return rows[0] ?? null
  })
}

/** Documents of which the service may know more than is known here. */
export async function openAtService(on: Kernel, organisationId: string): Promise<string[]> {
  return inReadOnly(on.pool, organisationId, on.clock, async ({ client }) => {
    const { rows } = await client.query<{ id: string }>(
      `select id from signatures.signing where organisation_id = $1 and service is not null
         and (service_state in ('sending', 'pending') or (state = 'completed' and sealed_digest is null)) order by id`,
      [organisationId],
    )
    return rows.map(row => row.id)
  })
}
