/** When a form was opened, in the form itself and signed: what was filled in faster than a person types, or days ago, is asked again. */
import { createHmac } from 'node:crypto'
import { newId } from '../../../kernel/ids.ts'
import { same } from '../wires/reading.ts'

const fewest_ms = 3_000
const most_ms = 24 * 3_600_000

const proofOf = (secret: Uint8Array, formId: string, said: string): string =>
  createHmac('sha256', secret).update(`form-stamp:${formId}:${said}`).digest('base64url').slice(0, 32)

export function stampOf(secret: Uint8Array, formId: string, now_ms: number): string {
  const said = `${now_ms.toString(36)}.${newId()}`
  return `${said}.${proofOf(secret, formId, said)}`
}

export interface Stamp {
  /** The same for what is sent twice from one opened form. */
  readonly entryId: string
  readonly how: 'right' | 'too-fast' | 'too-old'
}

/** Null where nobody here has written it, or for another form. */
export function readStamp(secret: Uint8Array, formId: string, stamp: string, now_ms: number): Stamp | null {
  const [at = '', entryId = '', proof = ''] = stamp.split('.')
  if (!/^[0-9a-z]{1,12}$/.test(at) || !same(proof, proofOf(secret, formId, `${at}.${entryId}`))) return null
  const age = now_ms - Number.parseInt(at, 36)
  return { entryId, how: age < fewest_ms ? 'too-fast' : age > most_ms ? 'too-old' : 'right' }
}
