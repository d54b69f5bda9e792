/** Notifications' own tables, as migrations/0111-notifications.sql makes them. */
import type { ColumnType, Generated } from 'kysely'
import type { DigestState, Urgency } from './contract/shapes.ts'

export interface NotificationsTables {
  'notifications.notice': {
    organisation_id: string
    id: string
    principal_id: string
    key: string
    urgency: Urgency
    title_key: string
    params: ColumnType<unknown, string | undefined, string>
    record_id: string | null
    reminder: Generated<boolean>
    times: Generated<number>
    told_at: Temporal.Instant
    read_at: Temporal.Instant | null
    mailed_at: Temporal.Instant | null
  }
  'notifications.digest': {
    organisation_id: string
    principal_id: string
    on_day: Temporal.PlainDate
    state: DigestState
    opened_at: Temporal.Instant
    settled_at: Temporal.Instant | null
  }
  'notifications.browser': {
    organisation_id: string
    id: string
    principal_id: string
    endpoint: string
    p256dh: string
    auth: string
    name: string
    since_at: Temporal.Instant
  }
  'notifications.browser_fact': {
    organisation_id: string
    principal_id: string
    browser_id: string
    endpoint: string
    p256dh: string
    auth: string
  }
}
