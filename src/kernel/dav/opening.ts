/**
 * What somebody has opened in a program of their own, for a day: the address proves itself (`outside/link.ts`), and names one opening, which
 * is one person's and of one file. Modules keep their openings in tables of their own; this is what all of them have in common.
 */
import type { Readable } from 'node:stream'
import { systemPrincipalId } from '../ids.ts'
import type { View } from '../implement.ts'
import type { Kernel } from '../kernel.ts'
import { linkSecretOf, outsidePages, outsideToken, readLinkSecret, readOutsideToken } from '../outside/link.ts'
import { Refusal } from '../refusal.ts'
import type { Ground } from '../platform/ground.ts'

/** How long a program holds a file, by the token it shows. */
export interface Hold {
  readonly token: string
  readonly until: Temporal.Instant
}

export interface OneFile {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly digest: Buffer
  readonly createdAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
  /** This address's own hold on it. */
  readonly lock: Hold | null
  read(): Promise<Readable | Uint8Array>
}

/** The file behind a token, for whom it was written. */
export interface OneFileAt {
  readonly at: Temporal.Instant
  look(): Promise<OneFile>
  /** It was handed out: what is saved from now on goes on from it. */
  fetched(): Promise<void>
  /** Saves; or says with which status it is refused (RFC 4918, 11). */
  save(body: Readable): Promise<'saved' | number>
  /** Holds it, or goes on holding it; null where somebody else does. */
  hold(token: string, seconds: number): Promise<Temporal.Instant | null>
  release(): Promise<void>
}

export type FindOneFile = (
  kernel: Kernel,
  ground: Ground,
  request: { readonly token: string; readonly requestId: string; count(principalId: string): void },
) => Promise<OneFileAt | null>

/** How long something may be opened by the address that was given for it. */
export const openHours = 24

/** Whoever opened it: all that a program does at the address, it does as them. */
export interface Opener {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: null
  readonly requestId: string
}

interface Openings<Row> {
  /** The opening, whatever became of it since; null: it is none of these. */
  row(view: View, id: string): Promise<Row | null>
  /** The file, as long as it is still open and its person still may. */
  file(kernel: Kernel, as: Opener, row: Row): Promise<OneFileAt | null>
}

export const findOpened =
  <Row extends { readonly principal_id: string }>({ row, file }: Openings<Row>): FindOneFile =>
  async (kernel, ground, { token, requestId, count }) => {
    const thing = readOutsideToken(await linkSecretOf(ground.pool), 'open', token)
    if (!thing) return null
    const { organisationId, id } = thing
    const kontor = { organisationId, principalId: systemPrincipalId, mandateId: null, requestId }
    const found = await kernel.viewing(kontor, view => row(view, id))
    if (!found) return null
    count(found.principal_id)
    try {
      return await file(kernel, { organisationId, principalId: found.principal_id, mandateId: null, requestId }, found)
    } catch (thrown) {
      if (thrown instanceof Refusal) return null
      throw thrown
    }
  }

/** Where a program opens it; null while no link was ever made. */
export async function openPath(view: View, id: string, name: string): Promise<string | null> {
  const secret = await readLinkSecret(view.db())
  if (!secret) return null
  const token = outsideToken(secret, 'open', { organisationId: view.office.id, id })
  return `${outsidePages.open}/${token}/${encodeURIComponent(name)}`
}
