import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'

interface Server {
  readonly address: string
  readonly domain: string
  readonly stun: string | null
  readonly turn: string | null
  readonly turnUsername: string | null
  readonly echo: string | null
  readonly voicemail: string | null
}

async function serverOf(view: View): Promise<Server | null> {
  const { rows } = await sql<Server>`
    select address, domain, stun, turn, turn_username as "turnUsername", echo, voicemail from calls.phone_server
    where organisation_id = ${view.office.id}`.execute(view.db())
  return rows[0] ?? null
}

export const getPhoneBody = implementQuery(c.getPhone, async view => {
  const server = await serverOf(view)
  const { rows } = await sql<{ username: string }>`
    select username from calls.phone_account
    where organisation_id = ${view.office.id} and person_id = ${view.principal.id}`.execute(view.db())
  const { address, domain, echo, voicemail } = server ?? {}
  return {
    server: address && domain ? { address, domain, echo: echo ?? null, voicemail: voicemail ?? null } : null,
    username: rows[0]?.username ?? null,
  }
})

export const getPhoneServerBody = implementQuery(c.getPhoneServer, async view => ({ server: await serverOf(view) }))

export const listPhonesBody = implementQuery(c.listPhones, async (view, input) => {
  const matching = input.text
    ? sql`and position(lower(${input.text}) in lower(concat_ws(' ', r.title, a.username))) > 0`
    : sql``
  const lines = sql`(
    select a.person_id as id, a.username, lower(r.title) as place from calls.phone_account a
    join ${visibleRecords(view, 'principal').selectAll()} r on r.id = a.person_id
    where a.organisation_id = ${view.office.id} ${matching}) l`
  const { shown, ...slice } = await sliceOf<{ id: string; username: string; place: string }>(
    view,
    lines,
    'place',
    'text',
    input,
  )
  const name = naming(
    await namesOf(
      view,
      shown.map(({ id }) => id),
    ),
  )
  return {
    rows: shown.flatMap(({ id, username }) => {
      const person = name(id)
      return person ? [{ id, person, username }] : []
    }),
    ...slice,
  }
})
