/** The tables of the calendar, as migrations/0280-calendar.sql makes them. */
import type { ColumnType, Generated } from 'kysely'
import type { DayLayout } from './contract/day-commands.ts'
import type { serviceKinds, serviceStates } from './contract/service-commands.ts'
import type {
  Answer,
  CalendarType,
  colours,
  Degree,
  EveryoneDegree,
  guestRoles,
  Laying,
  placeTypes,
  Privacy,
  ShowAs,
  Status,
} from './contract/shapes.ts'

type Instant = Temporal.Instant

export interface CalendarTable {
  organisation_id: string
  id: string
  type: CalendarType
  owner_id: string | null
  owner_role_id: string | null
  colour: (typeof colours)[number]
  zone: string
  everyone: EveryoneDegree
  horizon_months: number
  change_no: Generated<bigint>
  retired_at: Instant | null
}

export interface ShareTable {
  organisation_id: string
  calendar_id: string
  with_id: string
  degree: Degree
}

export interface PlaceTable {
  organisation_id: string
  id: string
  type: (typeof placeTypes)[number]
  seats: number | null
  equipment: string[]
  site: string | null
  description: string | null
  picture_ids: string[]
  keeper_id: string | null
  keeper_role_id: string | null
  bookable_by: string[]
  longest_minutes: number | null
  ahead_days: number | null
  needs_approval: boolean
  release_minutes: number | null
  setup_minutes: number
  cleanup_minutes: number
  show_titles: boolean
}

export interface EventTable {
  organisation_id: string
  id: string
  uid: string
  sequence: number
  home_id: string
  all_day: boolean
  start_local: string
  end_local: string
  zone: string | null
  rule: string | null
  added: string[]
  left_out: string[]
  place: string | null
  notes: string | null
  category: string | null
  privacy: Privacy
  show_as: ShowAs
  status: Status
  setup_minutes: number
  cleanup_minutes: number
  travel_before_minutes: number
  travel_after_minutes: number
  conference_url: string | null
  document_ids: string[]
  organiser_id: string | null
  sent_by_id: string | null
  organiser_email: string | null
  organiser_name: string | null
  split_from_id: string | null
  laid_from: Instant | null
  laid_until: Instant | null
  zones_edition: string
}

export interface InstanceTable {
  organisation_id: string
  event_id: string
  recurrence: string
  change: ColumnType<unknown, string, string>
}

export interface GuestTable {
  organisation_id: string
  event_id: string
  position: number
  principal_id: string | null
  calendar_id: string | null
  email: string | null
  name: string | null
  party_id: string | null
  role: (typeof guestRoles)[number]
  answer: Answer
  note: string | null
  answered_at: Instant | null
}

export interface PlacingTable {
  organisation_id: string
  event_id: string
  calendar_id: string
  laying: Laying
  href: string
  etag: string
  change_no: bigint
  reminders: number[]
  waiting: boolean
  ics: string
  from_at: Instant
  until_at: Instant | null
}

export interface HoldTable {
  organisation_id: string
  id: string
  title: string
  by_id: string
  until_at: Instant
}

export interface OccurrenceTable {
  organisation_id: string
  calendar_id: string
  source_id: string
  recurrence: string
  event_id: string | null
  hold_id: string | null
  start_at: Instant
  end_at: Instant
  from_day: Temporal.PlainDate | null
  until_day: Temporal.PlainDate | null
  blocks: string
  show_as: ShowAs
  exclusive: boolean
  checked_in_at: Instant | null
}

type EventColumns = 'uid' | 'privacy' | 'status' | 'all_day'

/** What other modules read. */
interface PublishedTables {
  'calendar.reader_fact': { organisation_id: string; calendar_id: string; audience_id: string; degree: Degree }
  'calendar.occurrence_fact': Pick<
    OccurrenceTable,
    | 'organisation_id'
    | 'calendar_id'
    | 'event_id'
    | 'hold_id'
    | 'recurrence'
    | 'start_at'
    | 'end_at'
    | 'from_day'
    | 'until_day'
    | 'blocks'
    | 'show_as'
    | 'exclusive'
    | 'checked_in_at'
  > & { [C in EventColumns]: EventTable[C] | null } & {
    laying: Laying | null
    waiting: boolean | null
    repeats: boolean | null
  }
  'calendar.busy_fact': Pick<
    OccurrenceTable,
    'organisation_id' | 'calendar_id' | 'start_at' | 'end_at' | 'blocks' | 'show_as' | 'event_id' | 'hold_id'
  >
  'calendar.calendar_fact': Pick<
    CalendarTable,
    | 'organisation_id'
    | 'type'
    | 'owner_id'
    | 'owner_role_id'
    | 'colour'
    | 'zone'
    | 'everyone'
    | 'horizon_months'
    | 'retired_at'
  > & { calendar_id: string; change_no: bigint }
  'calendar.place_fact': Pick<
    PlaceTable,
    | 'organisation_id'
    | 'type'
    | 'seats'
    | 'equipment'
    | 'site'
    | 'keeper_id'
    | 'keeper_role_id'
    | 'bookable_by'
    | 'longest_minutes'
    | 'ahead_days'
    | 'needs_approval'
    | 'setup_minutes'
    | 'cleanup_minutes'
    | 'show_titles'
  > &
    Pick<CalendarTable, 'zone' | 'retired_at'> & { calendar_id: string }
  'calendar.guest_fact': GuestTable
  'calendar.event_fact': Pick<
    EventTable,
    | 'organisation_id'
    | 'uid'
    | 'sequence'
    | 'home_id'
    | 'all_day'
    | 'start_local'
    | 'end_local'
    | 'zone'
    | 'rule'
    | 'status'
    | 'privacy'
    | 'organiser_id'
    | 'sent_by_id'
    | 'organiser_email'
    | 'organiser_name'
    | 'split_from_id'
    | 'laid_until'
  > & { event_id: string }
  'calendar.object_fact': Pick<
    PlacingTable,
    | 'organisation_id'
    | 'calendar_id'
    | 'href'
    | 'etag'
    | 'change_no'
    | 'event_id'
    | 'laying'
    | 'ics'
    | 'from_at'
    | 'until_at'
  >
  /** Published by scheduling's migration. */
  'calendar.category_fact': { organisation_id: string; event_id: string; category: string }
  'calendar.gone_fact': { organisation_id: string; calendar_id: string; href: string; change_no: bigint }
  'calendar.school_choice_fact': {
    organisation_id: string
    principal_id: string
    from_on: Temporal.PlainDate
    until_on: Temporal.PlainDate
  }
  'calendar.service_cost_fact': {
    organisation_id: string
    service_id: string
    event_id: string
    kind: (typeof serviceKinds)[number]
    what: string
    start_at: Instant
    currency: string
    cost_minor: bigint
    cost_centre: string | null
    state: (typeof serviceStates)[number]
  }
  'calendar.hold_fact': Pick<HoldTable, 'organisation_id' | 'title' | 'by_id' | 'until_at'> & { hold_id: string }
}

export interface CalendarTables extends PublishedTables {
  'calendar.calendar': CalendarTable
  'calendar.share': ShareTable
  'calendar.place': PlaceTable
  'calendar.event': EventTable
  'calendar.instance': InstanceTable
  'calendar.guest': GuestTable
  'calendar.placing': PlacingTable
  'calendar.gone': { organisation_id: string; calendar_id: string; href: string; change_no: bigint }
  'calendar.hold': HoldTable
  'calendar.occurrence': OccurrenceTable
  'calendar.service': {
    organisation_id: string
    id: string
    event_id: string
    recurrence: string | null
    place_id: string | null
    kind: (typeof serviceKinds)[number]
    what: string
    heads: number | null
    diets: string | null
    offset_minutes: number
    start_at: Instant
    responsible_id: string | null
    currency: string | null
    cost_minor: bigint | null
    cost_centre: string | null
    state: (typeof serviceStates)[number]
    edition: number
    by_id: string
  }
  'calendar.birthday': { organisation_id: string; of_id: string; month: number; day: number }
  'calendar.school_calendar': {
    organisation_id: string
    id: string
    country: string
    region: string | null
    layout: DayLayout | null
    retired_at: Instant | null
  }
  'calendar.school_day': {
    organisation_id: string
    calendar_id: string
    from_on: Temporal.PlainDate
    until_on: Temporal.PlainDate
    title: string
  }
  'calendar.day_choice': {
    organisation_id: string
    principal_id: string
    holidays: boolean
    countries: string[]
    schools: string[]
    birthdays: boolean
  }
  'calendar.school_choice': { organisation_id: string; principal_id: string; calendar_id: string }
  'calendar.reminded': {
    organisation_id: string
    principal_id: string
    event_id: string
    recurrence: string
    minutes: number
    start_at: Instant
  }
  'calendar.event_place_fact': Pick<EventTable, 'organisation_id' | 'place'> & { event_id: string }
}
