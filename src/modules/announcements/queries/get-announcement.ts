import { sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import {
  type AnnouncementRow,
  questionsOf,
  type ReaderRow,
  readerRowsOf,
  wordingFor,
  wordingsOf,
} from '../announcement-row.ts'
import { papersOf, writtenOf } from '../content.ts'
import * as c from '../contract.ts'
import { namesOf, naming } from '../../../kernel/named.ts'

type Seen = AnnouncementRow & { readonly title: string; readonly class: number; readonly version: number }

/** The announcement as far as one may see it; else refuses as what does not exist. */
export async function seenAnnouncement(view: View, id: string): Promise<Seen> {
  const { rows } = await sql<Seen>`
    select a.*, r.title, r.class, r.version from ${visibleRecords(view, 'announcement').selectAll()} r
    join announcements.announcement a on a.organisation_id = ${view.office.id} and a.id = r.id
    where r.id = ${id}`.execute(view.db())
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'announcement', id })
}

export const getAnnouncementBody = implementQuery(c.getAnnouncement, async (view, { id, language }) => {
  const row = await seenAnnouncement(view, id)
  const wordings = await wordingsOf(view, id)
  const words = wordingFor(wordings, row.language, language, view.principal.language)
  const readers = await readerRowsOf(view, id)
  const mine = readers.find(one => one.person_id === view.principal.id) ?? null
  const papers = await papersOf(view, id)
  const replacedBy = await replacing(view, id)
  const name = naming(
    await namesOf(view, [
      row.author_id,
      row.checker_id,
      row.replaces_id,
      ...replacedBy,
      ...row.to_people,
      ...row.to_roles,
      ...papers,
    ]),
  )
  const named = (ids: readonly string[]) => ids.flatMap(one => name(one) ?? [])
  const isAuthor = row.author_id === view.principal.id
  const answers = await answersOf(view, id)
  const published = row.published_at !== null
  return {
    record: {
      id,
      kind: 'announcement',
      title: words.title,
      class: row.class,
      version: row.version,
      state: row.state,
    },
    kind: row.kind,
    language: words.language,
    languages: wordings.map(one => one.language),
    title: words.title,
    body: words.body,
    author: name(row.author_id),
    checker: name(row.checker_id),
    checkNote: published ? null : row.check_note,
    toEverybody: row.to_everybody,
    to: named([...row.to_roles, ...row.to_people]),
    pinnedUntil: row.pinned_until,
    answerBy: row.answer_by,
    decidedBy: row.decided_by,
    appliesFrom: row.applies_from,
    replaces: name(row.replaces_id),
    replacedBy: named(replacedBy),
    publishedAt: row.published_at,
    closedAt: row.closed_at,
    edition: row.edition,
    corrections: await correctionsOf(view, id, isAuthor ? row.edition : (mine?.edition ?? row.edition)),
    questions: (await questionsOf(view, id)).map(one => ({
      position: one.position,
      question: words.questions[one.position - 1] ?? one.question,
      answerKind: one.answer_kind,
      options: one.options,
      optional: one.is_optional,
      answer: answers.get(one.position) ?? null,
    })),
    documents: named(papers),
    mine: mine && {
      openedEdition: mine.edition,
      readAt: mine.read_at,
      answeredAt: mine.answered_at,
      report: mine.report,
    },
    isAuthor,
    written: isAuthor
      ? {
          ...(await writtenOf(view, id, row.language)),
          documentIds: named(papers).map(one => one.id),
          language: row.language,
          toEverybody: row.to_everybody,
          toPeople: row.to_people,
          toRoles: row.to_roles,
          checkerId: row.checker_id,
          pinnedUntil: row.pinned_until?.toString() ?? null,
          answerBy: row.answer_by?.toString() ?? null,
          decidedBy: row.decided_by,
          appliesFrom: row.applies_from?.toString() ?? null,
          replacesId: row.replaces_id,
        }
      : null,
    receipts: isAuthor && published ? receiptsOf(readers) : null,
    can: offers(view, row, mine),
  }
})

const receiptsOf = (readers: readonly ReaderRow[]) => ({
  readers: readers.length,
  opened: readers.filter(one => one.opened_at).length,
  read: readers.filter(one => one.read_at).length,
  answered: readers.filter(one => one.answered_at).length,
})

async function replacing(view: View, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from announcements.announcement where organisation_id = ${view.office.id} and replaces_id = ${id}
      and published_at is not null order by published_at`.execute(view.db())
  return rows.map(row => row.id)
}

async function correctionsOf(view: View, id: string, seen: number) {
  const { rows } = await sql<{ number: number; changed: string; at: Temporal.Instant }>`
    select number, changed, made_at as at from announcements.edition
    where organisation_id = ${view.office.id} and announcement_id = ${id} and number > 1 order by number desc`.execute(
    view.db(),
  )
  return rows.map(row => ({ ...row, unseen: row.number > seen }))
}

async function answersOf(view: View, id: string): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ position: number; value: string }>`
    select position, value from announcements.answer where organisation_id = ${view.office.id}
      and announcement_id = ${id} and person_id = ${view.principal.id}`.execute(view.db())
  return new Map(rows.map(row => [row.position, row.value]))
}

/** What this reader, its author or whoever checks it may do now. */
function offers(view: View, row: Seen, mine: ReaderRow | null): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const comment = can(view, addComment, { recordId: row.id })
  const primary = { primary: true }
  if (row.author_id === view.principal.id) {
    switch (row.state) {
      case 'draft':
      case 'returned':
        return [
          ...(row.checker_id
            ? can(view, c.askCheck, { ...input, checkerId: row.checker_id }, primary)
            : [...can(view, c.publishAnnouncement, input, primary), ...can(view, c.askCheck, input)]),
          ...can(view, c.changeAnnouncement, input),
          ...comment,
          ...can(view, c.discardAnnouncement, input),
        ]
      case 'checking':
        return [...can(view, c.takeBackCheck, input, primary), ...comment]
      case 'published':
        return [
          ...can(view, c.remindReaders, input),
          ...can(view, c.correctAnnouncement, input),
          ...can(view, c.closeAnnouncement, input),
          ...comment,
        ]
      case 'closed':
        return [...can(view, c.reopenAnnouncement, input), ...comment]
      case 'discarded':
        return can(view, c.restoreAnnouncement, input, primary)
    }
  }
  if (row.state === 'checking' && row.checker_id === view.principal.id)
    return [...can(view, c.publishAnnouncement, input, primary), ...can(view, c.returnAnnouncement, input), ...comment]
  const read = row.kind !== 'request' && row.published_at && !mine?.read_at
  const toDo = row.kind === 'order' && row.state === 'published'
  return [
    ...(read ? can(view, c.confirmRead, { id: row.id }, primary) : []),
    ...(toDo ? can(view, c.reportDone, { id: row.id }, mine?.read_at && !mine.answered_at ? primary : {}) : []),
    ...comment,
  ]
}
