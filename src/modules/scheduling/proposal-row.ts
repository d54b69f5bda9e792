import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import type { Language } from '../../kernel/language/catalogue.ts'
import type { MailState, ProposalState, ProposalWay, Vote } from './contract.ts'

type At = Pick<Act | View, 'office' | 'db'>

export interface ProposalRow {
  readonly id: string
  readonly way: ProposalWay
  readonly state: ProposalState
  readonly organiser_id: string
  readonly minutes: number
  readonly zone: string
  readonly note: string
  readonly place_id: string | null
  readonly must: readonly string[]
  readonly may: readonly string[]
  readonly answer_until: Temporal.Instant
  readonly hold_id: string | null
  readonly event_id: string | null
  readonly chosen_id: string | null
  readonly document_ids: readonly string[]
  readonly title: string
}

export interface TimeRow {
  readonly id: string
  readonly start_at: Temporal.Instant
  readonly end_at: Temporal.Instant
}

export interface InviteeRow {
  readonly id: string
  readonly proposal_id: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly mail: MailState
  readonly mail_error: string | null
  readonly reminded_at: Temporal.Instant | null
  readonly answered_at: Temporal.Instant | null
  readonly note: string
}

export interface VoteRow {
  readonly time_id: string
  readonly invitee_id: string
  readonly says: Vote
}

/** Of a record that is there; an act that decides by its state locks the row, so that what ends by itself does not end meanwhile. */
export async function proposalOf(at: At, id: string, locked = false): Promise<ProposalRow> {
  const { rows } = await sql<ProposalRow>`
    select p.*, r.title from scheduling.proposal p
    join kernel.record r on r.organisation_id = p.organisation_id and r.id = p.id
    where p.organisation_id = ${at.office.id} and p.id = ${id} ${sql.raw(locked ? 'for update of p' : '')}`.execute(
    at.db(),
  )
  return rows[0]!
}

export async function timesOf(at: At, id: string): Promise<TimeRow[]> {
  const { rows } = await sql<TimeRow>`
    select id, start_at, end_at from scheduling.proposed_time
    where organisation_id = ${at.office.id} and proposal_id = ${id} order by start_at`.execute(at.db())
  return rows
}

export async function inviteesOf(at: At, id: string): Promise<InviteeRow[]> {
  const { rows } = await sql<InviteeRow>`
    select * from scheduling.invitee
    where organisation_id = ${at.office.id} and proposal_id = ${id} order by name, id`.execute(at.db())
  return rows
}

/** Whose link it is, whichever proposal it is of. */
export async function inviteeOf(at: At, id: string): Promise<InviteeRow | undefined> {
  const { rows } = await sql<InviteeRow>`
    select * from scheduling.invitee where organisation_id = ${at.office.id} and id = ${id}`.execute(at.db())
  return rows[0]
}

export async function votesOf(at: At, id: string): Promise<VoteRow[]> {
  const { rows } = await sql<VoteRow>`
    select time_id, invitee_id, says from scheduling.vote
    where organisation_id = ${at.office.id} and proposal_id = ${id}`.execute(at.db())
  return rows
}

export async function mainCalendarOf(at: At, principalId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select calendar_id as id from calendar.calendar_fact
    where organisation_id = ${at.office.id} and owner_id = ${principalId} and type = 'main'`.execute(at.db())
  return rows[0]?.id ?? null
}
