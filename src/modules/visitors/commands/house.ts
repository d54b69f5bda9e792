/** How the house receives people, its kiosks, and the roll call. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague } from '../../../kernel/named.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import { colleaguesInside } from '../../presence/contract.ts'
import * as c from '../contract.ts'
import { type Settings, settingsOf, type Texts } from '../settings.ts'

const stated = (texts: Readonly<Record<string, string | undefined>>): Texts =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) => (text?.trim() ? [[language, text.trim()]] : [])),
  )

/** Only what is given changes. */
function merged(was: Settings, input: ReturnType<typeof c.changeSettings.input.parse>): Settings {
  return {
    address: input.address?.trim() ?? was.address,
    reception_id: input.receptionId === undefined ? was.reception_id : input.receptionId,
    hosts: input.hosts ?? was.hosts,
    photo: input.photo ?? was.photo,
    welcome: input.welcome ?? was.welcome,
    remind_minutes: input.remindMinutes ?? was.remind_minutes,
    keep_days: input.keepDays ?? was.keep_days,
    rules: input.rules ? stated(input.rules) : was.rules,
    agreement: input.agreement ? stated(input.agreement) : was.agreement,
    directions: input.directions ? stated(input.directions) : was.directions,
  }
}

const wireOf = (was: Settings) => ({
  address: was.address,
  receptionId: was.reception_id,
  hosts: was.hosts,
  photo: was.photo,
  welcome: was.welcome,
  remindMinutes: was.remind_minutes,
  keepDays: was.keep_days,
  rules: was.rules,
  agreement: was.agreement,
  directions: was.directions,
})

export const changeSettingsBody = implementCommand(c.changeSettings, {
  load: act => settingsOf(act),
  async run(act, input, was) {
    await requireColleague(act, input.receptionId, c.visitorHostUnknown)
    const next = merged(was, input)
    await sql`
      insert into visitors.settings (organisation_id, address, reception_id, hosts, photo, welcome, remind_minutes, keep_days, rules, agreement, directions)
      values (${act.office.id}, ${next.address}, ${next.reception_id}, ${next.hosts}, ${next.photo}, ${next.welcome}, ${next.remind_minutes},
        ${next.keep_days}, ${JSON.stringify(next.rules)}, ${JSON.stringify(next.agreement)}, ${JSON.stringify(next.directions)})
      on conflict (organisation_id) do update set address = excluded.address, reception_id = excluded.reception_id, hosts = excluded.hosts,
        photo = excluded.photo, welcome = excluded.welcome, remind_minutes = excluded.remind_minutes, keep_days = excluded.keep_days,
        rules = excluded.rules, agreement = excluded.agreement, directions = excluded.directions`.execute(act.db())
    act.emit(c.settingsChanged, {})
    return { output: {}, undo: { command: c.changeSettings.name, input: wireOf(was) } }
  },
})

export const createKioskBody = implementCommand(c.createKiosk, {
  async run(act, { title, site }) {
    const id = await act.createRecord({ kind: 'kiosk', title, class: 1 })
    await sql`
      insert into visitors.kiosk (organisation_id, id, site, made_by_id) values (${act.office.id}, ${id}, ${site?.trim() ?? ''}, ${act.principal.id})`.execute(
      act.db(),
    )
    await keepLinkSecret(act.db())
    act.emit(c.kioskCreated, { id, title }, [id])
    return { output: { id, version: 1 }, undo: { command: c.revokeKiosk.name, input: { id } } }
  },
})

export const revokeKioskBody = implementCommand(c.revokeKiosk, {
  locks: ({ id, expectedVersion }) => [{ kind: 'kiosk', id, expectedVersion }],
  async run(act, { id }) {
    const { numAffectedRows } = await sql`
      update visitors.kiosk set revoked_at = ${act.at} where organisation_id = ${act.office.id} and id = ${id} and revoked_at is null`.execute(
      act.db(),
    )
    if (numAffectedRows === 0n) act.refuse(c.kioskClosed)
    const version = await act.changeRecord(id)
    act.emit(c.kioskRevoked, { id, title: act.locked(id).title }, [id])
    return { output: { id, version } }
  },
})

interface Roll {
  readonly id: string
  readonly began_at: Temporal.Instant
}

async function rollOf(act: Act): Promise<Roll> {
  const { rows } = await sql<Roll>`
    select id, began_at from visitors.roll where organisation_id = ${act.office.id} and ended_at is null for update`.execute(
    act.db(),
  )
  return rows[0] ?? act.refuse(c.rollOver)
}

/** Colleagues who are in stay on the list for as long as the roll call goes on, whatever their calendar says meanwhile. */
async function keepColleagues(act: Act, rollId: string): Promise<void> {
  const inside = await colleaguesInside(act)
  await sql`
    insert into visitors.roll_person (organisation_id, roll_id, person_id, state, said)
    select ${act.office.id}, ${rollId}, l.id, l.state, l.said
    from jsonb_to_recordset(${JSON.stringify(inside)}::jsonb) as l (id uuid, state text, said boolean)`.execute(
    act.db(),
  )
}

export const beginRollBody = implementCommand(c.beginRoll, {
  constraints: { roll_once: c.rollGoesOn },
  async run(act, { at }) {
    const id = act.newId()
    const isLate =
      at && Temporal.Instant.compare(at, act.at) < 0 && Temporal.Instant.compare(at, act.at.subtract({ hours: 24 })) > 0
    await sql`
      insert into visitors.roll (organisation_id, id, began_at, began_by_id) values (${act.office.id}, ${id}, ${isLate ? at : act.at}, ${act.principal.id})`.execute(
      act.db(),
    )
    await keepColleagues(act, id)
    act.emit(c.rollBegun, { id })
    return { output: { id } }
  },
})

/** Whoever is inside, or was when the call began; colleagues besides. */
async function requireOnRoll(act: Act, roll: Roll, personId: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select r.title from kernel.record r where r.organisation_id = ${act.office.id} and r.id = ${personId} and (r.kind = 'principal' or exists (
      select from visitors.visitor v where v.organisation_id = r.organisation_id and v.id = r.id
        and (v.state in ('waiting', 'received') or (v.state = 'gone' and v.left_at > ${roll.began_at}))))`.execute(
    act.db(),
  )
  return rows[0]?.title ?? act.refuse(c.notOnRoll)
}

/** Whoever may not see a guest cannot tick them either. */
const onRoll = (id: string) => [{ kind: ['visitor', 'principal'], id }]

export const tickPersonBody = implementCommand(c.tickPerson, {
  locks: ({ personId }) => onRoll(personId),
  async run(act, { personId, at }) {
    const roll = await rollOf(act)
    const title = await requireOnRoll(act, roll, personId)
    const moment =
      at && Temporal.Instant.compare(at, act.at) < 0 && Temporal.Instant.compare(at, roll.began_at) >= 0 ? at : act.at
    await sql`
      insert into visitors.tick (organisation_id, roll_id, person_id, at, by_id)
      values (${act.office.id}, ${roll.id}, ${personId}, ${moment}, ${act.principal.id}) on conflict do nothing`.execute(
      act.db(),
    )
    act.emit(c.personTicked, { id: personId, title }, [personId])
    return { output: {}, undo: { command: c.untickPerson.name, input: { personId } } }
  },
})

export const untickPersonBody = implementCommand(c.untickPerson, {
  locks: ({ personId }) => onRoll(personId),
  async run(act, { personId }) {
    const roll = await rollOf(act)
    const { rows } = await sql<{ title: string }>`
      delete from visitors.tick t using kernel.record r
      where t.organisation_id = ${act.office.id} and t.roll_id = ${roll.id} and t.person_id = ${personId}
        and r.organisation_id = t.organisation_id and r.id = t.person_id returning r.title`.execute(act.db())
    const [row] = rows
    if (!row) return act.refuse(c.notOnRoll)
    act.emit(c.personUnticked, { id: personId, title: row.title }, [personId])
    return { output: {} }
  },
})

export const endRollBody = implementCommand(c.endRoll, {
  async run(act) {
    const roll = await rollOf(act)
    const { rows } = await sql<{ missing: number }>`
      update visitors.roll set ended_at = ${act.at}, missing = (
        select count(*)::int from (
          select v.id from visitors.visitor v where v.organisation_id = ${act.office.id} and v.state in ('waiting', 'received')
          union all
          select p.person_id from visitors.roll_person p where p.organisation_id = ${act.office.id} and p.roll_id = ${roll.id}) l
        where not exists (
          select from visitors.tick t where t.organisation_id = ${act.office.id} and t.roll_id = ${roll.id} and t.person_id = l.id))
      where organisation_id = ${act.office.id} and id = ${roll.id} returning missing`.execute(act.db())
    const { missing } = rows[0]!
    act.emit(c.rollEnded, { id: roll.id, count: missing })
    return { output: { missing } }
  },
})
