import { createHash, createHmac } from 'node:crypto'

/** JSON with sorted keys and no spaces: the same bytes for the same value (after RFC 8785, for strings and integers). */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const entries = Object.entries(value as Record<string, unknown>).filter(([, v]) => v !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`
}

export function sha256(...parts: (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Keyed digest of a value: equal inputs are told without keeping them. */
export function keyedDigest(secret: Uint8Array, value: unknown): Buffer {
  return createHmac('sha256', secret).update(canonicalJson(value)).digest()
}
