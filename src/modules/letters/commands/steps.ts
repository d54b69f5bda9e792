/** A letter is finished, taken up again, sent, filed. */
import { sql } from 'kysely'
import { textOf } from '../../../formats/rich/walk.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import { confirm, register } from '../../documents/contract.ts'
import * as c from '../contract.ts'
import { dbOf, heldLetter, letterFor, type LetterRow, lockOf, namedBy, updateLetter } from '../letter-row.ts'
import { refuseHeld } from '../office/rows.ts'
import { layOut } from '../paper.ts'
import { officeWords } from '../office-words.ts'
import { hasWords } from './letters.ts'

/** From this class on a second person looks at what leaves the office. */
const confidential = 2
/** Within which finishing may be taken back before it is filed, seconds. */
const fileAfter = 10

const about = (row: LetterRow): string[] => [row.id, ...(row.party_id ? [row.party_id] : [])]

/** The next number of the year of the letter's day. */
async function nextNumber(act: Act): Promise<string> {
  const { year } = act.today
  return `${year}-${await act.nextNumber(`letters.${year}`)}`
}

export const finishLetterBody = implementCommand(c.finishLetter, {
  locks: input => lockOf(input),
  async load(act, { id }) {
    const row = await letterFor(act, c.finishLetter, id)
    return { row, laid: await layOut(act, row), level: act.locked(id).class, title: act.locked(id).title }
  },
  weigh: (_input, { row, level }) => ({ class: level, fourEyes: row.needs_approval || level >= confidential }),
  basis: (_input, { row, laid, title }) => ({
    title,
    shown: { subject: laid.facts.subject, recipient: row.recipient, text: textOf(row.body, laid.facts.values) },
  }),
  async run(act, input, { row, laid, title }) {
    const { id } = input
    await refuseHeld(act, id, { title })
    if (!row.recipient.trim()) act.refuse(c.recipientMissing, { title })
    if (!hasWords(row)) act.refuse(c.letterEmpty, { title })
    if (laid.missing.length > 0)
      act.refuse(c.letterIncomplete, { fields: laid.missing.map(name => name.replace(/^ask\./, '')).join(', ') })
    const number = row.number ?? (await nextNumber(act))
    await updateLetter(act, id, { state: 'finished', number, finished_by: act.principal.id })
    if (input.register) await enter(act, row, laid.facts.subject || title)
    const { search } = await namedBy(act, { ...row, number })
    const version = await act.changeRecord(id, { search })
    act.emit(c.letterFinished, { id, title, number }, about(row))
    const startAfter = act.at.add({ seconds: fileAfter })
    act.enqueue(c.fileLetterJob, { id }, { startAfter, singletonKey: id })
    return {
      output: { id, version, number },
      undo: { command: 'letters.reopen-letter', input: { id, expectedVersion: version } },
    }
  },
})

/** Into the register of what goes out, by whoever finishes it; their refusal is the letter's. */
async function enter(act: Act, row: LetterRow, subject: string): Promise<void> {
  const entered = await act.actAs(act.principal.id, register, {
    direction: 'out',
    subject: subject.slice(0, 300),
    correspondent: row.recipient.split('\n')[0]!.trim().slice(0, 200),
    ...(row.party_id ? { partyId: row.party_id } : {}),
    ...(row.matter_id ? { matterId: row.matter_id } : {}),
  })
  if (entered.status === 'done') await act.link(row.id, entered.output.id, 'registration')
  else if (entered.status === 'refused') act.refuse(c.notRegistered, { why: entered.refusal.name })
}

export const reopenLetterBody = implementCommand(c.reopenLetter, {
  locks: input => lockOf(input),
  load: (act, { id }) => letterFor(act, c.reopenLetter, id),
  async run(act, { id }, row) {
    await updateLetter(act, id, { state: 'draft', sent_by: null, sent_at: null, sent_to: null, mail: null })
    act.emit(c.letterReopened, { id, title: act.locked(id).title }, about(row))
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const sendLetterBody = implementCommand(c.sendLetter, {
  locks: input => lockOf(input),
  load: (act, { id }) => letterFor(act, c.sendLetter, id),
  async run(act, { id, how, email }, row) {
    const { title } = act.locked(id)
    const to = how === 'mail' ? email || row.email : null
    if (how === 'mail' && !to) act.refuse(c.addressMissing, { title })
    await updateLetter(act, id, {
      state: 'sent',
      sent_by: how,
      sent_at: act.at,
      sent_to: to,
      mail: how === 'mail' ? 'sending' : null,
    })
    if (how === 'mail') act.enqueue(c.mailLetterJob, { id })
    if (!row.document_id) act.enqueue(c.fileLetterJob, { id }, { singletonKey: `${id}:sent` })
    act.emit(c.letterSent, { id, title, number: row.number!, how, partyId: row.party_id }, about(row))
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const noteFiledBody = implementCommand(c.noteFiled, {
  load: (act, { id }) => heldLetter(act, id),
  async run(act, { id, documentId }, row) {
    if (row.document_id !== documentId) {
      await updateLetter(act, id, { document_id: documentId })
      await raiseRecord(act, id)
      await act.link(id, documentId, 'document')
    }
    act.emit(c.letterFiled, { id, title: row.title }, [id, documentId])
    return { output: {} }
  },
})

/** Confirmed in the name of whoever finished the letter: it needs nobody to look at what was written here. */
export const settleFiledBody = implementCommand(c.settleFiled, {
  async run(act, { documentId }) {
    const { rows } = await sql<{ by: string | null }>`
      select finished_by as by from letters.letter where organisation_id = ${act.office.id} and document_id = ${documentId}
      union all select m.begun_by from kernel.link k join letters.merge m on m.organisation_id = k.organisation_id and m.id = k.from_id
      where k.organisation_id = ${act.office.id} and k.to_id = ${documentId} and k.relation = 'document'`.execute(
      dbOf(act),
    )
    const by = rows[0]?.by
    if (!by) return { output: { settled: false } }
    const input = { id: documentId, kind: 'letter', senderId: null, newSender: false, task: null } as const
    const settled = await act.actAs(by, confirm, input)
    return { output: { settled: settled.status === 'done' } }
  },
})

export const noteMailedBody = implementCommand(c.noteMailed, {
  load: (act, { id }) => heldLetter(act, id),
  async run(act, { id, to, sent }, row) {
    if (row.mail !== 'sending') return { output: {} }
    const { title } = row
    await updateLetter(act, id, { mail: sent ? 'sent' : 'failed' })
    await raiseRecord(act, id)
    if (sent) act.emit(c.letterMailed, { id, title, to }, about(row))
    else {
      const wish = {
        key: `letters.not-mailed:${id}:${row.sent_at?.epochMilliseconds ?? 0}`,
        title: officeWords(act, 'page.task.not-mailed', { title, to }).slice(0, 300),
        ownerId: row.finished_by ?? row.author_id,
        sourceId: id,
        ifLate: 'holds-others' as const,
      }
      act.emit(c.letterNotMailed, { id, title, to, work: [wish] }, about(row))
    }
    return { output: {} }
  },
})
