/** The code that somebody outside types before signing: six figures, reckoned from the link's secret and the round, kept nowhere. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a code opened is open for so long. */
export const passMinutes = 60
/** From this class on nothing of a document is shown before the code. */
export const lockedFrom = 2

export function codeOf(secret: Uint8Array, signerId: string, round: number): string {
  const digest = createHmac('sha256', secret).update(`signatures.code:${signerId}:${round}`).digest()
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

/** What proves, request by request, that whoever has the link has typed the code too: of one round, kept nowhere. */
export const passOf = (secret: Uint8Array, signerId: string, round: number): string =>
  createHmac('sha256', secret).update(`signatures.pass:${signerId}:${round}`).digest('base64url')

export function isPass(secret: Uint8Array, signerId: string, round: number, given: unknown): boolean {
  const [right, said] = [Buffer.from(passOf(secret, signerId, round)), Buffer.from(String(given ?? ''))]
  return said.length === right.length && timingSafeEqual(right, said)
}

export function isCode(secret: Uint8Array, signerId: string, round: number, typed: string): boolean {
  const [right, given] = [codeOf(secret, signerId, round), typed.replace(/\D/g, '')]
  return given.length === right.length && timingSafeEqual(Buffer.from(right), Buffer.from(given))
}
