import { sql } from 'kysely'
import { limitOf } from '../../../kernel/authority.ts'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import { kindsOf, pageOf, type PageRow } from '../booking/rows.ts'
import * as c from '../contract.ts'
import { clashing, weeklyOf } from '../hours.ts'

type Facts = InputOf<typeof c.createBookingPage>

/** With whom one may let strangers book: oneself, those in whose calendar one may write, everybody for who arranges the office. */
async function requireHosts(act: Act, { hosts, way }: Pick<Facts, 'hosts' | 'way'>): Promise<string[]> {
  const wanted = [...new Set(hosts?.length ? hosts : [act.principal.id])]
  if ((way === 'one') !== (wanted.length === 1)) act.refuse(c.hostsUnfit, { way })
  const arranges = limitOf(act.principal, c.setTravel.permission) !== undefined
  for (const id of wanted.filter(one => one !== act.principal.id)) {
    await requireColleague(act, id, c.schedulingPersonUnknown)
    const { rows } = await sql`
      select 1 from calendar.calendar_fact f join calendar.reader_fact d on d.organisation_id = f.organisation_id and d.calendar_id = f.calendar_id
      where f.organisation_id = ${act.office.id} and f.owner_id = ${id} and f.type = 'main' and d.degree in ('write', 'manage')
        and d.audience_id = any(${[...act.principal.audiences]}::uuid[]) limit 1`.execute(act.db())
    if (!arranges && rows.length === 0) act.refuse(c.hostNotGiven, { id })
  }
  return wanted
}

async function keepKinds(act: Act, id: string, kinds: Facts['kinds']): Promise<void> {
  const before = new Set((await kindsOf(act, id)).map(one => one.id))
  await sql`
    delete from scheduling.meeting_kind where organisation_id = ${act.office.id} and page_id = ${id}`.execute(act.db())
  for (const [position, kind] of kinds.entries()) {
    const placeId = kind.venue === 'room' ? (kind.placeId ?? null) : null
    if (placeId) await requireVisible(act, placeId, ['place'])
    const own = kind.id && before.delete(kind.id) ? kind.id : act.newId()
    await sql`
      insert into scheduling.meeting_kind (organisation_id, page_id, id, position, title, minutes, venue, place_id, details)
      values (${act.office.id}, ${id}, ${own}, ${position}, ${kind.title}, ${kind.minutes}, ${kind.venue}, ${placeId}, ${kind.details ?? ''})`.execute(
      act.db(),
    )
  }
}

async function keep(act: Act, id: string, facts: Facts, hosts: readonly string[]): Promise<void> {
  const hours = facts.hours ?? []
  const clash = clashing(hours.map(weeklyOf))
  if (clash) act.refuse(c.hoursOverlap, { weekday: clash.weekday })
  await sql`
    insert into scheduling.booking_page (organisation_id, id, owner_id, state, way, hosts, intro, hours, soon_minutes, ahead_days, per_day,
      before_minutes, after_minutes, step_minutes, change_minutes, approval, verify, questions)
    values (${act.office.id}, ${id}, ${act.principal.id}, 'open', ${facts.way}, ${hosts}::uuid[], ${facts.intro ?? ''}, ${JSON.stringify(hours)}::jsonb,
      ${facts.soonMinutes}, ${facts.aheadDays}, ${facts.perDay ?? null}, ${facts.beforeMinutes}, ${facts.afterMinutes}, ${facts.stepMinutes},
      ${facts.changeMinutes}, ${facts.approval}, ${facts.verify}, ${JSON.stringify(facts.questions ?? [])}::jsonb)
    on conflict (organisation_id, id) do update set way = excluded.way, hosts = excluded.hosts, intro = excluded.intro, hours = excluded.hours,
      soon_minutes = excluded.soon_minutes, ahead_days = excluded.ahead_days, per_day = excluded.per_day,
      before_minutes = excluded.before_minutes, after_minutes = excluded.after_minutes, step_minutes = excluded.step_minutes,
      change_minutes = excluded.change_minutes, approval = excluded.approval, verify = excluded.verify, questions = excluded.questions`.execute(
    act.db(),
  )
  await keepKinds(act, id, facts.kinds)
}

const searchOf = ({ intro, kinds }: Facts) => ({
  body: [...kinds.map(({ title }) => title), intro].filter(Boolean).join('\n'),
})

export const createBookingPageBody = implementCommand(c.createBookingPage, {
  async run(act, input) {
    const hosts = await requireHosts(act, input)
    await keepLinkSecret(act.db())
    const { title } = input
    const id = await act.createRecord({ kind: 'booking-page', title, search: searchOf(input) })
    await keep(act, id, input, hosts)
    act.emit(c.bookingPageCreated, { id, title }, [id])
    return { output: { id, version: 1 }, undo: { command: c.closeBookingPage.name, input: { id } } }
  },
})

async function wireOf(act: Act, row: PageRow) {
  return {
    id: row.id,
    title: row.title,
    way: row.way,
    hosts: row.hosts,
    ...(row.intro ? { intro: row.intro } : {}),
    kinds: (await kindsOf(act, row.id)).map(kind => ({
      id: kind.id,
      title: kind.title,
      minutes: kind.minutes,
      venue: kind.venue,
      placeId: kind.place_id,
      ...(kind.details ? { details: kind.details } : {}),
    })),
    hours: row.hours,
    soonMinutes: row.soon_minutes,
    aheadDays: row.ahead_days,
    perDay: row.per_day,
    beforeMinutes: row.before_minutes,
    afterMinutes: row.after_minutes,
    stepMinutes: row.step_minutes,
    changeMinutes: row.change_minutes,
    approval: row.approval,
    verify: row.verify,
    questions: row.questions,
  }
}

const load = async (act: Act, id: string): Promise<PageRow> => (await pageOf(act, id))!

export const changeBookingPageBody = implementCommand(c.changeBookingPage, {
  locks: ({ id, expectedVersion }) => [{ kind: 'booking-page', id, expectedVersion }],
  load: (act, { id }) => load(act, id),
  async run(act, input, row) {
    const { id, expectedVersion: _version, ...facts } = input
    const was = await wireOf(act, row)
    const hosts = await requireHosts(act, { hosts: facts.hosts ?? [...row.hosts], way: facts.way })
    await keep(act, id, facts, hosts)
    const version = await act.changeRecord(id, { title: facts.title, search: searchOf(facts) })
    act.emit(c.bookingPageChanged, { id, title: facts.title }, [id])
    return { output: { id, version }, undo: { command: c.changeBookingPage.name, input: was } }
  },
})

async function setState(act: Act, row: PageRow, state: PageRow['state']): Promise<number> {
  await sql`
    update scheduling.booking_page set state = ${state} where organisation_id = ${act.office.id} and id = ${row.id}`.execute(
    act.db(),
  )
  return act.changeRecord(row.id)
}

export const closeBookingPageBody = implementCommand(c.closeBookingPage, {
  locks: ({ id, expectedVersion }) => [{ kind: 'booking-page', id, expectedVersion }],
  load: (act, { id }) => load(act, id),
  async run(act, { id }, row) {
    if (row.state !== 'open') act.refuse(c.bookingPageShut, { title: row.title })
    const version = await setState(act, row, 'closed')
    act.emit(c.bookingPageClosed, { id, title: row.title }, [id])
    return { output: { id, version }, undo: { command: c.reopenBookingPage.name, input: { id } } }
  },
})

export const reopenBookingPageBody = implementCommand(c.reopenBookingPage, {
  locks: ({ id, expectedVersion }) => [{ kind: 'booking-page', id, expectedVersion }],
  load: (act, { id }) => load(act, id),
  async run(act, { id }, row) {
    if (row.state !== 'closed') act.refuse(c.bookingPageOpen, { title: row.title })
    const version = await setState(act, row, 'open')
    act.emit(c.bookingPageReopened, { id, title: row.title }, [id])
    return { output: { id, version }, undo: { command: c.closeBookingPage.name, input: { id } } }
  },
})
