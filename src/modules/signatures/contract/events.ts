import { event } from '../../../kernel/declare.ts'
import { count, z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'

const about = { id: z.uuid(), title: z.string() }
const telling = { ...about, ...notifyEnvelope, ...workEnvelope }
const named = z.strictObject({ ...telling, name: z.string() })

export const putIn = event('signatures.put-in', z.strictObject({ ...telling, documentId: z.uuid(), count: count() }))
export const signed = event('signatures.signed', named)
/** A deputy signed for somebody. */
export const signedFor = event(
  'signatures.signed-for',
  z.strictObject({ ...telling, name: z.string(), deputy: z.string() }),
)
export const declined = event(
  'signatures.declined',
  z.strictObject({ ...telling, name: z.string(), reason: z.string() }),
)
export const askedBack = event(
  'signatures.asked-back',
  z.strictObject({ ...telling, name: z.string(), question: z.string() }),
)
export const answered = event(
  'signatures.answered',
  z.strictObject({ ...telling, name: z.string(), answer: z.string() }),
)
export const withdrawn = event('signatures.withdrawn', z.strictObject(telling))
export const signerReplaced = event(
  'signatures.signer-replaced',
  z.strictObject({ ...telling, name: z.string(), by: z.string() }),
)
export const signerReminded = event('signatures.signer-reminded', named)
export const signingChangedEvent = event('signatures.signing-changed', z.strictObject(telling))
/** The document was changed: what was signed before counts no more. */
export const emptied = event('signatures.emptied', z.strictObject({ ...telling, count: count() }))
/** Everybody has signed. */
export const completed = event('signatures.completed', z.strictObject({ ...telling, documentId: z.uuid() }))
export const sealed = event('signatures.sealed', z.strictObject({ ...about, documentId: z.uuid(), digest: z.string() }))
export const chased = event('signatures.chased', z.strictObject({ count: count(), ...notifyEnvelope }))
export const linkOpened = event('signatures.link-opened', z.strictObject({ ...about, name: z.string() }))
export const scanCame = event('signatures.scan-came', z.strictObject({ ...telling, documentId: z.uuid() }))

export const signatureEvents = [
  putIn,
  signed,
  signedFor,
  declined,
  askedBack,
  answered,
  withdrawn,
  signerReplaced,
  signerReminded,
  signingChangedEvent,
  emptied,
  completed,
  sealed,
  chased,
  linkOpened,
  scanCame,
]
