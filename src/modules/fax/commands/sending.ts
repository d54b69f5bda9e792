/** What goes: asked for, taken back, sent once more, and what a person says became of it. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { digitsOf, shownNumber } from '../numbers.ts'
import { about, dbOf, faxOf, lineOf, requireState, searchBody, seenNumber, updateFax } from '../rows.ts'
import { reported } from './reported.ts'

/** So long it can be taken back before anything leaves, seconds. */
const breath = 10

const drawable = /^(application\/pdf|image\/(jpeg|png|tiff|webp|gif))$/

interface ToSend {
  readonly documentId: string
  readonly partyId: string | null
  readonly digits: string
  readonly name: string
  readonly note: string
  readonly cover: boolean
  readonly language: string | null
  readonly lineId: string | null
  readonly sure: boolean
  readonly againOf: string | null
}

async function requireDrawable(act: Act, documentId: string): Promise<void> {
  const title = await requireVisible(act, documentId, ['document'])
  const { rows } = await sql<{ media_type: string }>`
    select media_type from documents.paper_fact where organisation_id = ${act.office.id} and document_id = ${documentId}`.execute(
    act.db(),
  )
  if (!rows[0] || !drawable.test(rows[0].media_type)) act.refuse(c.notDrawable, { title })
}

/** The line named, else the usual one, else the only one that sends. */
async function requireLine(act: Act, id: string | null): Promise<string> {
  if (id) {
    const title = await requireVisible(act, id, ['fax-line'])
    const row = await lineOf(act, id)
    if (row.retired) act.refuse(c.lineRetired, { title })
    return id
  }
  const { rows } = await sql<{ id: string; is_default: boolean }>`
    select id, is_default from fax.line
    where organisation_id = ${act.office.id} and not retired and (way = 'server' or address_out is not null)`.execute(
    act.db(),
  )
  const usual = rows.find(row => row.is_default) ?? (rows.length === 1 ? rows[0] : undefined)
  return usual?.id ?? act.refuse(c.noLine)
}

async function requireSure(act: Act, { digits, partyId, documentId, sure }: ToSend): Promise<void> {
  if (sure) return
  const seen = await seenNumber(act, digits, { partyId, level: act.locked(documentId).class })
  if (!seen.asks) return
  const name = (seen.doubt === 'not-theirs' ? seen.owners[0] : seen.near[0])?.title ?? '–'
  act.refuse(c.numberDoubtful, { number: shownNumber(digits, act.office.country), name })
}

async function insertFax(act: Act, send: ToSend) {
  await requireDrawable(act, send.documentId)
  await requireSure(act, send)
  const lineId = await requireLine(act, send.lineId)
  const party = send.partyId ? await requireVisible(act, send.partyId, ['person', 'organisation']) : null
  const title = (party ?? (send.name || shownNumber(send.digits, act.office.country))).slice(0, 200)
  const id = await act.createRecord({
    kind: 'fax',
    title,
    source: [send.documentId, ...(send.partyId ? [send.partyId] : [])],
    search: { body: searchBody({ number: send.digits, name: send.name, note: send.note }) },
  })
  const { year } = act.today
  const serial = await act.nextNumber(`fax.fax.${year}`)
  const row = {
    organisation_id: act.office.id,
    id,
    year,
    serial,
    direction: 'out' as const,
    state: 'queued' as const,
    line_id: lineId,
    document_id: send.documentId,
    number: send.digits,
    name: send.name || (party ?? ''),
    party_id: send.partyId,
    at: act.at,
    by_id: act.principal.id,
    note: send.note,
    cover: send.cover,
    language: send.language,
    report: '',
    again_of: send.againOf,
  }
  await dbOf(act)
    .insertInto('fax.fax')
    .values(row as never)
    .execute()
  await act.link(id, send.documentId, 'attachment')
  if (send.partyId) await act.link(id, send.partyId, 'about')
  act.enqueue(c.sendJob, { faxId: id }, { startAfter: act.at.add({ seconds: breath }), singletonKey: id })
  return { id, told: about(row, title), records: [id, send.documentId, ...(send.partyId ? [send.partyId] : [])] }
}

const undoOf = (id: string) => ({ command: c.cancelFax.name, input: { id } })

export const sendFaxBody = implementCommand(c.sendFax, {
  locks: ({ documentId }) => [{ kind: 'document', id: documentId }],
  async run(act, input) {
    const digits = digitsOf(input.number, act.office.country) ?? act.refuse(c.numberWrong, { number: input.number })
    const { id, told, records } = await insertFax(act, {
      documentId: input.documentId,
      partyId: input.partyId ?? null,
      digits,
      name: input.name ?? '',
      note: input.note?.trim() ?? '',
      cover: input.cover,
      language: input.language ?? null,
      lineId: input.lineId ?? null,
      sure: input.sure,
      againOf: null,
    })
    act.emit(c.sendAsked, told, records)
    return { output: { id, version: 1 }, undo: undoOf(id) }
  },
})

const lockFax = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'fax', id, expectedVersion },
]

export const cancelFaxBody = implementCommand(c.cancelFax, {
  locks: input => lockFax(input),
  load: (act, { id }) => faxOf(act, id),
  async run(act, { id }, row) {
    requireState(act, row, ['queued'])
    await updateFax(act, id, { state: 'cancelled', ended_at: act.at })
    const version = await act.changeRecord(id)
    act.emit(c.faxCancelled, about(row, act.locked(id).title), [id])
    return { output: { id, version } }
  },
})

export const sendAgainBody = implementCommand(c.sendAgain, {
  locks: input => lockFax(input),
  load: (act, { id }) => faxOf(act, id),
  async run(act, { id, sure }, row) {
    requireState(act, row, ['delivered', 'failed', 'doubtful', 'cancelled'])
    await act.lockAlso([{ kind: 'document', id: row.document_id }])
    const made = await insertFax(act, {
      documentId: row.document_id,
      partyId: row.party_id,
      digits: row.number,
      name: row.name,
      note: row.note,
      cover: row.cover,
      language: row.language,
      lineId: row.line_id,
      // Whoever sent it had it looked at then.
      sure: sure || row.state !== 'cancelled',
      againOf: id,
    })
    act.emit(c.sendAsked, { ...made.told, workDone: [{ key: `fax.unsent:${id}` }] }, [...made.records, id])
    return { output: { id: made.id, version: 1 } }
  },
})

export const noteResultBody = implementCommand(c.noteResult, {
  locks: input => lockFax(input),
  load: (act, { id }) => faxOf(act, id),
  async run(act, { id, outcome, note }, row) {
    requireState(act, row, ['sent', 'doubtful'])
    const report = [row.report, note ? `${act.principal.name}: ${note}` : act.principal.name].filter(Boolean).join('\n')
    const problem = outcome === 'failed' ? 'other' : null
    const version = await reported(act, row, {
      state: outcome,
      problem,
      report: report.slice(0, 1000),
      spoolJob: null,
      reportId: null,
    })
    return { output: { id, version } }
  },
})
