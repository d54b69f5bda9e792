/** The tables of visitors. Made from the database by `npm run generate`: change a migration, not this file. */
import type { ColumnType, Generated } from 'kysely'

export interface DoorKeyTable {
  organisation_id: string
  id: string
  type: 'key' | 'card' | 'other'
  number: string | null
  note: Generated<string>
  state: 'in' | 'lent' | 'lost'
}

export interface HeldParcelTable {
  organisation_id: string
  id: string
  state: 'waiting' | 'collected' | 'returned'
  sender: Generated<string>
  for_id: string | null
  for_name: string
  count: number
  place: Generated<string>
  came_at: Temporal.Instant
  entry_id: string | null
  reminded_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  collected_by: string | null
  strokes: string | null
}

export interface KioskTable {
  organisation_id: string
  id: string
  site: Generated<string>
  made_by_id: string
  revoked_at: Temporal.Instant | null
}

export interface LoanTable {
  organisation_id: string
  id: string
  key_id: string
  to_id: string | null
  to_name: string
  due_at: Temporal.Instant
  lent_at: Temporal.Instant
  lent_by_id: string
  returned_at: Temporal.Instant | null
  reminded_at: Temporal.Instant | null
}

export interface PhotoTable {
  organisation_id: string
  visitor_id: string
  jpeg: Buffer
}

export interface RollTable {
  organisation_id: string
  id: string
  began_at: Temporal.Instant
  began_by_id: string
  ended_at: Temporal.Instant | null
  missing: number | null
}

export interface RollPersonTable {
  organisation_id: string
  roll_id: string
  person_id: string
  state: 'in' | 'meeting' | 'lunch'
  said: boolean
}

export interface SettingsTable {
  organisation_id: string
  address: Generated<string>
  reception_id: string | null
  hosts: 'all' | 'expected' | 'none'
  photo: boolean
  welcome: boolean
  remind_minutes: number
  keep_days: number
  rules: ColumnType<unknown, string | undefined, string>
  agreement: ColumnType<unknown, string | undefined, string>
  directions: ColumnType<unknown, string | undefined, string>
}

export interface SignatureTable {
  organisation_id: string
  visitor_id: string
  what: 'rules' | 'agreement'
  words: string
  language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'
  strokes: string
  signed_at: Temporal.Instant
  document_id: string | null
}

export interface SlipTable {
  organisation_id: string
  id: string
  number: number
  what: 'parking' | 'wifi'
  visitor_id: string
  plate: string | null
  valid_until: Temporal.Instant
  issued_at: Temporal.Instant
  issued_by_id: string
}

export interface TallyTable {
  organisation_id: string
  day: Temporal.PlainDate
  came: number
  missed: number
}

export interface TickTable {
  organisation_id: string
  roll_id: string
  person_id: string
  at: Temporal.Instant
  by_id: string
}

export interface VisitorTable {
  organisation_id: string
  id: string
  state: 'expected' | 'waiting' | 'received' | 'gone' | 'missed' | 'cancelled'
  source: 'calendar' | 'person' | 'desk' | 'kiosk'
  name: string
  company: string | null
  email: string | null
  phone: string | null
  language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'
  name_key: string
  party_id: string | null
  host_id: string | null
  event_id: string | null
  recurrence: string | null
  guest: string | null
  day: Temporal.PlainDate
  start_at: Temporal.Instant
  end_at: Temporal.Instant | null
  place: string | null
  about: Generated<string>
  plate: string | null
  code: string
  entry_id: string | null
  kiosk_id: string | null
  badge_no: number | null
  ticket: number | null
  called_at: Temporal.Instant | null
  arrived_at: Temporal.Instant | null
  received_at: Temporal.Instant | null
  left_at: Temporal.Instant | null
  dropped: Generated<boolean>
  forgot: Generated<boolean>
  told_times: Generated<number>
  told_at: Temporal.Instant | null
  welcomed_at: Temporal.Instant | null
  made_at: Temporal.Instant
}

export interface VoucherTable {
  organisation_id: string
  id: string
  code: string
  slip_id: string | null
}

export interface VisitorsTables {
  'visitors.door_key': DoorKeyTable
  'visitors.held_parcel': HeldParcelTable
  'visitors.kiosk': KioskTable
  'visitors.loan': LoanTable
  'visitors.photo': PhotoTable
  'visitors.roll': RollTable
  'visitors.roll_person': RollPersonTable
  'visitors.settings': SettingsTable
  'visitors.signature': SignatureTable
  'visitors.slip': SlipTable
  'visitors.tally': TallyTable
  'visitors.tick': TickTable
  'visitors.visitor': VisitorTable
  'visitors.voucher': VoucherTable
}
