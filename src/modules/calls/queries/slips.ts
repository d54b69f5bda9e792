import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { recordsFor, visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { numberDialled, numberShown } from '../numbers/shown.ts'
import type { SlipRow } from '../rows.ts'
import { newestFirst } from './newest.ts'

type Namer = ReturnType<typeof naming>

const from = (view: View) => sql`
  from ${visibleRecords(view, 'slip').selectAll()} r
  join calls.slip s on s.organisation_id = ${view.office.id} and s.id = r.id`

/** Whoever acts for somebody sees their slips as theirs. */
const mine = (view: View) => [view.principal.id, ...(view.principal.onBehalfOf ? [view.principal.onBehalfOf.id] : [])]

const lineOf = (view: View, row: SlipRow, name: Namer) => ({
  caller: row.caller,
  number: numberShown(row.number, view.office.country),
  about: row.about,
  body: row.body,
  wish: row.wish,
  urgent: row.urgent,
  for: name(row.for_id),
  takenBy: name(row.taken_by_id),
  takenAt: row.taken_at,
  callBackAt: row.call_back_at,
})

export const listSlipsBody = implementQuery(c.listSlips, async (view, input) => {
  const me = sql`${mine(view)}::uuid[]`
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (input.box === 'mine') conditions.push(sql`(s.for_id = any(${me}) or s.also_ids && ${me})`)
  if (input.box === 'taken') conditions.push(sql`s.taken_by_id = any(${me})`)
  conditions.push(input.states?.length ? sql`s.state = any(${input.states}::text[])` : sql`s.state <> 'withdrawn'`)
  if (input.forId) conditions.push(sql`s.for_id = ${input.forId}`)
  if (input.partyId) conditions.push(sql`s.party_id = ${input.partyId}`)
  if (input.text)
    conditions.push(sql`position(lower(${input.text}) in lower(concat_ws(' ', r.title, s.number, s.body))) > 0`)
  const lines = sql`(select s.*, r.title, r.class, r.version::int as version, ${newestFirst(sql`s.taken_at`)} as place ${from(view)}
    where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<SlipRow & { place: string }>(view, lines, 'place', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => [row.for_id, row.taken_by_id]),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      ...lineOf(view, row, name),
    })),
    ...slice,
  }
})

interface SoundRow {
  readonly digest: Buffer
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly plays: boolean
  readonly seconds: number | null
}

async function soundOf(view: View, id: string): Promise<SoundRow | null> {
  const { rows } = await sql<SoundRow>`
    select digest, name, media_type as "mediaType", size_bytes as "sizeBytes", plays, seconds from calls.voicemail
    where organisation_id = ${view.office.id} and slip_id = ${id}`.execute(view.db())
  return rows[0] ?? null
}

const soundShown = (sound: SoundRow | null) =>
  sound && { name: sound.name, mediaType: sound.mediaType, plays: sound.plays, seconds: sound.seconds }

export const getSoundBody = implementQuery(c.getSound, async (view, { id }) => {
  const { rows } = await sql<{ class: number }>`
    select r.class from ${visibleRecords(view, 'slip').selectAll()} r where r.id = ${id}`.execute(view.db())
  const sound = rows[0] && (await soundOf(view, id))
  if (!sound) return view.refuse(kernelRefusals.notFound, { kind: 'slip', id })
  return { record: { id, class: rows[0]!.class }, ...sound, digest: sound.digest.toString('hex') }
})

export const getSlipBody = implementQuery(c.getSlip, async (view, { id }) => {
  const { rows } = await sql<SlipRow>`
    select s.*, r.title, r.class, r.version::int as version ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'slip', id })
  const name = naming(
    await namesOf(view, [row.for_id, row.taken_by_id, row.party_id, row.call_id, row.read_by_id, ...row.also_ids]),
  )
  const isMine = mine(view).some(one => one === row.for_id || row.also_ids.includes(one))
  return {
    record: { id, kind: 'slip', title: row.title, class: row.class, version: row.version, state: row.state },
    ...lineOf(view, row, name),
    dial: row.number && numberDialled(row.number, view.office.country),
    also: row.also_ids.flatMap(one => name(one) ?? []),
    party: name(row.party_id),
    call: name(row.call_id),
    readBy: name(row.read_by_id),
    readAt: row.read_at,
    doneAt: row.done_at,
    outcome: row.outcome,
    private: row.private,
    sound: soundShown(await soundOf(view, id)),
    nextAt: row.next_at,
    yours: isMine && row.state === 'unread',
    can: whatCan(view, row),
  }
})

function whatCan(view: View, row: SlipRow) {
  const input = { id: row.id, expectedVersion: row.version }
  if (row.state === 'done' || row.state === 'withdrawn') return can(view, c.reopenSlip, input, { primary: true })
  return [
    ...can(view, c.finishSlip, input, { primary: true }),
    ...can(view, c.handOverSlip, input),
    ...can(view, c.changeSlip, input),
    ...(row.state === 'unread' ? can(view, c.withdrawSlip, input) : []),
  ]
}

export const dueSlipsBody = implementQuery(c.dueSlips, async view => {
  const { rows } = await sql<{ id: string; step: number }>`
    select s.id, s.step + 1 as step from ${recordsFor(view, 'slip')} r
    join calls.slip s on s.organisation_id = ${view.office.id} and s.id = r.id
    where s.next_at < ${view.at.subtract({ minutes: 1 })} order by s.next_at limit 100`.execute(view.db())
  return { rows }
})
