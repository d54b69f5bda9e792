/** A paper that somebody has opened in a program of their own: fetched, held and saved by the address that was made for it. */
import type { Readable } from 'node:stream'
import { limitOf } from '../../../kernel/authority.ts'
import { findOpened, type OneFile, type OneFileAt, type Opener } from '../../../kernel/dav/opening.ts'
import { needUpload } from '../../../kernel/files/upload.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import type { View } from '../../../kernel/implement.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { may, noteDocumentOpening, saveVersion } from '../contract.ts'
import { safeName } from '../dav/names.ts'
import { type DocumentRow, documentOf } from '../document-store.ts'
import { visibleDocument } from '../queries/visible-document.ts'
import { editingOf } from './locks.ts'
import { newestVersion, type OpeningRow, openingOf } from './opening-row.ts'
import { beginsAs, tellingBytes, writtenBy } from './writing-programs.ts'

/** One file at most, bytes. */
const mostBytes = 2 * 1024 ** 3

interface Opened {
  readonly row: OpeningRow
  readonly paper: DocumentRow
  readonly file: OneFile
  readonly newest: number
  readonly at: Temporal.Instant
}

/** The opening as the one it was made for may still use it; null where it is over, or they may not see or change the paper any more. */
const openedBy = (kernel: Kernel, as: Opener, row: OpeningRow): Promise<Opened | null> =>
  kernel.viewing(as, async view => {
    if (limitOf(view.principal, saveVersion.permission) === undefined) return null
    if (Temporal.Instant.compare(row.until_at, view.at) <= 0) return null
    view.noteRead(await visibleDocument(view, row.document_id))
    const paper = await documentOf(view, row.document_id)
    const { number, savedAt } = await newestVersion(view, paper.id)
    const file = { ...(await fileIn(view, kernel, row, paper)), changedAt: savedAt ?? paper.received_at }
    return { row, paper, file, newest: number, at: view.at }
  })

async function fileIn(
  view: View,
  kernel: Kernel,
  row: OpeningRow,
  paper: DocumentRow,
): Promise<Omit<OneFile, 'changedAt'>> {
  const [organisationId, { digest }] = [view.office.id, paper]
  const stored = await kernel.files.find(organisationId, paper.file_id)
  const held = (await editingOf(view, { documentId: paper.id, path: null })).find(one => one.opening_id === row.id)
  return {
    name: safeName(paper.name),
    mediaType: writtenBy(paper.name)?.mediaType ?? 'application/octet-stream',
    size: stored!.sizeBytes,
    digest,
    createdAt: paper.received_at,
    lock: held ? { token: held.token, until: held.until_at } : null,
    read: () => kernel.files.open(organisationId, digest),
  }
}

function fileAt(kernel: Kernel, as: Opener, opened: Opened): OneFileAt {
  const note = async (input: object): Promise<string | null | undefined> => {
    const outcome = await kernel.dispatch({
      ...as,
      principalId: systemPrincipalId,
      command: noteDocumentOpening.name,
      input: { id: opened.row.id, ...input },
      surface: 'webdav',
    })
    return outcome.status === 'done' ? noteDocumentOpening.output.parse(outcome.output).until : undefined
  }
  return {
    at: opened.at,
    look: async () => ((await openedBy(kernel, as, opened.row)) ?? opened).file,
    async fetched() {
      if (opened.newest !== opened.row.based_on) await note({ basedOn: opened.newest })
    },
    save: body => save(kernel, as, opened, body),
    async hold(token, seconds) {
      const until = await note({ token, seconds })
      return until ? Temporal.Instant.from(until) : null
    },
    async release() {
      await note({ seconds: 0 })
    },
  }
}

/** Stored first; then, where it is such a file at all, saved by whom it was opened for. */
async function save(kernel: Kernel, as: Opener, { row, paper }: Opened, body: Readable): Promise<'saved' | number> {
  const by = writtenBy(paper.name)
  if (!by || !may('save-version', paper.state)) return 403
  try {
    await needUpload(kernel, as, as.requestId)
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.status
    throw thrown
  }
  const about = { name: paper.name, limitBytes: mostBytes }
  const file = await kernel.files.put(as.organisationId, body, about).catch(() => null)
  if (!file) return 413
  // programs lay an empty file down first: it says nothing yet
  if (file.sizeBytes === 0) return 'saved'
  if (!beginsAs(by, await startOf(await kernel.files.open(as.organisationId, file.digest)))) return 415
  const input = { id: paper.id, fileId: file.id, openingId: row.id }
  const saved = await kernel.dispatch({ ...as, command: saveVersion.name, input, surface: 'webdav' })
  if (saved.status === 'done') return 'saved'
  return saved.status === 'refused' ? (saved.refusal.status === 409 ? 403 : saved.refusal.status) : 403
}

async function startOf(bytes: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of bytes) {
    parts.push(part as Buffer)
    if (Buffer.concat(parts).length >= tellingBytes) break
  }
  return Buffer.concat(parts)
}

export const findOpenDocument = findOpened<OpeningRow>({
  row: openingOf,
  async file(kernel, as, row) {
    const opened = await openedBy(kernel, as, row)
    return opened && fileAt(kernel, as, opened)
  },
})
