/** How Twilio and Telnyx sign what they send, as they document it. */
import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto'

/** HMAC-SHA1 with the account’s token over the whole address and, after it, each parameter’s name and value in the order of the names. */
export function isTwilios(token: string, address: string, form: URLSearchParams, signature: string): boolean {
  const names = [...new Set(form.keys())].sort()
  // Of a name that comes several times each value counts once, in order.
  const signed = names.flatMap(name => [...new Set(form.getAll(name))].sort().map(value => name + value)).join('')
  const wanted = createHmac('sha1', token)
    .update(address + signed, 'utf8')
    .digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** What is older than this was sent before, s. */
const oldest = 300

/** The DER of an Ed25519 public key, before its 32 bytes (RFC 8410). */
const ed25519Head = Buffer.from('302a300506032b6570032100', 'hex')

/** Ed25519 over the time, a bar and the body; the key is base64 of 32 bytes. */
export function isTelnyxs(
  publicKey: string,
  body: string,
  { signature, timestamp }: { signature: string; timestamp: string },
  nowSeconds: number,
): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(nowSeconds - Number(timestamp)) > oldest) return false
  const key = Buffer.from(publicKey, 'base64')
  const given = Buffer.from(signature, 'base64')
  if (key.length !== 32 || given.length !== 64) return false
  const der = createPublicKey({ key: Buffer.concat([ed25519Head, key]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(`${timestamp}|${body}`, 'utf8'), der, given)
}

export const isTelnyxKey = (text: string): boolean => Buffer.from(text, 'base64').length === 32
