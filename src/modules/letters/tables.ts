/** The tables of letters, as migrations/0490-letters.sql, 0491-letter-merges.sql and 0605-office-files.sql make them. */
import type { ColumnType, Generated } from 'kysely'
import type { RichDoc } from '../../formats/rich/doc.ts'
import type { Language } from '../../kernel/language/catalogue.ts'
import type { MergeState, RowState } from './contract/merges.ts'
import type { Mapped } from './merge/columns.ts'
import type { Answer, LetterState, mailStates, SendWay, windowSides } from './contract/shapes.ts'

type Json<T> = ColumnType<T, string, string>
type Moment = Temporal.Instant

export interface LetterTable {
  organisation_id: string
  id: string
  state: LetterState
  number: string | null
  party_id: string | null
  template_id: string | null
  matter_id: string | null
  document_id: string | null
  author_id: string
  finished_by: string | null
  language: Language
  dated_on: Temporal.PlainDate
  subject: Generated<string>
  recipient: Generated<string>
  email: Generated<string>
  your_reference: Generated<string>
  signer_name: Generated<string>
  signer_role: Generated<string>
  enclosures: Generated<string>
  answers: Json<Answer[]>
  body: Json<RichDoc>
  /** A Word file that is the letter; its words are in `body`. */
  file_id: string | null
  needs_approval: Generated<boolean>
  sent_by: SendWay | null
  sent_at: Moment | null
  sent_to: string | null
  mail: (typeof mailStates)[number] | null
}

export interface VersionTable {
  organisation_id: string
  letter_id: string
  number: number
  at: Moment
  by_id: string
  subject: string
  body: Json<RichDoc>
  file_id: string | null
  aside: Generated<boolean>
}

export interface TemplateTable {
  organisation_id: string
  id: string
  needs_approval: Generated<boolean>
  retired: Generated<boolean>
}

export interface VariantTable {
  organisation_id: string
  template_id: string
  language: Language
  subject: Generated<string>
  body: Json<RichDoc>
  file_id: string | null
}

export interface LetterheadTable {
  organisation_id: string
  name: string
  address: Generated<string>
  reach: Generated<string>
  numbers: Generated<string>
  logo_file_id: string | null
  logo_width: number | null
  logo_height: number | null
  window_side: (typeof windowSides)[number] | null
}

export interface MergeTable {
  organisation_id: string
  id: string
  template_id: string | null
  word_file_id: string | null
  state: MergeState
  how: 'print' | 'mail' | null
  language: Language | null
  dated_on: Temporal.PlainDate
  signer_name: Generated<string>
  signer_role: Generated<string>
  columns: Generated<string[]>
  mapping: Json<Mapped[]>
  answers: Json<Answer[]>
  run: Generated<number>
  begun_by: string | null
  file_id: string | null
  document_id: string | null
}

export interface MergeRowTable {
  organisation_id: string
  merge_id: string
  position: number
  party_id: string | null
  cells: Generated<string[]>
  state: Generated<RowState>
  reason: string | null
}

export interface OfficeFileTable {
  organisation_id: string
  file_id: string
  body: Json<RichDoc>
  unknown: Generated<string[]>
}

export interface OpeningTable {
  organisation_id: string
  id: string
  letter_id: string
  principal_id: string
  until_at: Moment
  based_on: number
  lock_token: string | null
  lock_until: Moment | null
}

export interface LettersTables {
  'letters.office_file': OfficeFileTable
  'letters.opening': OpeningTable
  'letters.merge': MergeTable
  'letters.merge_row': MergeRowTable
  'letters.picture': { organisation_id: string; record_id: string; file_id: string }
  'letters.letter': LetterTable
  'letters.version': VersionTable
  'letters.template': TemplateTable
  'letters.variant': VariantTable
  'letters.letterhead': LetterheadTable
}
