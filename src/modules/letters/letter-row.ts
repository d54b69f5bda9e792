/** Reading and writing a letter's own rows, and what stands around it. */
import { type Selectable, sql, type Updateable } from 'kysely'
import type { RichDoc } from '../../formats/rich/doc.ts'
import { picturesIn, textOf } from '../../formats/rich/walk.ts'
import type { Command } from '../../kernel/declare.ts'
import type { Act, Lock, Standing } from '../../kernel/implement.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import type { LetterFields } from './facts.ts'
import { letterNotSoFar, pictureUnfit } from './contract.ts'
import { type Known, type Party, valuesOf, fillLine } from './known.ts'
import { takes } from './states.ts'
import type { LetterheadTable, LettersTables, LetterTable } from './tables.ts'

export type LetterRow = Selectable<LetterTable>
export type HeadRow = Selectable<LetterheadTable>
export type Reading = Pick<Standing, 'office'> & { db(): unknown }
export const dbOf = (at: Reading) => (at as unknown as Act).db<LettersTables>()

export const lockOf = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }): Lock[] => [
  { kind: 'letter', id, expectedVersion },
]

export const letterOf = (at: Reading, id: string): Promise<LetterRow> =>
  dbOf(at)
    .selectFrom('letters.letter')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export async function letterFor(act: Act, command: Command, id: string): Promise<LetterRow> {
  const row = await letterOf(act, id)
  if (!takes(command.name, row.state)) act.refuse(letterNotSoFar, { title: act.locked(id).title })
  return row
}

/** Locked by Kontor itself, for an inner step of what was allowed. */
export async function heldLetter(act: Act, id: string): Promise<LetterRow & { readonly title: string }> {
  const { rows } = await sql<LetterRow & { title: string }>`
    select l.*, r.title from letters.letter l join kernel.record r on r.organisation_id = l.organisation_id and r.id = l.id
    where l.organisation_id = ${act.office.id} and l.id = ${id} for no key update of r`.execute(act.db())
  return rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'letter', id })
}

export async function updateLetter(act: Act, id: string, change: Updateable<LetterTable>): Promise<void> {
  await dbOf(act)
    .updateTable('letters.letter')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** What stands on the office's paper; its name alone where nobody has said more. */
export async function letterheadOf(at: Reading): Promise<HeadRow & { readonly isSet: boolean }> {
  const row = await dbOf(at)
    .selectFrom('letters.letterhead')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .executeTakeFirst()
  const nothing = { address: '', reach: '', numbers: '', logo_file_id: null, logo_width: null, logo_height: null }
  return row
    ? { ...row, isSet: true }
    : { organisation_id: at.office.id, name: at.office.name.slice(0, 120), ...nothing, window_side: null, isSet: false }
}

export interface Correspondent extends Party {
  readonly street: string | null
  readonly postcode: string | null
  readonly country: string | null
  readonly language: string | null
  readonly email: string | null
}

/** The directory's published facts of whom a letter is to. */
export async function correspondent(at: Reading, id: string | null): Promise<Correspondent | null> {
  if (!id) return null
  const { rows } = await sql<Correspondent>`
    select name, kind, street, postcode, city, country, language, email from directory.correspondent_fact
    where organisation_id = ${at.office.id} and party_id = ${id}`.execute(dbOf(at))
  return rows[0] ?? null
}

/** What the fields of a letter stand for, with what was typed and not saved yet. */
export async function knownOf(at: Reading, row: LetterRow, matter: string | null): Promise<Known> {
  const [party, head] = [await correspondent(at, row.party_id), await letterheadOf(at)]
  return {
    language: row.language,
    party,
    recipient: row.recipient,
    signerName: row.signer_name,
    signerRole: row.signer_role,
    officeName: head.name,
    officeAddress: head.address,
    datedOn: row.dated_on,
    number: row.number,
    yourReference: row.your_reference,
    matter,
    answers: row.answers,
  }
}

export async function matterTitle(at: Reading, id: string | null): Promise<string | null> {
  if (!id) return null
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${at.office.id} and id = ${id}`.execute(dbOf(at))
  return rows[0]?.title ?? null
}

/** What a letter is called, and what it is found by. */
export async function namedBy(at: Reading, row: LetterRow): Promise<{ title: string; search: { body: string } }> {
  const values = valuesOf(await knownOf(at, row, await matterTitle(at, row.matter_id)))
  const subject = fillLine(row.subject, values)
  const title =
    subject ||
    row.recipient.split('\n')[0]?.trim() ||
    textOf(row.body, name => values.get(name) ?? undefined).split('\n')[0] ||
    '–'
  const text = textOf(row.body, name => values.get(name) ?? undefined)
  return {
    title: title.slice(0, 300),
    search: { body: [row.number, row.recipient, subject, text].filter(Boolean).join('\n').slice(0, 200_000) },
  }
}

/** Pictures are stored files that are pictures; which text has which is kept, for whoever asks for one. */
export async function keepPictures(act: Act, recordId: string, ...docs: readonly RichDoc[]): Promise<void> {
  const ids = [...new Set(docs.flatMap(picturesIn))]
  const db = dbOf(act)
  if (ids.length > 0) {
    const { rows } = await sql<{ id: string }>`
      select id from kernel.file where organisation_id = ${act.office.id} and id = any(${ids}::uuid[])
        and media_type in ('image/png', 'image/jpeg')`.execute(db)
    if (rows.length < ids.length) act.refuse(pictureUnfit)
  }
  await db
    .deleteFrom('letters.picture')
    .where('organisation_id', '=', act.office.id)
    .where('record_id', '=', recordId)
    .execute()
  if (ids.length === 0) return
  const rows = ids.map(file_id => ({ organisation_id: act.office.id, record_id: recordId, file_id }))
  await db.insertInto('letters.picture').values(rows).execute()
}

/** A sitting: what is saved within it by one person is one version. */
const sittingMinutes = 30

export interface Text {
  readonly subject: string
  readonly body: RichDoc
  readonly fileId: string | null
}

/**
 * Keeps what a letter says now as a version: the last one goes on where the same person has just written it here. A file is a version of
 * its own each time it is saved; `aside`: it is not what the letter says.
 */
export async function keepVersion(
  act: Act,
  id: string,
  { subject, body, fileId }: Text,
  how: 'goes-on' | 'anew' | 'aside' = 'goes-on',
): Promise<number> {
  const db = dbOf(act)
  const { rows } = await sql<{ number: number; at: Temporal.Instant; by_id: string; isFile: boolean }>`
    select number, at, by_id, file_id is not null or aside as "isFile" from letters.version where organisation_id = ${act.office.id} and letter_id = ${id}
    order by number desc limit 1`.execute(db)
  const [last] = rows
  const goesOn =
    how === 'goes-on' &&
    fileId === null &&
    last?.isFile === false &&
    last.by_id === act.principal.id &&
    Temporal.Instant.compare(last.at.add({ minutes: sittingMinutes }), act.at) > 0
  const text = JSON.stringify(body)
  if (goesOn && last) {
    await sql`update letters.version set subject = ${subject}, body = ${text}::jsonb
      where organisation_id = ${act.office.id} and letter_id = ${id} and number = ${last.number}`.execute(db)
    return last.number
  }
  const number = (last?.number ?? 0) + 1
  await sql`insert into letters.version (organisation_id, letter_id, number, at, by_id, subject, body, file_id, aside)
    values (${act.office.id}, ${id}, ${number}, ${act.at}, ${act.principal.id}, ${subject}, ${text}::jsonb, ${fileId}, ${how === 'aside'})`.execute(
    db,
  )
  return number
}

/** The row with what was typed laid over it. */
export const overlaid = (row: LetterRow, typed: LetterFields & { readonly body?: RichDoc | undefined }): LetterRow => ({
  ...row,
  subject: typed.subject ?? row.subject,
  recipient: typed.recipient ?? row.recipient,
  email: typed.email ?? row.email,
  language: typed.language ?? row.language,
  dated_on: typed.datedOn ?? row.dated_on,
  your_reference: typed.yourReference ?? row.your_reference,
  signer_name: typed.signerName ?? row.signer_name,
  signer_role: typed.signerRole ?? row.signer_role,
  enclosures: typed.enclosures ?? row.enclosures,
  answers: typed.answers ?? row.answers,
  body: typed.body ?? row.body,
})
