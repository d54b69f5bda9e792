/** What happens when somebody has signed: the next are asked, or all is done. One wording for every way of signing. */
import type { Act } from '../../kernel/implement.ts'
import { askNext, tasksOf, told } from './asking.ts'
import {
  completed,
  type Mark,
  type Proof,
  sealJob,
  serviceJob,
  signed,
  signedFor,
  type SigningState,
} from './contract.ts'
import { changeSigner, changeSigningRow, type Held, type SignerRow, taskKey } from './signing-row.ts'

export interface Given {
  readonly signer: SignerRow
  readonly mark: Mark | null
  readonly proof: Proof
  /** Who signed instead. */
  readonly by?: { readonly id: string; readonly name: string }
  readonly scanId?: string | null
  /** When, where it was not now. */
  readonly at?: Temporal.Instant
}

/** Keeps one signature; gives the state that the document is in then. */
export async function giveSignature(act: Act, { signing, signers }: Held, given: Given): Promise<SigningState> {
  const { signer, mark, proof, by, scanId, at = act.at } = given
  changeSigner(act, signer.id, {
    state: 'signed',
    signed_at: at,
    signed_digest: signing.digest,
    proof,
    strokes: mark?.strokes ?? null,
    typed: mark?.typed ?? null,
    signed_by_id: by?.id ?? null,
    signed_by_name: by?.name ?? null,
    ...(scanId === undefined ? {} : { scan_document_id: scanId }),
  })
  const after = signers.map(one => (one.id === signer.id ? { ...one, state: 'signed' as const } : one))
  const isLast = after.every(one => one.state === 'signed')
  const asked = isLast ? { work: [], notify: [] } : await askNext(act, signing, after)
  const about = { id: signing.id, title: signing.title, name: signer.name }
  const telling = {
    notify: asked.notify,
    work: asked.work,
    workDone: signer.way === 'link' || signer.way === 'service' ? [] : [{ key: taskKey({ signing, signer }) }],
  }
  if (by) act.emit(signedFor, { ...about, deputy: by.name, ...telling }, [signing.id, signing.document_id])
  else act.emit(signed, { ...about, ...telling }, [signing.id, signing.document_id])
  if (!isLast) return 'open'
  changeSigningRow(act, signing.id, { state: 'completed', ended_at: act.at })
  const people = new Set([signing.put_in_by, ...signers.map(one => one.person_id).filter(id => id !== null)])
  people.delete(act.principal.id)
  const notify = [...people].map(id =>
    told(signing, signer, id, 'notice.signatures.completed', {
      key: `signatures.completed:${signing.id}`,
      urgency: 'digest',
    }),
  )
  act.emit(completed, { id: signing.id, title: signing.title, documentId: signing.document_id, notify }, [
    signing.id,
    signing.document_id,
  ])
  const { id } = signing
  if (signing.service === null) act.enqueue(sealJob, { id }, { singletonKey: id })
  // Its file is sealed there.
  else act.enqueue(serviceJob, { id, remind: false }, { singletonKey: `fetch:${id}` })
  return 'completed'
}

/** Ends it before everybody has signed; what was asked of others is taken back. */
export function endSigning(act: Act, { signing, signers }: Held, state: 'declined' | 'withdrawn') {
  changeSigningRow(act, signing.id, { state, ended_at: act.at })
  return { workWithdrawn: tasksOf(signing, signers) }
}
