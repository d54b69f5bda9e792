/** A letter that somebody has opened in a program of their own: fetched, held and saved by the address that was made for it. */
import type { Readable } from 'node:stream'
import { limitOf } from '../../../kernel/authority.ts'
import { findOpened, type OneFile, type OneFileAt, type Opener } from '../../../kernel/dav/opening.ts'
import { sha256 } from '../../../kernel/canonical.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import type { View } from '../../../kernel/implement.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { mostDocxBytes } from '../../../formats/docx/open.ts'
import { noteOpening, saveLetter } from '../contract.ts'
import { fileName, picturesOf } from '../drawn.ts'
import { letterOf, type LetterRow } from '../letter-row.ts'
import { layOut } from '../paper.ts'
import { takes } from '../states.ts'
import { newestVersion, officeFileOf, type OpeningRow, openingOf } from './rows.ts'
import { filledOffice } from './apart.ts'
import { docxType, takeInOffice } from './take-in.ts'
import { writtenAsDocx } from './written.ts'

interface Opened {
  readonly row: OpeningRow
  readonly letter: LetterRow
  readonly title: string
  readonly version: number
  readonly changedAt: Temporal.Instant
  readonly at: Temporal.Instant
}

/** The opening as the one it was made for may still use it; null where it is over, or they may not see or write the letter any more. */
async function openedBy(kernel: Kernel, as: Opener, row: OpeningRow): Promise<Opened | null> {
  return kernel.viewing(as, async view => {
    if (limitOf(view.principal, 'letters.create-letter') === undefined) return null
    if (Temporal.Instant.compare(row.until_at, view.at) <= 0) return null
    const record = await visibleRecords(view, 'letter')
      .select(['kernel.record.title', 'kernel.record.changed_at', 'kernel.record.class'])
      .where('kernel.record.id', '=', row.letter_id)
      .executeTakeFirst()
    if (!record) return null
    view.noteRead({ id: row.letter_id, class: record.class })
    const letter = await letterOf(view, row.letter_id)
    const { number } = await newestVersion(view, row.letter_id)
    return { row, letter, title: record.title, version: number, changedAt: record.changed_at, at: view.at }
  })
}

function fileAt(kernel: Kernel, as: Opener, opened: Opened): OneFileAt {
  const note = async (input: object): Promise<string | null | undefined> => {
    const outcome = await kernel.dispatch({
      ...as,
      principalId: systemPrincipalId,
      command: noteOpening.name,
      input: { id: opened.row.id, ...input },
      surface: 'webdav',
    })
    return outcome.status === 'done' ? noteOpening.output.parse(outcome.output).until : undefined
  }
  return {
    at: opened.at,
    look: async () => lookAt(kernel, as, (await again(kernel, as, opened.row)) ?? opened),
    async fetched() {
      if (opened.version !== opened.row.based_on) await note({ basedOn: opened.version })
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

async function again(kernel: Kernel, as: Opener, { id }: OpeningRow): Promise<Opened | null> {
  const row = await kernel.viewing({ ...as, principalId: systemPrincipalId }, view => openingOf(view, id))
  return row && openedBy(kernel, as, row)
}

async function bytesOf(kernel: Kernel, as: Opener, view: View, letter: LetterRow, at: Temporal.PlainDateTime) {
  const { facts, values } = await layOut(view, letter)
  const file = letter.file_id ? await officeFileOf(view, letter.file_id) : null
  if (file) return filledOffice(await kernel.files.bytes(as.organisationId, file.digest), values)
  return writtenAsDocx(facts, ids => picturesOf(kernel.files, as.organisationId, ids), at)
}

function lookAt(kernel: Kernel, as: Opener, { row, letter, title, changedAt }: Opened): Promise<OneFile> {
  return kernel.viewing(as, async view => {
    const day = changedAt.toZonedDateTimeISO(view.office.zone).toPlainDateTime()
    const bytes = await bytesOf(kernel, as, view, letter, day)
    const isHeld = row.lock_token && row.lock_until && Temporal.Instant.compare(row.lock_until, view.at) > 0
    return {
      name: fileName(letter.number, title, 'docx'),
      mediaType: docxType,
      size: bytes.length,
      digest: sha256(bytes),
      read: async () => bytes,
      createdAt: changedAt,
      changedAt,
      lock: isHeld ? { token: row.lock_token!, until: row.lock_until! } : null,
    }
  })
}

/** Stored first; then looked through, and saved by whom it was opened for. */
async function save(kernel: Kernel, as: Opener, opened: Opened, body: Readable): Promise<'saved' | number> {
  if (!takes(saveLetter.name, opened.letter.state)) return 403
  const name = fileName(opened.letter.number, opened.title, 'docx')
  const about = { name, mediaType: docxType, limitBytes: mostDocxBytes }
  const file = await kernel.files.put(as.organisationId, body, about).catch(() => null)
  if (!file) return 413
  // programs lay an empty file down first: it is not a letter yet
  if (file.sizeBytes === 0) return 'saved'
  const read = await takeInOffice(kernel, as.organisationId, file.id, as.requestId)
  if (read.status !== 'done') return 415
  const input = { id: opened.letter.id, fileId: file.id, openingId: opened.row.id }
  const saved = await kernel.dispatch({ ...as, command: saveLetter.name, input, surface: 'webdav' })
  if (saved.status === 'done') return 'saved'
  return saved.status === 'refused' ? (saved.refusal.status === 409 ? 403 : saved.refusal.status) : 403
}

export const findOpenLetter = findOpened<OpeningRow>({
  row: openingOf,
  async file(kernel, as, row) {
    const opened = await openedBy(kernel, as, row)
    return opened && fileAt(kernel, as, opened)
  },
})
