/** The tables of proofing, as migrations/0480-proofing.sql makes them. */
import type { ColumnType, Generated } from 'kysely'
import type { CheckState } from './contract/shapes.ts'
import type { ProofLanguage, ProofPurpose } from '../../formats/proof/model.ts'

type Json = ColumnType<unknown, string | null, string | null>

export interface OutgoingCheckTable {
  organisation_id: string
  id: string
  state: CheckState
  purpose: ProofPurpose
  about_id: string | null
  findings: ColumnType<unknown, string, string>
  author_id: string | null
  holder_id: string
  wish: 'print' | 'distribute' | null
  document_id: string | null
  memo: Generated<string>
  question: string | null
  answer: string | null
  decided_by_id: string | null
  decided_at: Temporal.Instant | null
  prior: Json
}

export interface WordTable {
  organisation_id: string
  id: string
  word: string
  language: ProofLanguage | null
  added_by_id: string
}

export interface ProofingTables {
  'proofing.outgoing_check': OutgoingCheckTable
  'proofing.word': WordTable
}
