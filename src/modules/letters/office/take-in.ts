/** A stored Word file becomes one that letters and templates may be: looked through first, whoever brings it. */
import { type Outcome, refused as refusedBy } from '../../../kernel/dispatch/outcome.ts'
import { needUpload, type Uploader } from '../../../kernel/files/upload.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { Refusal, type RefusalDeclaration } from '../../../kernel/refusal.ts'
import { mostDocxBytes } from '../../../formats/docx/open.ts'
import type { DocxReason } from '../../../formats/docx/open.ts'
import * as c from '../contract.ts'
import { readApart } from './apart.ts'
import { reasonOf } from './reading.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const refused = ({ name, status }: RefusalDeclaration): Outcome => ({
  status: 'refused',
  refusal: { name, status, data: {} },
})

const refusals: Readonly<Record<DocxReason, RefusalDeclaration>> = {
  'not-docx': c.officeFileUnreadable,
  damaged: c.officeFileUnreadable,
  'too-large': c.officeFileUnreadable,
  encrypted: c.officeFileLocked,
  active: c.officeFileUnsafe,
  outside: c.officeFileUnsafe,
}

/** Reads it and keeps what it says, in the name of Kontor. */
export async function takeInOffice(
  kernel: Kernel,
  organisationId: string,
  fileId: string,
  requestId: string,
): Promise<Outcome> {
  const file = await kernel.files.find(organisationId, fileId)
  if (!file) return refused(c.officeFileUnknown)
  if (file.sizeBytes > mostDocxBytes) return refused(c.officeFileUnreadable)
  let input: object
  try {
    const { body, unknown } = await readApart(await kernel.files.bytes(organisationId, file.digest))
    input = { fileId, body, unknown: [...unknown] }
  } catch (thrown) {
    const why = reasonOf(thrown)
    if (why === null) throw thrown
    return refused(refusals[why])
  }
  return kernel.dispatch({
    organisationId,
    principalId: systemPrincipalId,
    mandateId: null,
    command: c.keepOfficeFile.name,
    input,
    requestId,
    surface: 'rest',
  })
}

/** POST /api/letters/files `{ fileId }`: a file that was stored is looked through; what is refused says why. */
export const letterFileAct = {
  path: '/api/letters/files',
  async act(
    kernel: Kernel,
    caller: Uploader,
    { fileId }: Record<string, unknown>,
    requestId: string,
  ): Promise<Outcome> {
    const id = typeof fileId === 'string' && /^[0-9a-f-]{36}$/.test(fileId) ? fileId : null
    if (!id) return refused(c.officeFileUnknown)
    try {
      await needUpload(kernel, caller, requestId)
    } catch (thrown) {
      if (thrown instanceof Refusal) return refusedBy(thrown)
      throw thrown
    }
    return takeInOffice(kernel, caller.organisationId, id, requestId)
  },
}
