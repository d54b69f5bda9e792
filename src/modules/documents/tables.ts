/** The tables of documents, as its migrations make them. */
import type { ColumnType, Generated } from 'kysely'
import type { BacklogState } from './contract/backlog.ts'
import type { Arrival, DocumentKind, DuplicateSign, FieldName, RetentionStart } from './contract/words.ts'
import type { LabelFormat } from './contract/pages.ts'
import type { PagePlan } from './pages/lay-out.ts'
import type { RetentionEnd } from './contract/keeping.ts'
import type { Consequence, Urgency } from '../work/contract.ts'
import type { FolderTables } from './folders/tables.ts'
import type { MailboxTables } from './mailboxes/tables.ts'
import type { KeepingTables } from './keeping/tables.ts'
import type { LearningTables } from './learning/tables.ts'
import type { OwnKindTables } from './own-kinds/tables.ts'
import type { SearchTables } from './searches/tables.ts'
import type { OutsideTables } from './outside/tables.ts'
import type { DocumentState } from './states.ts'
import type { MediaKind } from './reading/types.ts'

type Json<T> = ColumnType<T, string, string>

export interface DocumentTable {
  organisation_id: string
  id: string
  file_id: string
  digest: Buffer
  name: string
  media_kind: MediaKind | null
  media_type: string | null
  state: DocumentState
  state_before: DocumentState | null
  received_at: Temporal.Instant
  arrived_by: Arrival
  arrived_from: string | null
  parent_id: string | null
  depth: Generated<number>
  kind: Generated<DocumentKind>
  sender_id: string | null
  sender_name: string | null
  addressee: string | null
  number: string | null
  subject: string | null
  issued_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
  period_from: Temporal.PlainDate | null
  period_to: Temporal.PlainDate | null
  valid_until: Temporal.PlainDate | null
  currency: string | null
  net_minor: bigint | null
  vat_minor: bigint | null
  total_minor: bigint | null
  iban: string | null
  account: string | null
  reference: string | null
  order_number: string | null
  page_count: number | null
  language: string | null
  text: Generated<string>
  reading_id: string | null
  read_at: Temporal.Instant | null
  read_error: string | null
  read_error_data: ColumnType<Record<string, string | number> | null, string | null, string | null>
  warnings: ColumnType<readonly { name: string; data?: Record<string, string | number> }[], string | undefined, string>
  sure: Generated<boolean>
  doubts: Generated<number>
  duplicate_of: string | null
  duplicate_by: DuplicateSign | null
  duplicate_settled: Generated<boolean>
  class_code_id: string | null
  keep_until: Temporal.PlainDate | null
  paper_place: string | null
  may_shred: Generated<boolean>
  shred_from: Temporal.PlainDate | null
  shredded_at: Temporal.Instant | null
  shredded_by: string | null
  set_aside_until: Temporal.PlainDate | null
  confirmed_at: Temporal.Instant | null
  confirmed_by: string | null
  task_key: string | null
  unlocked_file_id: string | null
  own_kind_id: string | null
  page_plan: ColumnType<PagePlan | null, string | null | undefined, string | null>
  archive_number: number | null
}

export interface PageTable {
  organisation_id: string
  document_id: string
  number: number
  width: number
  height: number
  turn: number
  skew: number
  source: 'text-layer' | 'ocr' | 'flow'
  words: Buffer
  /** Its page in the file; null: the same number. */
  origin: ColumnType<number | null, number | null | undefined>
  turned: ColumnType<0 | 90 | 180 | 270, 0 | 90 | 180 | 270 | undefined>
  blank: Generated<boolean>
}

export interface LeftPageTable {
  organisation_id: string
  document_id: string
  origin: number
  width: number
  height: number
  turn: number
  turned: 0 | 90 | 180 | 270
  skew: number
  source: 'text-layer' | 'ocr' | 'flow'
  words: Buffer
  text: string
  blank: boolean
}

export interface ReplacementTable {
  organisation_id: string
  old_id: string
  new_id: string
  position: number
  pages: number[]
  back: Generated<boolean>
}

export interface MarkTable {
  organisation_id: string
  token: string
  kind: 'separator' | 'label'
  class_code_id: string | null
  matter_id: string | null
  made_at: Temporal.Instant
  made_by: string
}

export interface LabelRunTable {
  organisation_id: string
  id: string
  first_number: number
  last_number: number
  format: LabelFormat
  made_at: Temporal.Instant
  made_by: string
}

export interface StoredAlternative {
  value: string
  confidence: number
  page: number | null
  box: number[] | null
}

export interface FieldTable {
  organisation_id: string
  document_id: string
  name: FieldName
  value: string
  page: number | null
  box: number[] | null
  confidence: number
  sure: boolean
  reasons: string[]
  alternatives: Json<StoredAlternative[]>
  corrected: Generated<boolean>
  corrected_from: string | null
  lesson_id: string | null
}

export interface SheetTable {
  organisation_id: string
  document_id: string
  position: number
  name: string
  rows: number
  columns: number
  cut: boolean
  cells: Buffer
}

export interface ClassCodeTable {
  organisation_id: string
  id: string
  code: string
  name: string
  retention_years: number | null
  retention_from: RetentionStart
  class: number
  retired: Generated<boolean>
  retention_basis: string | null
  retention_then: Generated<RetentionEnd>
}

export interface IntakeRuleTable {
  organisation_id: string
  id: string
  kind: DocumentKind
  makes_task: boolean
  title: string | null
  owner_id: string | null
  role: string | null
  days_before_due: number | null
  days_after_arrival: number | null
  urgency: Urgency
  if_late: Consequence
  effort_minutes: number
  class_code_id: string | null
  class: number | null
  proposes_discard: boolean
}

export interface BacklogTable {
  follow: Generated<boolean>
  organisation_id: string
  id: string
  name: string
  state: BacklogState
  file_id: string | null
  folder: string | null
  run_id: string | null
  class: number
  begun_by: string
  begun_at: Temporal.Instant
  accepted_by: string | null
  running_since: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  problem: string | null
  files: Generated<number>
  bytes: Generated<bigint>
  done: Generated<number>
  same: Generated<number>
  left_out: Generated<number>
  documents: Generated<number>
  unreadable: Generated<number>
}

export interface BacklogFolderTable {
  organisation_id: string
  backlog_id: string
  path: string
  files: number
  left_out: Generated<boolean>
  class_code_id: string | null
  new_code: string | null
  new_name: string | null
}

export interface BacklogFileTable {
  organisation_id: string
  backlog_id: string
  path: string
  document_id: string | null
  outcome: 'taken' | 'same' | 'left-out'
  reason: string | null
}

export interface DocumentsTables extends KeepingTables, FolderTables, MailboxTables, LearningTables, SearchTables, OwnKindTables, OutsideTables {
  'documents.backlog': BacklogTable
  'documents.backlog_folder': BacklogFolderTable
  'documents.backlog_file': BacklogFileTable
  /** The published view: papers that bear an amount. */
  'documents.permit_fact': Pick<
    DocumentTable,
    'organisation_id' | 'sender_id' | 'issued_on' | 'valid_until' | 'number'
  > & { document_id: string }
  /** The published view: what was read on a paper, and whether it looks like another. */
  'documents.receipt_fact': Pick<
    DocumentTable,
    | 'organisation_id'
    | 'state'
    | 'sender_name'
    | 'issued_on'
    | 'total_minor'
    | 'vat_minor'
    | 'currency'
    | 'duplicate_of'
    | 'read_at'
  > & {
    document_id: string
    kind: DocumentKind
    duplicate_settled: boolean
    pages: number | null
    words: string
  }
  'documents.amount_fact': Pick<DocumentTable, 'organisation_id' | 'state' | 'due_on' | 'issued_on'> & {
    document_id: string
    kind: DocumentKind
    total_minor: bigint
    currency: string
  }
  /** The published view: what came in as a file that may be a mail. */
  'documents.mail_fact': Pick<DocumentTable, 'organisation_id' | 'digest' | 'name' | 'arrived_by' | 'state'> & {
    document_id: string
  }
  /** The published view: where a paper's bytes lie. */
  'documents.signable_fact': Pick<
    DocumentTable,
    | 'organisation_id'
    | 'state'
    | 'media_kind'
    | 'page_count'
    | 'archive_number'
    | 'arrived_by'
    | 'digest'
    | 'sender_id'
    | 'name'
  > & { document_id: string; file_digest: Buffer }
  'documents.scanned_fact': Pick<
    DocumentTable,
    | 'organisation_id'
    | 'name'
    | 'subject'
    | 'sender_id'
    | 'sender_name'
    | 'arrived_by'
    | 'arrived_from'
    | 'received_at'
    | 'page_count'
    | 'state'
  > & { document_id: string }
  'documents.paper_fact': Pick<DocumentTable, 'organisation_id' | 'name'> & {
    document_id: string
    media_type: string
    digest: Buffer
    size_bytes: bigint
  }
  /** The published view: confirmed papers that ask for money. */
  'documents.payable_fact': Pick<
    DocumentTable,
    | 'organisation_id'
    | 'sender_id'
    | 'sender_name'
    | 'number'
    | 'issued_on'
    | 'due_on'
    | 'period_from'
    | 'period_to'
    | 'currency'
    | 'net_minor'
    | 'vat_minor'
    | 'total_minor'
    | 'iban'
    | 'account'
    | 'reference'
    | 'order_number'
    | 'received_at'
    | 'file_id'
    | 'media_kind'
    | 'name'
  > & { document_id: string; kind: DocumentKind; payment_entity: string | null }
  'documents.document': DocumentTable
  'documents.sheet': SheetTable
  'documents.page': PageTable
  'documents.left_page': LeftPageTable
  'documents.replacement': ReplacementTable
  'documents.mark': MarkTable
  'documents.label_run': LabelRunTable
  'documents.field': FieldTable
  'documents.class_code': ClassCodeTable
  'documents.intake_rule': IntakeRuleTable
  'documents.band': { organisation_id: string; band: bigint; document_id: string }
}
