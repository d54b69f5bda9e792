/** Coming, not coming, what one eats, at the door, how it was: by oneself, by whoever plans it, by the link of an invitation. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import {
  type Held,
  heldOuting,
  lockedOuting,
  lockOf,
  outingFor,
  registrationOf,
  type RegistrationRow,
  requireOver,
  seat,
  updateOuting,
  updateRegistration,
} from '../outing-row.ts'
import type { OutingsTables } from '../tables.ts'

/** Registration takes answers while it is open and its time is not over; not coming may be said as long as it is not over. */
function requireOpen(act: Act, row: Held, answer: 'coming' | 'declined'): void {
  const { title } = row
  const over = Temporal.Instant.compare(act.at, row.ends_at) >= 0
  const late = row.register_until !== null && Temporal.Instant.compare(act.at, row.register_until) > 0
  const shut = answer === 'coming' ? row.state !== 'open' || late : row.state === 'cancelled'
  if (over || shut) act.refuse(c.registrationClosed, { title })
}

/** The registration of whoever asks; made where there is none. */
async function own(act: Act, id: string): Promise<RegistrationRow> {
  const there = await registrationOf(act, id, { principalId: act.principal.id })
  if (there) return there
  await act
    .db<OutingsTables>()
    .insertInto('outings.registration')
    .values({
      organisation_id: act.office.id,
      outing_id: id,
      id: act.newId(),
      principal_id: act.principal.id,
      name: act.principal.name.slice(0, 200),
      email: null,
      language: act.principal.language,
      answer: 'invited',
      queued: null,
      checked_in_at: null,
      rating: null,
      told: null,
    })
    .execute()
  return (await registrationOf(act, id, { principalId: act.principal.id }))!
}

const given = async (act: Act, id: string, registrationId: string): Promise<RegistrationRow> =>
  (await registrationOf(act, id, { registrationId })) ?? act.refuse(c.registrationUnknown)

export const registerBody = implementCommand(c.register, {
  locks: input => lockOf(input),
  load: (act, { id }) => lockedOuting(act, id),
  async run(act, { id, guests }, row) {
    requireOpen(act, row, 'coming')
    const before = await own(act, id)
    const answer = await seat(act, row, before, { answer: 'coming', guests })
    const version = await act.changeRecord(id)
    return {
      output: { id, version, answer },
      undo:
        before.answer === 'coming' || before.answer === 'waiting'
          ? { command: 'outings.register', input: { id, expectedVersion: version, guests: before.guests } }
          : { command: 'outings.decline', input: { id, expectedVersion: version } },
    }
  },
})

export const declineBody = implementCommand(c.decline, {
  locks: input => lockOf(input),
  load: (act, { id }) => outingFor(act, c.decline, id),
  async run(act, { id }, row) {
    await seat(act, row, await own(act, id), { answer: 'declined', guests: 0 })
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const noteAnswerBody = implementCommand(c.noteAnswer, {
  locks: input => lockOf(input),
  load: (act, { id }) => outingFor(act, c.noteAnswer, id),
  async run(act, { id, registrationId, answer: said, guests }, row) {
    const one = await given(act, id, registrationId)
    const answer = await seat(act, row, one, { answer: said, guests: said === 'declined' ? 0 : guests })
    return { output: { id, version: await act.changeRecord(id), answer } }
  },
})

export const answerByLinkBody = implementCommand(c.answerByLink, {
  load: (act, { id }) => heldOuting(act, id),
  async run(act, { id, registrationId, answer: said, guests }, row) {
    requireOpen(act, row, said)
    const one = await given(act, id, registrationId)
    const answer = await seat(act, row, one, { answer: said, guests: said === 'declined' ? 0 : guests })
    await raiseRecord(act, id)
    return { output: { answer } }
  },
})

type Eaten = Pick<RegistrationRow, 'diets' | 'diet_note'>
async function keepDiets(act: Act, { id, title }: Held, one: RegistrationRow | undefined, eaten: Eaten): Promise<void> {
  if (!one || (one.answer !== 'coming' && one.answer !== 'waiting')) return act.refuse(c.notComing, { title })
  await updateRegistration(act, id, one.id, eaten)
  await updateOuting(act, id, { diets_erased_at: null })
  act.emit(c.dietsStated, { id, title }, [id])
}

export const stateDietsBody = implementCommand(c.stateDiets, {
  locks: input => lockOf(input),
  load: (act, { id }) => outingFor(act, c.stateDiets, id),
  async run(act, { id, diets, note }, row) {
    const one = await registrationOf(act, id, { principalId: act.principal.id })
    await keepDiets(act, row, one, { diets, diet_note: note })
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const dietsByLinkBody = implementCommand(c.dietsByLink, {
  load: (act, { id }) => heldOuting(act, id),
  async run(act, { id, registrationId, diets, note }, row) {
    await keepDiets(act, row, await given(act, id, registrationId), { diets, diet_note: note })
    await raiseRecord(act, id)
    return { output: {} }
  },
})

export const checkInBody = implementCommand(c.checkIn, {
  locks: ({ id }) => [{ kind: 'outing', id }],
  load: (act, { id }) => outingFor(act, c.checkIn, id),
  async run(act, { id, registrationId, here }) {
    const one = await given(act, id, registrationId)
    if (one.answer !== 'coming') act.refuse(c.notComing, { title: act.locked(id).title })
    await updateRegistration(act, id, one.id, { checked_in_at: here ? (one.checked_in_at ?? act.at) : null })
    act.emit(c.checkedIn, { id, title: act.locked(id).title, name: one.name }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'outings.check-in', input: { id, registrationId, here: one.checked_in_at !== null } },
    }
  },
})

interface Said {
  readonly rating: number
  readonly text: string
}

async function keepFeedback(
  act: Act,
  row: Held,
  one: RegistrationRow | undefined,
  { rating, text }: Said,
): Promise<void> {
  const { title } = row
  if (one?.answer !== 'coming') return act.refuse(c.notComing, { title })
  requireOver(act, title, row.ends_at)
  await updateRegistration(act, row.id, one.id, { rating, feedback: text, feedback_mail: true })
  act.emit(c.feedbackGiven, { id: row.id, title }, [row.id])
}

export const giveFeedbackBody = implementCommand(c.giveFeedback, {
  locks: input => lockOf(input),
  load: (act, { id }) => outingFor(act, c.giveFeedback, id),
  async run(act, { id, rating, text }, row) {
    await keepFeedback(act, row, await registrationOf(act, id, { principalId: act.principal.id }), { rating, text })
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const feedbackByLinkBody = implementCommand(c.feedbackByLink, {
  load: (act, { id }) => heldOuting(act, id),
  async run(act, { id, registrationId, rating, text }, row) {
    await keepFeedback(act, row, await given(act, id, registrationId), { rating, text })
    await raiseRecord(act, id)
    return { output: {} }
  },
})

const mailColumns = {
  invitation: 'invited_mail',
  'moved-up': 'moved_mail',
  feedback: 'feedback_mail',
  cancelled: 'cancelled_mail',
} as const

export const noteLettersBody = implementCommand(c.noteLetters, {
  load: (act, { id }) => heldOuting(act, id),
  async run(act, { id, what, sent, failed, told }, { title }) {
    const mailed = what === 'changed' ? {} : { [mailColumns[what]]: true }
    const change = told === undefined ? mailed : { ...mailed, told }
    if (sent.length > 0 && Object.keys(change).length > 0)
      await act
        .db<OutingsTables>()
        .updateTable('outings.registration')
        .set(change)
        .where('organisation_id', '=', act.office.id)
        .where('outing_id', '=', id)
        .where('id', 'in', sent)
        .execute()
    await raiseRecord(act, id)
    act.emit(c.lettersSent, { id, title, sent: sent.length, failed }, [id])
    return { output: {} }
  },
})

/** The rows, and the lines of the journal in which it was said: the chain stays whole, since it holds only their salted digest. */
export const eraseDietsBody = implementCommand(c.eraseDiets, {
  load: (act, { id }) => heldOuting(act, id),
  async run(act, { id }, { title }) {
    await sql`
      update outings.registration set diets = '{}', diet_note = '' where organisation_id = ${act.office.id} and outing_id = ${id}`.execute(
      act.db(),
    )
    await sql`update outings.food_order set body = what where organisation_id = ${act.office.id} and for_id = ${id}`.execute(
      act.db(),
    )
    const { rows } = await sql<{ erased: boolean }>`
      select kernel.journal_redact(j.seq) as erased from kernel.journal j
      join kernel.journal_record r on r.organisation_id = j.organisation_id and r.seq = j.seq and r.record_id = ${id}
      where j.organisation_id = ${act.office.id} and j.command in ('outings.state-diets', 'outings.diets-by-link')`.execute(
      act.db(),
    )
    await updateOuting(act, id, { diets_erased_at: act.at })
    await raiseRecord(act, id)
    act.emit(c.dietsErased, { id, title }, [id])
    return { output: { lines: rows.filter(row => row.erased).length } }
  },
})
