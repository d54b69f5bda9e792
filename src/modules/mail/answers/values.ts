import { sql } from 'kysely'
import type { Standing, View } from '../../../kernel/implement.ts'
import { type Language, nearestLanguage, wordLocale } from '../../../kernel/language/catalogue.ts'
import type { FieldValues } from './fields.ts'

type Reader = Pick<View, 'db'> & Standing

/** Whom a text is for: what is known of them by their address. */
export interface Recipient {
  readonly address: string
  readonly name: string
  readonly language: Language | null
}

/** Whom an address belongs to, as the directory knows it; else as their mail program wrote it. */
export async function recipientOf(reader: Reader, address: string, written: string): Promise<Recipient> {
  const { rows } = await sql<{ name: string; language: Language | null }>`
    select f.name, f.language from directory.mail_fact f
    where f.organisation_id = ${reader.office.id} and f.email = ${address.toLowerCase()} limit 1`.execute(reader.db())
  return { address, name: rows[0]?.name ?? (written || ''), language: rows[0]?.language ?? null }
}

/** "Nyman, Anna Maria" and "Anna Maria Nyman" are both Anna; an address for a name is nobody's. */
export function firstName(name: string): string {
  if (name.includes('@')) return ''
  const [last, first] = name.split(',').map(part => part.trim())
  return (first || last || '').split(/\s+/)[0] ?? ''
}

/** A day as one writes it in a letter of that language. */
export const dayIn = (day: Temporal.PlainDate, language: Language): string =>
  day.toLocaleString(wordLocale(language), { day: 'numeric', month: 'long', year: 'numeric' })

export interface Filling {
  readonly recipient: Recipient | null
  readonly subject: string | null
  readonly language: Language
  readonly until?: Temporal.PlainDate
}

/** What the fields mean for whoever writes now. */
export async function valuesOf(reader: Reader, { recipient, subject, language, until }: Filling): Promise<FieldValues> {
  const { rows } = await sql<{ email: string | null }>`
    select email from authority.address_fact
    where organisation_id = ${reader.office.id} and principal_id = ${reader.principal.id}`.execute(reader.db())
  const email = rows[0]?.email
  const given: FieldValues = {
    'my-name': reader.principal.name,
    office: reader.office.name,
    today: dayIn(reader.today, language),
    ...(email && { 'my-mail': email }),
    ...(subject && { subject }),
    ...(until && { until: dayIn(until, language) }),
  }
  if (!recipient?.name) return given
  const first = firstName(recipient.name)
  return { ...given, name: recipient.name, ...(first && { 'first-name': first }) }
}

/** In which language somebody is written to: theirs, else the thread's, the mailbox's, the office's. */
export const languageFor = (
  reader: Pick<Reader, 'office'>,
  ...known: readonly (Language | null | undefined)[]
): Language => known.find(one => one) ?? nearestLanguage(reader.office.language)
