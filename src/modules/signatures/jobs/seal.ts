/** The sealed file: the document with its signatures in it, the page that tells of them, and the office's own signature over all of it. */
import { houseCertificate } from '../../../formats/pdf-signature/house-key.ts'
import { signPdf } from '../../../formats/pdf-signature/sign.ts'
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { saveVersion, takeIn } from '../../documents/contract.ts'
import * as c from '../contract.ts'
import { type Drawing, signatureDrawing } from '../drawing.ts'
import { certificatePdf } from '../paper/certificate.ts'
import type { Sealed } from '../paper/faces.ts'
import { stampsOf } from '../paper/stamps.ts'
import { wordsIn } from '../words.ts'
import { mustBeDone } from './jobs.ts'

async function certificateOf(run: JobRun, drawing: Drawing, sealed: Sealed): Promise<Buffer> {
  if (sealed.certificate) return Buffer.from(sealed.certificate, 'base64')
  const made = houseCertificate(drawing.key(run.organisationId), sealed.office, sealed.putInAt)
  const input = { certificate: made.toString('base64') }
  // Two at once: the first one stays.
  const { certificate } = mustBeDone(await run.dispatch(c.keepCertificate, input, 'certificate'))
  return Buffer.from(certificate, 'base64')
}

async function sealedFile(run: JobRun, drawing: Drawing, sealed: Sealed): Promise<Buffer> {
  const { organisationId } = run
  const { digest, mediaKind, office, title } = sealed
  const added = await certificatePdf(sealed)
  const pdf = await drawing.stamp({ organisationId, digest, mediaKind, added, ...(await stampsOf(sealed)) })
  if (!pdf) throw new Error('the document could not be drawn into')
  const moments = sealed.signers.map(one => one.signedAt).filter(at => at !== null)
  return signPdf(Buffer.from(pdf), {
    key: drawing.key(organisationId),
    certificate: await certificateOf(run, drawing, sealed),
    at: moments.toSorted(Temporal.Instant.compare).at(-1) ?? sealed.putInAt,
    name: office,
    reason: wordsIn(sealed.language)('paper.signatures.sealed', { title }),
  })
}

/** The newest version of the document; where that went on meanwhile, or is put away, a paper of its own. */
export async function place(run: JobRun, sealed: Sealed, fileId: string, name: string): Promise<string> {
  const { documentId, expected } = sealed
  if (expected) {
    const saved = await run.dispatch(
      saveVersion,
      { id: documentId, fileId, expectedDigest: expected },
      `version ${documentId}`,
    )
    if (saved.status === 'done') return documentId
    if (saved.status !== 'refused' || saved.refusal.name === 'document-being-edited')
      throw new Error(JSON.stringify(saved))
  }
  const input = { fileId, name, arrivedBy: 'api', copiedFromId: documentId } as const
  return mustBeDone(await run.dispatch(takeIn, input, `take-in ${documentId}`)).id
}

export const sealJobBody = implementJob(c.sealJob, {
  retryLimit: 20,
  run: async (run, { id }) => {
    const sealed = await run.query(c.toSeal, { id })
    const drawing = signatureDrawing()
    if (!sealed.awaited || !drawing) return
    const name = `${sealed.name.replace(/\.[a-z0-9]{1,5}$/i, '')}.pdf`
    const bytes = await sealedFile(run, drawing, sealed)
    const file = await run.files.put(run.organisationId, bytes, { name, mediaType: 'application/pdf' })
    const documentId = await place(run, sealed, file.id, name)
    const input = { id, digest: file.digest.toString('hex'), fileId: file.id, documentId }
    mustBeDone(await run.dispatch(c.noteSealed, input, 'note'))
  },
})
