import { sql } from 'kysely'
import { implementCommand, implementQuery, type View } from '../../../kernel/implement.ts'
import { type Language, nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract/answers.ts'
import type { DeskTables } from '../desk/tables.ts'
import { fieldNames, kept, shownIn } from './fields.ts'

interface Signature {
  readonly language: Language
  readonly body: string
}

export async function signaturesOf(reader: Pick<View, 'db' | 'office'>, mailboxId: string): Promise<Signature[]> {
  const { rows } = await sql<Signature>`
    select language, body from mail.signature
    where organisation_id = ${reader.office.id} and mailbox_id = ${mailboxId} order by language`.execute(reader.db())
  return rows
}

export const setSignatureBody = implementCommand(c.setSignature, {
  locks: ({ id }) => [{ kind: 'mail-mailbox', id }],
  load: (act, { id }) => signaturesOf(act, id),
  async run(act, { id, language, text }, before) {
    const db = act.db<DeskTables>()
    const key = { organisation_id: act.office.id, mailbox_id: id, language }
    const body = kept(text.trimEnd())
    act.write(
      db
        .deleteFrom('mail.signature')
        .where('organisation_id', '=', act.office.id)
        .where('mailbox_id', '=', id)
        .where('language', '=', language),
    )
    if (body) act.write(db.insertInto('mail.signature').values({ ...key, body }))
    const version = await act.changeRecord(id)
    act.emit(c.signatureSet, { id, title: act.locked(id).title, language }, [id])
    const was = before.find(one => one.language === language)?.body ?? ''
    return { output: { id, version }, undo: { command: 'mail.set-signature', input: { id, language, text: was } } }
  },
})

export const getSignaturesBody = implementQuery(c.getSignatures, async (view, { id }) => {
  const seen = await visibleRecords(view, 'mail-mailbox').select('id').where('id', '=', id).executeTakeFirst()
  if (!seen) return view.refuse(kernelRefusals.notFound, { kind: 'mail-mailbox', id })
  const language = nearestLanguage(view.principal.language)
  return {
    signatures: (await signaturesOf(view, id)).map(one => ({
      language: one.language,
      text: shownIn(one.body, language),
    })),
    fields: Object.values(fieldNames[language]),
  }
})
