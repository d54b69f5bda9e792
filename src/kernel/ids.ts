import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(16 * 256)
let at = pool.length
let lastMs = 0
let sequence = 0

/** A UUIDv7 (RFC 9562): time-ordered, monotonic within this process, so that indexes grow at their end. */
export function newId(nowMs = Date.now()): string {
  if (at >= pool.length) {
    randomFillSync(pool)
    at = 0
  }
  const b = pool.subarray(at, at + 16)
  at += 16
  if (nowMs > lastMs) {
    lastMs = nowMs
    sequence = b.readUInt16BE(6) & 0x07ff
  } else if (++sequence > 0x0fff) {
    lastMs++
    sequence = 0
  }
  b.writeUIntBE(lastMs, 0, 6)
  b.writeUInt16BE(0x7000 | sequence, 6)
  b[8] = (b[8]! & 0x3f) | 0x80
  const hex = b.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Kontor itself: what it does when no person or assistant is behind it. */
export const systemPrincipalId = '00000000-0000-7000-8000-000000000000'
