/** What steps of Kontor itself do to conversations: they do not ask who may see them. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { compoundParts } from '../../kernel/search/compounds.ts'

/** Holds a conversation that is known only while an act runs. */
export async function holdRecord(act: Act, id: string): Promise<void> {
  await sql`select id from kernel.record where organisation_id = ${act.office.id} and id = ${id} for no key update`.execute(
    act.db(),
  )
}

export function raise(act: Pick<Act, 'office' | 'at' | 'write'>, ids: readonly string[]): void {
  act.write(sql`update kernel.record set version = version + 1, changed_at = ${act.at}
    where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`)
}

/** So much of a conversation is searched: the newest of it. */
const mostSearched = 40_000
const messagesSearched = 200

/** Found by who writes and by what was said lately. */
export async function searchConversation(act: Act, id: string): Promise<void> {
  const { rows } = await sql<{ title: string; language: string | null; body: string; at: Temporal.Instant }>`
    select r.title, c.language, c.last_at as at, left(concat_ws(E'\n', c.name, c.handle, c.email, (
      select string_agg(concat_ws(E'\n', m.text, m.said), E'\n') from (
        select text, (select string_agg(f ->> 'value', E'\n') from jsonb_array_elements(fields) f) as said
        from channels.message where organisation_id = c.organisation_id and conversation_id = c.id and state <> 'recalled'
        order by at desc, id desc limit ${messagesSearched}) m)), ${mostSearched}) as body
    from channels.conversation c join kernel.record r on r.organisation_id = c.organisation_id and r.id = c.id
    where c.organisation_id = ${act.office.id} and c.id = ${id}`.execute(act.db())
  const { title, language, body, at } = rows[0]!
  const parts = compoundParts(language, `${title}\n${body}`)
  act.write(sql`
    insert into kernel.search_entry (organisation_id, record_id, kind, class, audience, title, language, body, at, parts, title_words, words)
    select r.organisation_id, r.id, r.kind, r.class, r.audience, r.title, ${language}, ${body}, ${at}, ${parts},
      kernel.search_vector(${language}, r.title), kernel.search_vector(${language}, r.title || E'\n' || ${body})
        || kernel.search_part_words(${language}, ${parts}) || kernel.search_month(${at})
    from kernel.record r where r.organisation_id = ${act.office.id} and r.id = ${id}
    on conflict (organisation_id, record_id) do update set title = excluded.title, language = excluded.language, body = excluded.body,
      at = excluded.at, parts = excluded.parts, reindexing = null, title_words = excluded.title_words, words = excluded.words`)
}

/** The first words of a text, on one line. */
export const snippetOf = (text: string, most = 160): string => {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > most ? `${[...plain.slice(0, most - 1)].join('').toWellFormed().replace(/�$/, '')}…` : plain
}
