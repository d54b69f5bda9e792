import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { textOf } from '../../../formats/rich/walk.ts'
import { can, type Can } from '../../../kernel/can.ts'
import type { Command } from '../../../kernel/declare.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { nearestLanguage as nearest } from '../../../kernel/language/catalogue.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { dbOf, letterheadOf, type LetterRow, overlaid } from '../letter-row.ts'
import { headOf, layOut, templateSheet } from '../paper.ts'
import { drawsWordFiles } from '../office/convert.ts'
import { holdersOf, officeFileOf } from '../office/rows.ts'
import { layLetter, layWords, type SheetFacts } from '../paper/sheet.ts'
import { usualSide } from '../paper/windows.ts'
import { takes } from '../states.ts'

type WirePages = z.output<typeof c.pages>

type Seen = LetterRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly changed_at: Temporal.Instant
  readonly sort: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'letter').selectAll()} r
  join letters.letter l on l.organisation_id = ${view.office.id} and l.id = r.id`

/** Drafts stand first, then the newest. */
const sort = sql`case l.state when 'draft' then '0' when 'discarded' then '2' else '1' end
  || lpad((99999999999 - extract(epoch from r.changed_at)::bigint)::text, 12, '0')`

export const listLettersBody = implementQuery(c.listLetters, async (view, { text, state, partyId, mine, ...input }) => {
  const conditions = [state ? sql`l.state = ${state}` : sql`l.state <> 'discarded'`]
  if (partyId) conditions.push(sql`l.party_id = ${partyId}`)
  if (mine) conditions.push(sql`l.author_id = ${view.principal.id}`)
  if (text)
    conditions.push(
      sql`(r.title ilike ${liked(text)} or l.recipient ilike ${liked(text)} or l.number ilike ${liked(text)})`,
    )
  const columns = sql`l.id, l.state, l.number, l.party_id, l.author_id, l.language, l.dated_on, l.recipient, l.sent_by, l.mail,
    r.title, r.version, r.changed_at, ${sort} as sort`
  const lines = sql`(select ${columns} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'sort', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => [row.party_id, row.author_id]),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      number: row.number,
      recipient: row.recipient.split('\n')[0] ?? '',
      party: name(row.party_id),
      author: name(row.author_id),
      language: row.language,
      datedOn: row.dated_on,
      sentBy: row.sent_by,
      mail: row.mail,
      changedAt: row.changed_at,
    })),
    ...slice,
  }
})

async function seenLetter(view: View, id: string): Promise<Seen> {
  const { rows } =
    await sql<Seen>`select l.*, r.title, r.class, r.version, r.changed_at ${from(view)} where r.id = ${id}`.execute(
      view.db(),
    )
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'letter', id })
}

const filledOf = (values: ReadonlyMap<string, string | null>) => [...values].map(([name, value]) => ({ name, value }))

export const getLetterBody = implementQuery(c.getLetter, async (view, { id }) => {
  const row = await seenLetter(view, id)
  const versions = await dbOf(view)
    .selectFrom('letters.version')
    .select(['number', 'at', 'by_id', 'file_id', 'aside'])
    .where('organisation_id', '=', view.office.id)
    .where('letter_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
  const name = naming(
    await namesOf(view, [
      row.party_id,
      row.author_id,
      row.template_id,
      row.matter_id,
      row.document_id,
      ...versions.map(one => one.by_id),
    ]),
  )
  const { values } = await layOut(view, row)
  const editing = await holdersOf(view, id)
  return {
    record: { id, kind: 'letter', title: row.title, class: row.class, version: row.version, state: row.state },
    number: row.number,
    party: name(row.party_id),
    author: name(row.author_id),
    language: row.language,
    datedOn: row.dated_on,
    sentBy: row.sent_by,
    mail: row.mail,
    subject: row.subject,
    recipient: row.recipient,
    email: row.email,
    yourReference: row.your_reference,
    signerName: row.signer_name,
    signerRole: row.signer_role,
    enclosures: row.enclosures,
    answers: row.answers,
    body: row.body,
    fields: filledOf(values),
    template: name(row.template_id),
    matter: name(row.matter_id),
    document: name(row.document_id),
    needsApproval: row.needs_approval,
    sentTo: row.sent_to,
    versions: versions.map(one => ({
      number: one.number,
      at: one.at,
      by: name(one.by_id),
      isFile: one.file_id !== null,
      aside: one.aside,
    })),
    file: row.file_id ? ((await officeFileOf(view, row.file_id))?.name ?? null) : null,
    drawsPdf: row.file_id === null || drawsWordFiles(),
    editing: editing.map(({ who, until }) => ({ who, until })),
    can: canOf(view, row),
  }
})

export const getLetterVersionBody = implementQuery(c.getLetterVersion, async (view, { id, number }) => {
  const row = await seenLetter(view, id)
  view.noteRead({ id, class: row.class })
  const version = await dbOf(view)
    .selectFrom('letters.version')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('letter_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!version) return view.refuse(kernelRefusals.notFound, { kind: 'letter', id })
  const { facts } = await layOut(view, { ...row, subject: version.subject, body: version.body })
  const isFile = version.file_id !== null
  return { number, subject: version.subject, body: version.body, isFile, pages: pagesOf(facts, isFile) }
})

/** In hundredths of a point: what is drawn beside the editor needs no more, and it is a third of the bytes. */
const hundredth = (value: number): number => Math.round(value * 100) / 100

const pagesOf = (facts: SheetFacts, isFile = false): WirePages =>
  (isFile ? layWords(facts) : layLetter(facts)).map(({ items }) => ({
    items: items.map(item =>
      Object.fromEntries(
        Object.entries(item).map(([key, value]) => [key, typeof value === 'number' ? hundredth(value) : value]),
      ),
    ),
  })) as unknown as WirePages

const saidBy = ({ subject, body, values }: SheetFacts) => ({ subject, text: textOf(body, values) })

export const previewLetterBody = implementQuery(c.previewLetter, async (view, { id, ...typed }) => {
  const row = await seenLetter(view, id)
  view.noteRead({ id, class: row.class })
  const laid = await layOut(view, overlaid(row, typed))
  return {
    pages: pagesOf(laid.facts, row.file_id !== null && !typed.body),
    fields: filledOf(laid.values),
    missing: [...laid.missing],
    said: saidBy(laid.facts),
  }
})

export const previewTemplateBody = implementQuery(c.previewTemplate, async (view, { words = false, ...text }) => {
  const head = headOf(await letterheadOf(view), view.office.country)
  return { pages: pagesOf(templateSheet(head, text, view.today), words) }
})

export const getLetterheadBody = implementQuery(c.getLetterhead, async view => {
  const row = await letterheadOf(view)
  const head = headOf(row, view.office.country)
  const { language } = view.principal
  const shown = {
    language: nearest(language),
    subject: '',
    body: { type: 'doc', content: [{ type: 'paragraph' }] },
  } as const
  return {
    name: row.name,
    address: row.address,
    reach: row.reach,
    numbers: row.numbers,
    isSet: row.isSet,
    logoFileId: row.logo_file_id,
    logoWidth: row.logo_width,
    logoHeight: row.logo_height,
    window: row.window_side,
    usual: usualSide(view.office.country),
    pages: pagesOf(templateSheet(head, shown, view.today)),
  }
})

function canOf(view: View, row: Seen): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const offer = (command: Command, options: Parameters<typeof can>[3] = {}, more: object = {}): Can[] =>
    takes(command.name, row.state) ? can(view, command, { ...input, ...more }, options) : []
  return [
    ...offer(c.saveLetter),
    ...offer(c.restoreLetterVersion),
    ...offer(c.finishLetter, { primary: true }),
    ...(takes(c.beginLetterEditing.name, row.state) ? can(view, c.beginLetterEditing, { id: row.id }) : []),
    ...offer(c.sendLetter, { primary: row.state === 'finished' }),
    ...offer(c.reopenLetter),
    ...offer(c.discardLetter),
    ...offer(c.restoreLetter, { primary: true }),
    ...can(view, c.createLetter, { copyOfId: row.id }),
    ...can(view, addComment, { recordId: row.id }),
  ]
}
