import { sql } from 'kysely'
import { docOfLines, emptyDoc } from '../../../formats/rich/doc.ts'
import { textOf } from '../../../formats/rich/walk.ts'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { type Language, nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { bindRecord } from '../../matters/contract.ts'
import * as c from '../contract.ts'
import {
  correspondent,
  dbOf,
  keepPictures,
  keepVersion,
  letterFor,
  letterOf,
  type LetterRow,
  lockOf,
  namedBy,
  overlaid,
  type Text,
  updateLetter,
} from '../letter-row.ts'
import { newestVersion, refuseHeld, requireOfficeFile } from '../office/rows.ts'
import { goOnFrom, ownOpening, takesSaved } from '../office/save-back.ts'
import { addressLines } from '../paper/windows.ts'
import { variantFor } from '../template-row.ts'

type NewLetter = InputOf<typeof c.createLetter>
type Saving = InputOf<typeof c.saveLetter>

/** The text it begins with: typed, copied, from the template in the language nearest to the reader's, or a salutation alone. */
async function beginning(act: Act, input: NewLetter, language: Language, copied: LetterRow | null) {
  if (input.body) return { subject: input.subject ?? '', body: input.body, file_id: null }
  if (copied) return { subject: input.subject ?? copied.subject, body: copied.body, file_id: copied.file_id }
  const variant = input.templateId ? await variantFor(act, input.templateId, language) : null
  if (variant) return { subject: input.subject ?? variant.subject, body: variant.body, file_id: variant.file_id }
  return { subject: input.subject ?? '', body: docOfLines('{recipient.salutation}', '', ''), file_id: null }
}

/** Who signed their last letter signs this one the same way. */
async function signatureOf(act: Act): Promise<{ name: string; role: string }> {
  const { rows } = await sql<{ name: string; role: string }>`
    select signer_name as name, signer_role as role from letters.letter
    where organisation_id = ${act.office.id} and author_id = ${act.principal.id} order by id desc limit 1`.execute(
    dbOf(act),
  )
  return rows[0] ?? { name: act.principal.kind === 'person' ? act.principal.name.slice(0, 120) : '', role: '' }
}

async function sourcesOf(act: Act, input: NewLetter): Promise<string[]> {
  if (input.partyId) await requireVisible(act, input.partyId, ['person', 'organisation'])
  if (input.matterId) await requireVisible(act, input.matterId, ['matter'])
  if (input.copyOfId) await requireVisible(act, input.copyOfId, ['letter'])
  if (input.templateId) {
    const title = await requireVisible(act, input.templateId, ['letter-template'])
    const { rows } = await sql`select 1 from letters.template
      where organisation_id = ${act.office.id} and id = ${input.templateId} and not retired`.execute(dbOf(act))
    if (rows.length === 0) act.refuse(c.templateRetired, { title })
  }
  return [input.partyId, input.matterId, input.copyOfId, input.templateId].filter(one => one !== undefined)
}

/** The letter it becomes, with all that is known of whom it is to. */
async function drafted(act: Act, input: NewLetter, id: string): Promise<LetterRow> {
  const copied = input.copyOfId ? await letterOf(act, input.copyOfId) : null
  const party = await correspondent(act, input.partyId ?? null)
  const language = input.language ?? nearestLanguage(party?.language ?? copied?.language ?? act.office.language)
  const signature = await signatureOf(act)
  const { rows } = input.templateId
    ? await sql<{ needs: boolean }>`select needs_approval as needs from letters.template
        where organisation_id = ${act.office.id} and id = ${input.templateId}`.execute(dbOf(act))
    : { rows: [] }
  return {
    organisation_id: act.office.id,
    id,
    state: 'draft',
    number: null,
    party_id: input.partyId ?? null,
    template_id: input.templateId ?? copied?.template_id ?? null,
    matter_id: input.matterId ?? null,
    document_id: null,
    author_id: act.principal.id,
    finished_by: null,
    language,
    dated_on: input.datedOn ?? act.today,
    ...(await beginning(act, input, language, copied)),
    recipient: input.recipient ?? (party ? addressLines(party, act.office.country).join('\n').slice(0, 600) : ''),
    email: input.email ?? party?.email ?? '',
    your_reference: input.yourReference ?? '',
    signer_name: input.signerName ?? signature.name,
    signer_role: input.signerRole ?? signature.role,
    enclosures: input.enclosures ?? '',
    answers: input.answers ?? [],
    needs_approval: rows[0]?.needs ?? copied?.needs_approval ?? false,
    sent_by: null,
    sent_at: null,
    sent_to: null,
    mail: null,
  }
}

export const createLetterBody = implementCommand(c.createLetter, {
  async run(act, input) {
    const source = await sourcesOf(act, input)
    const id = act.newId()
    const row = await drafted(act, input, id)
    const { title, search } = await namedBy(act, row)
    await act.createRecord({
      id,
      kind: 'letter',
      title,
      search,
      ...(input.class === undefined ? {} : { class: input.class }),
      ...(source.length > 0 ? { source } : {}),
    })
    const values = { ...row, body: JSON.stringify(row.body), answers: JSON.stringify(row.answers) }
    await dbOf(act).insertInto('letters.letter').values(values).execute()
    await keepPictures(act, id, row.body)
    await keepVersion(act, id, textIn(row))
    if (row.party_id) await act.link(id, row.party_id, 'party')
    if (input.matterId) await bind(act, input.matterId, id)
    act.emit(c.letterCreated, { id, title }, [id, ...(row.party_id ? [row.party_id] : [])])
    return { output: { id, version: 1 }, undo: { command: 'letters.discard-letter', input: { id } } }
  },
})

/** Bound by whoever writes it; who may not bind has it linked all the same. */
async function bind(act: Act, matterId: string, recordId: string): Promise<void> {
  const bound = await act.actAs(act.principal.id, bindRecord, { id: matterId, recordId })
  if (bound.status !== 'done') await act.link(matterId, recordId, 'letter')
}

/** Columns of what was typed. */
const columns = (row: LetterRow) => ({
  subject: row.subject,
  recipient: row.recipient,
  email: row.email,
  language: row.language,
  dated_on: row.dated_on,
  your_reference: row.your_reference,
  signer_name: row.signer_name,
  signer_role: row.signer_role,
  enclosures: row.enclosures,
  answers: JSON.stringify(row.answers),
  body: JSON.stringify(row.body),
  file_id: row.file_id,
})

const textIn = ({ subject, body, file_id }: LetterRow): Text => ({ subject, body, fileId: file_id })

/** The text it gets: a Word file's, what was typed here, or none anew. */
async function newText(
  act: Act,
  { body, fileId }: Pick<Saving, 'body' | 'fileId'>,
): Promise<Partial<LetterRow> | null> {
  if (fileId) {
    const file = await requireOfficeFile(act, fileId)
    return { body: file.body, file_id: fileId }
  }
  return body || fileId === null ? { ...(body ? { body } : {}), file_id: null } : null
}

export const saveLetterBody = implementCommand(c.saveLetter, {
  locks: input => lockOf(input),
  load: (act, { id }) => letterFor(act, c.saveLetter, id),
  async run(act, { id, expectedVersion: _seen, body, fileId, openingId, ...typed }, before) {
    const opening = openingId ? await ownOpening(act, openingId, id) : null
    const text = await newText(act, { body, fileId })
    if (text && !opening) await refuseHeld(act, id, { title: act.locked(id).title })
    if (opening && fileId && !(await takesSaved(act, before, opening, await requireOfficeFile(act, fileId))))
      return { output: { id, version: await act.changeRecord(id) } }
    const row = { ...overlaid(before, typed), ...text }
    await updateLetter(act, id, columns(row))
    if (text) await keepPictures(act, id, row.body)
    if (text || (typed.subject !== undefined && !row.file_id)) {
      const number = await keepVersion(act, id, textIn(row))
      if (opening) await goOnFrom(act, opening.id, number)
    }
    const named = await namedBy(act, row)
    const version = await act.changeRecord(id, named)
    act.emit(c.letterSaved, { id, title: named.title }, [id])
    return { output: { id, version } }
  },
})

export const restoreVersionBody = implementCommand(c.restoreLetterVersion, {
  locks: input => lockOf(input),
  load: (act, { id }) => letterFor(act, c.restoreLetterVersion, id),
  async run(act, { id, number }, before) {
    const version = await dbOf(act)
      .selectFrom('letters.version')
      .selectAll()
      .where('organisation_id', '=', act.office.id)
      .where('letter_id', '=', id)
      .where('number', '=', number)
      .executeTakeFirst()
    if (!version) return act.refuse(c.versionUnknown, { number })
    await refuseHeld(act, id, { title: act.locked(id).title })
    const kept = before.file_id ? (await newestVersion(act, id)).number : await keepVersion(act, id, textIn(before))
    const row = { ...before, subject: version.subject, body: version.body, file_id: version.file_id }
    await keepVersion(act, id, textIn(row), 'anew')
    await updateLetter(act, id, { subject: row.subject, body: JSON.stringify(row.body), file_id: row.file_id })
    await keepPictures(act, id, row.body)
    const named = await namedBy(act, row)
    const raised = await act.changeRecord(id, named)
    act.emit(c.versionRestored, { id, title: named.title, number }, [id])
    return {
      output: { id, version: raised },
      undo: { command: 'letters.restore-version', input: { id, expectedVersion: raised, number: kept } },
    }
  },
})

export const discardLetterBody = implementCommand(c.discardLetter, {
  locks: input => lockOf(input),
  load: (act, { id }) => letterFor(act, c.discardLetter, id),
  async run(act, { id }) {
    await updateLetter(act, id, { state: 'discarded' })
    act.emit(c.letterDiscarded, { id, title: act.locked(id).title }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'letters.restore-letter', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreLetterBody = implementCommand(c.restoreLetter, {
  locks: input => lockOf(input),
  load: (act, { id }) => letterFor(act, c.restoreLetter, id),
  async run(act, { id }) {
    await updateLetter(act, id, { state: 'draft' })
    act.emit(c.letterRestored, { id, title: act.locked(id).title }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'letters.discard-letter', input: { id, expectedVersion: version } },
    }
  },
})

export const hasWords = (row: LetterRow): boolean => textOf(row.body ?? emptyDoc).trim() !== ''
