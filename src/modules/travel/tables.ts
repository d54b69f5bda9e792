/** The tables of travel, as migrations/0360-travel.sql makes them. */
import type { Generated } from 'kysely'
import type {
  Approval,
  contactSorts,
  CostKind,
  daysShown,
  IdentitySort,
  KeptState,
  Mode,
  paidBys,
  PaperSort,
  thingSorts,
} from './contract/shapes.ts'

type Moment = Temporal.Instant
type Day = Temporal.PlainDate

export interface TripTable {
  organisation_id: string
  id: string
  state: KeptState
  starts_on: Day
  ends_on: Day
  destination: string | null
  country: string | null
  purpose: Generated<string>
  arranger_id: string | null
  created_by_id: string
  cost_centre: string | null
  budget_minor: bigint | null
  budget_currency: string | null
  days_as: Generated<(typeof daysShown)[number]>
  visa_for: Generated<string[]>
  approved_at: Moment | null
  approved_by_id: string | null
  doubtful_at: Moment | null
}

export interface TravellerTable {
  organisation_id: string
  trip_id: string
  person_id: string
  position: number
}

export interface LegTable {
  organisation_id: string
  trip_id: string
  id: string
  mode: Mode
  from_place: string
  from_zone: string
  departs: string
  departs_at: Moment
  to_place: string
  to_zone: string
  arrives: string
  arrives_at: Moment
  to_country: string | null
  carrier: string | null
  number: string | null
  seat: string | null
  reference: string | null
  kilometres: number | null
  note: string
}

export interface StayTable {
  organisation_id: string
  trip_id: string
  id: string
  name: string
  address: string | null
  zone: string
  check_in: string
  check_in_at: Moment
  check_out: string
  check_out_at: Moment
  country: string | null
  reference: string | null
  phone: string | null
  note: string
}

export interface VisitTable {
  organisation_id: string
  trip_id: string
  event_id: string
}

export interface EntryTable {
  organisation_id: string
  trip_id: string
  item_id: string
  person_id: string
  event_id: string
  digest: string
}

export interface ThingTable {
  organisation_id: string
  trip_id: string
  position: number
  text: string
  sort: (typeof thingSorts)[number]
  done: boolean
}

export interface ContactTable {
  organisation_id: string
  trip_id: string
  position: number
  name: string
  phone: string
  what: string | null
  sort: (typeof contactSorts)[number]
}

export interface PaperTable {
  organisation_id: string
  trip_id: string
  document_id: string
  what: PaperSort
  item_id: string | null
}

export interface CostTable {
  organisation_id: string
  trip_id: string
  position: number
  kind: CostKind
  what: string
  currency: string
  planned_minor: bigint | null
  actual_minor: bigint | null
  paid_by: (typeof paidBys)[number]
  on_day: Day | null
  document_id: string | null
}

export interface ClaimTable {
  organisation_id: string
  trip_id: string
  person_id: string
  report_id: string
}

export interface MessageTable {
  organisation_id: string
  trip_id: string
  id: string
  event_id: string
  name: string
  email: string
  language: string
  was: string
  now: string
  sent_at: Moment | null
}

export interface PolicyTable {
  organisation_id: string
  approval: Approval
}

export interface IdentityTable {
  organisation_id: string
  id: string
  person_id: string
  sort: IdentitySort
  country: string | null
  number: string | null
  issued_on: Day | null
  expires_on: Day | null
  remind_days: number
  reader_ids: string[]
  note: string
  document_id: string | null
  removed_at: Moment | null
  raised_on: Day | null
}

export interface TripFactView {
  organisation_id: string
  trip_id: string
  person_id: string
  state: KeptState
  starts_on: Day
  ends_on: Day
  destination: string | null
  country: string | null
}

export interface TravelTables {
  'travel.trip': TripTable
  'travel.traveller': TravellerTable
  'travel.leg': LegTable
  'travel.stay': StayTable
  'travel.visit': VisitTable
  'travel.entry': EntryTable
  'travel.thing': ThingTable
  'travel.contact': ContactTable
  'travel.paper': PaperTable
  'travel.cost': CostTable
  'travel.claim': ClaimTable
  'travel.message': MessageTable
  'travel.policy': PolicyTable
  'travel.identity': IdentityTable
  'travel.trip_fact': TripFactView
}
