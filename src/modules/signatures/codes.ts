/** The code that somebody outside types before signing: six figures, reckoned from the link's secret and the round, kept nowhere. */
import { createHmac, timingSafeEqual } from 'node:crypto'

export function codeOf(secret: Uint8Array, signerId: string, round: number): string {
  const digest = createHmac('sha256', secret).update(`signatures.code:${signerId}:${round}`).digest()
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

export function isCode(secret: Uint8Array, signerId: string, round: number, typed: string): boolean {
  const [right, given] = [codeOf(secret, signerId, round), typed.replace(/\D/g, '')]
  return given.length === right.length && timingSafeEqual(Buffer.from(right), Buffer.from(given))
}
