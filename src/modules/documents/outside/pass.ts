/** What stands for a password that was given, or a view that was counted, for a while: so that neither is asked for with every page. */
import { createHmac, timingSafeEqual } from 'node:crypto'

const proof = (secret: Uint8Array, said: string): string =>
  createHmac('sha256', secret).update(`share-pass:${said}`).digest('base64url')

/** Holds for `about` until the moment given; `about` names the share, its password and the step. */
export const writePass = (secret: Uint8Array, about: string, until: Temporal.Instant): string =>
  `${until.epochMilliseconds}.${proof(secret, `${about}:${until.epochMilliseconds}`)}`

export function holdsPass(secret: Uint8Array, about: string, pass: unknown, at: Temporal.Instant): boolean {
  const [until = '', given = ''] = typeof pass === 'string' ? pass.split('.') : []
  if (!/^\d{13,15}$/.test(until) || Number(until) <= at.epochMilliseconds) return false
  const [wanted, found] = [Buffer.from(proof(secret, `${about}:${until}`)), Buffer.from(given)]
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}
