/**
 * Links for people outside the office. The token names organisation and thing and proves both by a keyed digest
 * (HMAC-SHA-256, 192 bits of it): it is kept nowhere, not even hashed, and written again from the id for who may have it.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type QueryExecutorProvider, sql } from 'kysely'
import type { Pool } from '../database/pool.ts'
import { linkSecret } from '../platform/tokens.ts'
import { serverSecret } from '../platform/ground.ts'

/** What the holder of a link may do, and the page of the interface that it opens. */
export const outsidePages = {
  share: '/shared',
  send: '/send',
  bill: '/bill-question',
  event: '/event',
  invitation: '/invited',
  times: '/times',
  book: '/book',
  booking: '/booked',
  alarm: '/alarm',
  verdict: '/verdict',
  sign: '/sign',
  signed: '/public/signed',
  kiosk: '/kiosk',
  feed: '/public/calendars',
  calls: '/public/calls',
  channel: '/public/channels',
  form: '/public/forms',
  /** One file that a program of one's own has open: the token stands in the address, since such programs know no other way. */
  open: '/open',
} as const
export type OutsidePurpose = keyof typeof outsidePages

export interface OutsideThing {
  readonly organisationId: string
  readonly id: string
}

const idBytes = 16
const proofBytes = 24
const tokenPattern = /^[A-Za-z0-9_-]{75}$/

const proofOf = (secret: Uint8Array, purpose: OutsidePurpose, named: Uint8Array): Buffer =>
  createHmac('sha256', secret).update(`outside:${purpose}:`).update(named).digest().subarray(0, proofBytes)

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** The token of a thing: the same for the same thing, as long as the server's secret is the same. */
export function outsideToken(
  secret: Uint8Array,
  purpose: OutsidePurpose,
  { organisationId, id }: OutsideThing,
): string {
  const named = Buffer.concat([bytesOf(organisationId), bytesOf(id)])
  return Buffer.concat([named, proofOf(secret, purpose, named)]).toString('base64url')
}

/** What a token opens, or null where nobody here has written it. Compared in constant time. */
export function readOutsideToken(secret: Uint8Array, purpose: OutsidePurpose, token: string): OutsideThing | null {
  if (!tokenPattern.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const named = bytes.subarray(0, 2 * idBytes)
  if (!timingSafeEqual(proofOf(secret, purpose, named), bytes.subarray(2 * idBytes))) return null
  return { organisationId: idOf(named.subarray(0, idBytes)), id: idOf(named.subarray(idBytes)) }
}

/** Where the interface takes a link: the token stands in the fragment, which no server, proxy or mail scanner sees. */
export const outsidePath = (secret: Uint8Array, purpose: OutsidePurpose, thing: OutsideThing): string =>
  `${outsidePages[purpose]}#${outsideToken(secret, purpose, thing)}`

/** Stands in a text where a link goes until it is sent, so that no table holds the link. */
export const linkMark = '{link}'

let sending: { readonly address: string; readonly secret: Uint8Array } | null = null

/** Told once by whoever starts the server: what links begin with, and what they are written with. */
export function setOutsideLinks(by: typeof sending): void {
  sending = by
}

/** What is reached beneath the office's address from outside; null where none was told. */
export const outsideAddress = (path: string): string | null => sending && sending.address + path

/** A mail's text with the link, for sending files unless it is said what for, in the place of its mark. */
export function withLink(
  text: string,
  organisationId: string,
  id: string | null,
  purpose: OutsidePurpose = 'send',
): string {
  if (!sending || id === null) return text
  return text.replaceAll(linkMark, sending.address + outsidePath(sending.secret, purpose, { organisationId, id }))
}

/** Makes sure, in an act, that there is a secret to write links with. */
export async function keepLinkSecret(db: QueryExecutorProvider): Promise<void> {
  await sql`select platform.secret_keep(${linkSecret}, ${randomBytes(32)})`.execute(db)
}

/** The secret in a view; null while no link was ever made. */
export async function readLinkSecret(db: QueryExecutorProvider): Promise<Buffer | null> {
  const { rows } = await sql<{ value: Buffer | null }>`select platform.secret_read(${linkSecret}) as value`.execute(db)
  return rows[0]!.value
}

/** The secret where nobody is acting yet: at the door. */
export const linkSecretOf = (pool: Pool): Promise<Buffer> => serverSecret({ pool }, linkSecret)
