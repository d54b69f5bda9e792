/** The tables of letters, as migrations/0490-letters.sql makes them. */
import type { ColumnType, Generated } from 'kysely'
import type { RichDoc } from '../../formats/rich/doc.ts'
import type { Language } from '../../kernel/language/catalogue.ts'
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

export interface LettersTables {
  'letters.picture': { organisation_id: string; record_id: string; file_id: string }
  'letters.letter': LetterTable
  'letters.version': VersionTable
  'letters.template': TemplateTable
  'letters.variant': VariantTable
  'letters.letterhead': LetterheadTable
}
