/** The tables of this module, and what calendar and directory publish, as migrations make them. */
type Instant = Temporal.Instant

export interface CaldavTables {
  /** What programs keep with us: colours and names of one's own, whatever else they set. */
  'caldav.property': { organisation_id: string; principal_id: string; target: string; name: string; value: string }
  /** The name a program gave a calendar when it made it. */
  'caldav.alias': { organisation_id: string; principal_id: string; slug: string; calendar_id: string }
  'caldav.feed': {
    organisation_id: string
    id: string
    calendar_id: string | null
    days: 'holidays' | 'schools' | 'birthdays' | null
    principal_id: string
    scope: 'full' | 'busy'
    name: string
    made_at: Instant
    revoked_at: Instant | null
  }
  /** A card as a program called it, and what it said that the directory has no place for. */
  'caldav.card': { organisation_id: string; party_id: string; href: string; uid: string; extra: string; changed_at: Instant }
}
