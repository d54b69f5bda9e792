/** A row of a merge as what its letter is laid out from. */
import { type Selectable, sql } from 'kysely'
import type { RichDoc } from '../../../formats/rich/doc.ts'
import { type Language, languages, nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { type Correspondent, dbOf, letterheadOf, type Reading } from '../letter-row.ts'
import { headOf, type LaidOut, sheetOf } from '../paper.ts'
import { addressLines } from '../paper/windows.ts'
import type { MergeRowTable, MergeTable } from '../tables.ts'
import { type VariantRow, variantsOf } from '../template-row.ts'
import { fieldsIn } from '../../../formats/rich/walk.ts'
import { fieldsInLine } from '../known.ts'
import { type OfficeFile, officeFileOf } from '../office/rows.ts'
import { addressAnswers, addressOf } from './answers.ts'
import { cellOf } from './columns.ts'

export type MergeRow = Selectable<MergeTable>
export type RowRow = Selectable<MergeRowTable>

export const mergeOf = (at: Reading, id: string): Promise<MergeRow | undefined> =>
  dbOf(at)
    .selectFrom('letters.merge')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirst()

export const rowsAfter = (at: Reading, id: string, after: number, limit: number): Promise<RowRow[]> =>
  dbOf(at)
    .selectFrom('letters.merge_row')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('merge_id', '=', id)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute()

/** What the template asks for, in any of its languages. */
export const askedBy = (variants: readonly { readonly subject: string; readonly body: RichDoc }[]): string[] => [
  ...new Set(
    variants
      .flatMap(one => [...fieldsInLine(one.subject), ...fieldsIn(one.body)])
      .flatMap(name => (name.startsWith('ask.') ? [name.slice(4)] : [])),
  ),
]

/** A language as people write it in a table: `sv`, `Swedish`, `svenska`. */
function languageIn(cell: string): Language | null {
  const word = cell.trim().toLowerCase()
  if (!word) return null
  if (/^[a-z]{2}(?:[-_][a-z]{2})?$/.test(word)) return nearestLanguage(word)
  const names = (code: Language) =>
    languages.map(other => new Intl.DisplayNames(other, { type: 'language' }).of(code)?.toLowerCase())
  return languages.find(code => names(code).includes(word)) ?? null
}

const countryIn = (cell: string): string | null => (/^[A-Za-z]{2}$/.test(cell) ? cell.toUpperCase() : null)

export interface Laid extends LaidOut {
  readonly language: Language
  readonly email: string
  readonly name: string
  /** Why it cannot be printed or mailed; null where it can. */
  readonly problem: string | null
  /** The Word file that it is; null where it is written here. */
  readonly file: OfficeFile | null
}

const isAddress = (email: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254

/** Lays rows out: what is common to all is asked for once. */
export async function rowLayout(at: Reading, merge: MergeRow, rows: readonly RowRow[]) {
  const letterhead = await letterheadOf(at)
  const head = headOf(letterhead, at.office.country)
  const { variants, files } = await textsOf(at, merge)
  const parties = await correspondents(
    at,
    rows.flatMap(row => row.party_id ?? []),
  )
  const variantFor = (language: Language): VariantRow | undefined =>
    [language, at.office.language, 'en'].map(code => variants.find(one => one.language === code)).find(Boolean) ??
    variants[0]
  return (row: RowRow): Laid => {
    const party = (row.party_id && parties.get(row.party_id)) || null
    const cell = (target: string) => cellOf(row.cells, merge.mapping, target)
    const language =
      merge.language ?? languageIn(cell('language')) ?? nearestLanguage(party?.language ?? at.office.language)
    const variant = variantFor(language)
    const recipient = party ? addressLines(party, at.office.country).join('\n') : addressIn(cell, at.office.country)
    const name = party?.name ?? cell('name')
    const email = (party?.email ?? cell('email')).toLowerCase()
    const asked = merge.mapping.flatMap(({ target, column }) =>
      target.startsWith('ask.') ? [{ name: target.slice(4), value: (row.cells[column] ?? '').trim() }] : [],
    )
    const file = (variant?.file_id && files.get(variant.file_id)) || null
    const understood = file && variant ? addressAnswers([variant], addressOf(party, cell)) : []
    const laid = sheetOf(
      {
        language: variant?.language ?? language,
        party: party ?? (name ? { name, kind: 'person', city: cell('city') || null } : null),
        recipient: recipient.slice(0, 600),
        signerName: merge.signer_name,
        signerRole: merge.signer_role,
        officeName: letterhead.name,
        officeAddress: letterhead.address,
        datedOn: merge.dated_on,
        number: null,
        yourReference: '',
        matter: null,
        answers: [...understood, ...merge.answers, ...asked.filter(one => one.value)],
      },
      head,
      {
        subject: variant?.subject ?? '',
        body: variant?.body ?? { type: 'doc', content: [{ type: 'paragraph' }] },
        enclosures: '',
      },
    )
    return {
      ...laid,
      language: file ? (variant?.language ?? language) : language,
      email,
      name: name || (recipient.split('\n')[0] ?? ''),
      problem: problemOf(laid, file ? 'file' : recipient),
      file,
    }
  }
}

/** What is written, in each language: of the template, or of one Word file, which is in the language of all. */
export async function textsOf(
  at: Reading,
  merge: Pick<MergeRow, 'template_id' | 'word_file_id' | 'language'>,
): Promise<{ readonly variants: readonly VariantRow[]; readonly files: ReadonlyMap<string, OfficeFile> }> {
  const written = merge.template_id ? await variantsOf(at, merge.template_id) : []
  const ids = merge.word_file_id ? [merge.word_file_id] : written.flatMap(({ file_id }) => file_id ?? [])
  const files = new Map<string, OfficeFile>()
  for (const id of new Set(ids)) {
    const file = await officeFileOf(at, id)
    if (file) files.set(id, file)
  }
  const own = merge.word_file_id ? files.get(merge.word_file_id) : undefined
  if (!own) return { variants: written, files }
  const language = merge.language ?? nearestLanguage(at.office.language)
  const variant = {
    organisation_id: at.office.id,
    template_id: '',
    language,
    subject: '',
    body: own.body,
    file_id: own.fileId,
  }
  return { variants: [variant], files }
}

function problemOf({ missing }: LaidOut, recipient: string): string | null {
  if (recipient.trim() === '') return 'address'
  if (missing.length > 0) return `fields: ${missing.map(name => name.replace(/^ask\./, '')).join(', ')}`.slice(0, 300)
  return null
}

/** A row that is to be mailed needs an address to go to; it needs none on paper. */
export const mailProblem = ({ problem, email }: Pick<Laid, 'problem' | 'email'>): string | null =>
  problem && problem !== 'address' ? problem : isAddress(email) ? null : 'email'

function addressIn(cell: (target: string) => string, home: string): string {
  const whole = cell('address')
  const name = cell('name')
  if (whole && !cell('street')) return [name, ...whole.split(/\s*[\n;|]\s*|,\s+/)].filter(Boolean).join('\n')
  if (!name && !cell('street')) return ''
  const given = cell('country')
  const lines = addressLines(
    { name, street: cell('street'), postcode: cell('postcode'), city: cell('city'), country: countryIn(given) },
    home,
  )
  return (given && !countryIn(given) ? [...lines, given.toUpperCase()] : lines).join('\n')
}

async function correspondents(at: Reading, ids: readonly string[]): Promise<Map<string, Correspondent>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Correspondent & { party_id: string }>`
    select party_id, name, kind, street, postcode, city, country, language, email from directory.correspondent_fact
    where organisation_id = ${at.office.id} and party_id = any(${[...ids]}::uuid[])`.execute(dbOf(at))
  return new Map(rows.map(row => [row.party_id, row]))
}
