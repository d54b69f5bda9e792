import { type RawBuilder, sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { fold } from '../../kernel/language/fold.ts'
import { phoneKeysMeant } from './numbers.ts'

/** The last of its kind: a range up to it holds everything that begins so. */
const end = '\u{10ffff}'

/**
 * Conditions on a party `p`, one for each typed word: a word of its name, its mail address or a number of it begins so.
 * Ranges, not LIKE: under row-level security only leakproof operators keep their index.
 */
export function beginsSo(view: Pick<View, 'office'>, typed: string): RawBuilder<unknown>[] {
  const words = fold(typed)
    .split(/\s+/)
    .map(word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean)
  // a telephone number is one thing, however it is spaced
  if (/^[\d\s+()/.-]+$/.test(typed) && typed.replace(/\D/g, '').length >= 5) {
    const phones = phoneKeysMeant(typed, view.office.country).map(key => keyed(view, ['phone'], key))
    return [
      sql`(${sql.join([...phones, keyed(view, ['number', 'account', 'vat', 'word'], typed.replace(/\D/g, ''))], sql` or `)})`,
    ]
  }
  return words.slice(0, 8).flatMap(word =>
    word
      .split(/[^\p{L}\p{N}@._-]+|(?<!@.*)[._-](?!.*@)/u)
      .filter(Boolean)
      .map(
        part =>
          sql`(${keyed(view, ['word', 'mail'], part)} or ${keyed(view, ['number', 'vat', 'account'], part.toUpperCase())})`,
      ),
  )
}

function keyed(view: Pick<View, 'office'>, schemes: readonly string[], prefix: string): RawBuilder<unknown> {
  return sql`p.id in (
    select coalesce(was.merged_into, was.id) from directory.party_key k
    join kernel.record was on was.organisation_id = k.organisation_id and was.id = k.party_id
    where k.organisation_id = ${view.office.id} and k.scheme = any(${[...schemes]}::text[]) and k.key >= ${prefix} and k.key < ${prefix + end})`
}
