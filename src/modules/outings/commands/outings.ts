import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import { cancelled, notice } from '../cancelled.ts'
import * as c from '../contract.ts'
import {
  agree,
  colleagues,
  lockOf,
  moveUp,
  outingFor,
  registrationsOf,
  requireOrder,
  requireOver,
  requirePerson,
  tellChanged,
  updateOuting,
} from '../outing-row.ts'
import type { OutingsTables } from '../tables.ts'
import { officeWords } from '../words.ts'

const checks = ['place', 'invite', 'budget', 'food', 'programme', 'tags', 'feedback'] as const

export const createOutingBody = implementCommand(c.createOuting, {
  async run(act, input) {
    const { title, startsAt, endsAt, eventId } = input
    requireOrder(act, startsAt, endsAt)
    await requirePerson(act, input.ownerId)
    if (eventId) await requireVisible(act, eventId, ['event'])
    const id = await act.createRecord({
      kind: 'outing',
      title,
      ...(input.class === undefined ? {} : { class: input.class }),
      ...(eventId ? { source: eventId } : {}),
      search: { body: `${input.place ?? ''}\n${input.description ?? ''}` },
    })
    const ownerId = input.ownerId === undefined ? act.principal.id : input.ownerId
    await act
      .db<OutingsTables>()
      .insertInto('outings.outing')
      .values({
        organisation_id: act.office.id,
        id,
        event_id: eventId ?? null,
        state: 'planning',
        starts_at: startsAt,
        ends_at: endsAt,
        place: input.place ?? null,
        description: input.description ?? '',
        owner_id: ownerId,
        capacity: input.capacity ?? null,
        plus_ones: input.plusOnes ?? 0,
        register_until: input.registerUntil ?? null,
        keep_days: input.keepDays ?? 14,
        diets_erased_at: null,
        feedback_asked_at: null,
        event_told: null,
        dimension: null,
        code: null,
      })
      .execute()
    const work = [
      {
        key: `outings.plan:${id}`,
        title: officeWords(act, 'task.plan', { title }).slice(0, 300),
        sourceId: id,
        ...(ownerId ? { ownerId } : {}),
        dueOn: startsAt.toZonedDateTimeISO(act.office.zone).toPlainDate(),
        checklist: checks.map(what => officeWords(act, `task.plan.${what}`, {})),
      },
    ]
    act.emit(c.outingCreated, { id, title, at: startsAt, work }, [id])
    agree(act, id)
    return {
      output: { id, version: 1 },
      undo: { command: 'outings.cancel-outing', input: { id, expectedVersion: 1 } },
    }
  },
})

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

export const changeOutingBody = implementCommand(c.changeOuting, {
  locks: input => lockOf(input),
  load: (act, { id }) => outingFor(act, c.changeOuting, id),
  async run(act, input, before) {
    const { id } = input
    const was = act.locked(id).title
    const [startsAt, endsAt] = [keep(input.startsAt, before.starts_at), keep(input.endsAt, before.ends_at)]
    requireOrder(act, startsAt, endsAt)
    await requirePerson(act, input.ownerId)
    const change = {
      starts_at: startsAt,
      ends_at: endsAt,
      place: keep(input.place, before.place),
      description: keep(input.description, before.description),
      owner_id: keep(input.ownerId, before.owner_id),
      capacity: keep(input.capacity, before.capacity),
      plus_ones: keep(input.plusOnes, before.plus_ones),
      register_until: keep(input.registerUntil, before.register_until),
      keep_days: keep(input.keepDays, before.keep_days),
    }
    if (change.capacity !== null && change.capacity < before.seats_taken)
      act.refuse(c.capacityTaken, { title: was, count: before.seats_taken })
    await updateOuting(act, id, change)
    const title = input.title ?? was
    const version = await act.changeRecord(id, {
      title,
      search: { body: `${change.place ?? ''}\n${change.description}` },
    })
    act.emit(c.outingChanged, { id, title }, [id])
    await moveUp(act, id, title)
    tellChanged(act, id)
    agree(act, id)
    return {
      output: { id, version },
      undo: {
        command: 'outings.change-outing',
        input: {
          id,
          expectedVersion: version,
          title: was,
          startsAt: before.starts_at.toString(),
          endsAt: before.ends_at.toString(),
          place: before.place,
          description: before.description,
          ownerId: before.owner_id,
          capacity: before.capacity,
          plusOnes: before.plus_ones,
          registerUntil: before.register_until?.toString() ?? null,
          keepDays: before.keep_days,
        },
      },
    }
  },
})

export const cancelOutingBody = implementCommand(c.cancelOuting, {
  locks: input => lockOf(input),
  load: (act, { id }) => outingFor(act, c.cancelOuting, id),
  async run(act, { id }) {
    const { title } = act.locked(id)
    await updateOuting(act, id, { state: 'cancelled' })
    await cancelled(act, { id, title })
    agree(act, id)
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'outings.restore-outing', input: { id, expectedVersion: version } },
    }
  },
})

/** Without registration: being planned as long as nobody has been asked. */
const shut = async (act: Act, id: string): Promise<'planning' | 'closed'> =>
  (await registrationsOf(act, id)).length > 0 ? 'closed' : 'planning'

export const restoreOutingBody = implementCommand(c.restoreOuting, {
  locks: input => lockOf(input),
  load: (act, { id }) => outingFor(act, c.restoreOuting, id),
  async run(act, { id }) {
    await updateOuting(act, id, { state: await shut(act, id) })
    act.emit(c.outingRestored, { id, title: act.locked(id).title }, [id])
    agree(act, id)
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'outings.cancel-outing', input: { id, expectedVersion: version } },
    }
  },
})

export const setRegistrationBody = implementCommand(c.setRegistration, {
  locks: input => lockOf(input),
  load: (act, { id }) => outingFor(act, c.setRegistration, id),
  async run(act, { id, open }, row) {
    await updateOuting(act, id, { state: open ? 'open' : await shut(act, id) })
    act.emit(c.registrationSet, { id, title: act.locked(id).title, open }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: {
        command: 'outings.set-registration',
        input: { id, expectedVersion: version, open: row.state === 'open' },
      },
    }
  },
})

export const inviteGuestsBody = implementCommand(c.inviteGuests, {
  locks: input => lockOf(input),
  load: (act, { id }) => outingFor(act, c.inviteGuests, id),
  async run(act, { id, guests, wholeOffice }) {
    const { title } = act.locked(id)
    const before = new Set((await registrationsOf(act, id)).flatMap(one => one.email?.toLowerCase() ?? []))
    const fresh = [...new Map(guests.map(one => [one.email.toLowerCase(), one])).values()].filter(
      one => !before.has(one.email.toLowerCase()),
    )
    if (fresh.length > 0) {
      await keepLinkSecret(act.db())
      await act
        .db<OutingsTables>()
        .insertInto('outings.registration')
        .values(
          fresh.map(one => ({
            organisation_id: act.office.id,
            outing_id: id,
            id: act.newId(),
            principal_id: null,
            name: one.name,
            email: one.email,
            language: one.language ?? nearestLanguage(act.office.language),
            answer: 'invited' as const,
            queued: null,
            checked_in_at: null,
            rating: null,
            told: null,
          })),
        )
        .execute()
      act.enqueue(c.sendLettersJob, { id, what: 'invitation' })
    }
    const people = wholeOffice ? (await colleagues(act)).filter(one => one !== act.principal.id) : []
    const notify = people.map(one => notice(id, title, one, 'invited')).slice(0, 200)
    act.emit(c.guestsInvited, { id, title, count: fresh.length + people.length, notify }, [id])
    return { output: { id, version: await act.changeRecord(id), invited: fresh.length } }
  },
})

export const askFeedbackBody = implementCommand(c.askFeedback, {
  locks: input => lockOf(input),
  load: (act, { id }) => outingFor(act, c.askFeedback, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    requireOver(act, title, row.ends_at)
    await updateOuting(act, id, { feedback_asked_at: act.at })
    await sql`
      update outings.registration set feedback_mail = false where organisation_id = ${act.office.id} and outing_id = ${id}
        and answer = 'coming' and email is not null and principal_id is null and rating is null`.execute(act.db())
    const came = (await registrationsOf(act, id)).filter(one => one.answer === 'coming' && one.rating === null)
    const notify = came.flatMap(one => (one.principal_id ? [notice(id, title, one.principal_id, 'feedback')] : []))
    act.emit(c.feedbackAsked, { id, title, notify: notify.slice(0, 200) }, [id])
    act.enqueue(c.sendLettersJob, { id, what: 'feedback' })
    return { output: { id, version: await act.changeRecord(id) } }
  },
})
