/** What threads are found by: subject, people, names of attachments, and what is new in each mail. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { compoundParts } from '../../kernel/search/compounds.ts'
import type { MailFacts } from './reading/types.ts'
import { titleOf } from './intake/write.ts'

/** Of a thread so many characters are searched, of a mail so many: the newest mails first. */
const mostOfThread = 60_000
const mostOfMail = 20_000

export interface SearchedMail {
  readonly facts: Pick<MailFacts, 'from' | 'to' | 'cc' | 'attachments'>
  readonly fresh: string
}

export const wordsOf = ({ facts, fresh }: SearchedMail): string =>
  [
    [facts.from, ...facts.to, ...facts.cc]
      .slice(0, 20)
      .map(({ name, address }) => `${name} ${address}`)
      .join(' '),
    facts.attachments
      .filter(one => !one.inline)
      .map(({ name }) => name)
      .join(' '),
    fresh.slice(0, mostOfMail),
  ]
    .filter(part => part.trim() !== '')
    .join('\n')

/** Threads that have grown are found anew from all their mails; those that are new from what is given. */
export async function searchThreads(
  act: Act,
  threads: readonly {
    id: string
    subject: string
    language: string | null
    lastAt: Temporal.Instant
    mails: readonly SearchedMail[] | null
  }[],
): Promise<void> {
  const grown = threads.filter(({ mails }) => mails === null).map(({ id }) => id)
  const theirs = grown.length > 0 ? await mailsOf(act, grown) : new Map<string, SearchedMail[]>()
  const entries = threads.map(({ id, subject, language, lastAt, mails }) => {
    const body = (mails ?? theirs.get(id) ?? []).map(wordsOf).join('\n').slice(0, mostOfThread)
    const title = titleOf(subject, '')
    return { id, title, language, body, at: lastAt.toString(), parts: compoundParts(language, `${title}\n${body}`) }
  })
  if (entries.length === 0) return
  act.write(sql`
    insert into kernel.search_entry (organisation_id, record_id, kind, class, audience, title, language, body, at, parts, title_words, words)
    select r.organisation_id, r.id, r.kind, r.class, r.audience, x.title, x.language, x.body, x.at, x.parts, kernel.search_vector(x.language, x.title),
      kernel.search_vector(x.language, x.title || E'\n' || x.body) || kernel.search_part_words(x.language, x.parts) || kernel.search_month(x.at)
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as x (id uuid, title text, language text, body text, at timestamptz, parts text)
    join kernel.record r on r.organisation_id = ${act.office.id} and r.id = x.id
    on conflict (organisation_id, record_id) do update set title = excluded.title, language = excluded.language, body = excluded.body,
      at = excluded.at, parts = excluded.parts, reindexing = null, title_words = excluded.title_words, words = excluded.words`)
}

async function mailsOf(act: Act, ids: readonly string[]): Promise<Map<string, SearchedMail[]>> {
  const { rows } = await sql<SearchedMail & { thread_id: string }>`
    select m.thread_id, r.facts, left(r.fresh, ${mostOfMail}) as fresh from mail.message m
    join mail.reading r on r.organisation_id = m.organisation_id and r.file_id = m.file_id
    where m.organisation_id = ${act.office.id} and m.thread_id = any(${[...ids]}::uuid[]) order by m.at desc`.execute(
    act.db(),
  )
  return Map.groupBy(rows, row => row.thread_id) as Map<string, SearchedMail[]>
}
