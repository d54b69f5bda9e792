/** A document in the folder and its signers as they stand, and how their rows are read and changed. */
import { type RawBuilder, sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import type { Proof, Role, ServiceName, ServiceState, SignerState, SigningState, Way } from './contract.ts'

export interface SigningRow {
  readonly id: string
  readonly title: string
  readonly class: number
  readonly version: number
  readonly document_id: string
  readonly state: SigningState
  readonly digest: Buffer
  readonly media_kind: 'pdf' | 'image'
  readonly pages: number
  readonly in_order: boolean
  readonly due_on: Temporal.PlainDate | null
  readonly note: string
  readonly put_in_by: string
  readonly put_in_at: Temporal.Instant
  readonly round: number
  readonly late_told_on: Temporal.PlainDate | null
  readonly ended_at: Temporal.Instant | null
  readonly sheet_number: number | null
  readonly sheet_token: string | null
  readonly scan_pages_missing: number | null
  readonly sealed_digest: Buffer | null
  readonly sealed_file_id: string | null
  readonly sealed_at: Temporal.Instant | null
  readonly service: ServiceName | null
  readonly service_state: ServiceState | null
  readonly service_id: string | null
  readonly service_said: string | null
}

export interface SignerRow {
  readonly id: string
  readonly signing_id: string
  readonly place: number
  readonly way: Way
  readonly role: Role
  readonly state: SignerState
  readonly person_id: string | null
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly language: string
  readonly field_page: number | null
  readonly field_box: number[] | null
  readonly asked_at: Temporal.Instant | null
  readonly opened_at: Temporal.Instant | null
  readonly told_at: Temporal.Instant | null
  readonly told_times: number
  readonly mail: 'sending' | 'sent' | 'failed' | 'no-door' | null
  readonly link_until: Temporal.Instant | null
  readonly code_round: number
  readonly code_at: Temporal.Instant | null
  readonly code_tries: number
  readonly code_passed_at: Temporal.Instant | null
  readonly question: string | null
  readonly answer: string | null
  readonly signed_at: Temporal.Instant | null
  readonly signed_by_id: string | null
  readonly signed_by_name: string | null
  readonly signed_digest: Buffer | null
  readonly proof: Proof | null
  readonly strokes: string | null
  readonly typed: string | null
  readonly reason: string | null
  readonly scan_document_id: string | null
  readonly scan_ink: boolean | null
}

export type Reader = Pick<View | Act, 'db' | 'office'>

export interface Held {
  readonly signing: SigningRow
  readonly signers: readonly SignerRow[]
}

/** Signers in the order in which they sign. */
export async function signersOf(at: Reader, signingId: string): Promise<SignerRow[]> {
  const { rows } = await sql<SignerRow>`
    select * from signatures.signer where organisation_id = ${at.office.id} and signing_id = ${signingId} order by place, id`.execute(
    at.db(),
  )
  return rows
}

export async function signingsWhere(at: Reader, where: RawBuilder<unknown>): Promise<SigningRow[]> {
  const { rows } = await sql<SigningRow>`
    select s.*, r.title, r.class, r.version::int as version from signatures.signing s
    join kernel.record r on r.organisation_id = s.organisation_id and r.id = s.id
    where s.organisation_id = ${at.office.id} and ${where}`.execute(at.db())
  return rows
}

export async function signingOf(at: Reader, id: string): Promise<Held> {
  const [signing] = await signingsWhere(at, sql`s.id = ${id}`)
  return { signing: signing!, signers: await signersOf(at, id) }
}

/** For inner steps: holds the record without asking who may see it, as those who may have caused the step. */
export async function heldSigning(act: Act, id: string): Promise<Held> {
  const { rows } = await sql`
    select 1 from kernel.record where organisation_id = ${act.office.id} and id = ${id} and kind = 'signing' for no key update`.execute(
    act.db(),
  )
  if (rows.length === 0) return act.refuse(kernelRefusals.notFound, { kind: 'signing', id })
  return signingOf(act, id)
}

const assignments = (change: object): RawBuilder<unknown> =>
  sql.join(Object.entries(change).map(([name, value]) => sql`${sql.id(name)} = ${value}`))

export type SignerChange = { [Name in keyof SignerRow]?: SignerRow[Name] }
export type SigningChange = { [Name in keyof Omit<SigningRow, 'title' | 'class' | 'version'>]?: SigningRow[Name] }

export function changeSigner(act: Act, id: string, change: SignerChange): void {
  act.write(
    sql`update signatures.signer set ${assignments(change)} where organisation_id = ${act.office.id} and id = ${id}`,
  )
}

export function changeSigningRow(act: Act, id: string, change: SigningChange): void {
  act.write(
    sql`update signatures.signing set ${assignments(change)} where organisation_id = ${act.office.id} and id = ${id}`,
  )
}

/** The signer's task on the desk: one for each time that they are asked. */
export const taskKey = ({ signing, signer }: { signing: SigningRow; signer: SignerRow }): string =>
  `signatures.sign:${signer.id}:${signing.round}`

export const hexOf = (bytes: Buffer): string => bytes.toString('hex')
