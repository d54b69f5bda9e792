/** What Kontor's own jobs ask: a letter as it is drawn, filed and mailed. */
import { sql } from 'kysely'
import { picturesIn } from '../../../formats/rich/walk.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import type { LetterRow } from '../letter-row.ts'
import { layOut } from '../paper.ts'
import { officeFileOf } from '../office/rows.ts'
import { layLetter, layWords } from '../paper/sheet.ts'

type Row = LetterRow & { readonly title: string; readonly class: number }

export const letterToSendBody = implementQuery(c.letterToSend, async (view, { id }) => {
  // asked by Kontor itself; anybody else is told that there is nothing
  const { rows } =
    view.principal.kind === 'system'
      ? await sql<Row>`select l.*, r.title, r.class from letters.letter l
          join kernel.record r on r.organisation_id = l.organisation_id and r.id = l.id
          where l.organisation_id = ${view.office.id} and l.id = ${id}`.execute(view.db())
      : { rows: [] }
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'letter', id })
  const { facts, values } = await layOut(view, row)
  const file = row.file_id ? await officeFileOf(view, row.file_id) : null
  const logo = facts.head.logo ? [facts.head.logo.fileId] : []
  return {
    title: row.title,
    state: row.state,
    number: row.number,
    language: row.language,
    class: row.class,
    datedOn: row.dated_on,
    office: facts.head.name,
    recipient: row.recipient.split('\n')[0] ?? '',
    documentId: row.document_id,
    mail: row.mail,
    to: row.sent_to,
    sentAt: row.sent_at,
    signer: row.signer_name,
    file: file
      ? { digest: file.digest.toString('hex'), values: [...values].map(([name, value]) => ({ name, value })) }
      : null,
    pages: (file ? layWords(facts) : layLetter(facts)).map(({ items }) => ({ items })) as never,
    pictures: [...logo, ...picturesIn(row.body)],
  }
})
