import { sql } from 'kysely'
import { type Act, implementCommand, type Result } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'

interface Word {
  readonly id: string
  readonly state: c.PresenceState | null
  readonly until_at: Temporal.Instant | null
  readonly note: string
}

interface Saying {
  readonly state: c.PresenceState
  readonly until?: Temporal.Instant | undefined
  readonly note?: string | undefined
}

/** The person's row, if there is one; of two that say something at once the later counts, since the person is locked. */
async function wordOf(act: Act, personId: string): Promise<Word | undefined> {
  await act.lockAlso([{ kind: 'principal', id: personId }])
  const { rows } = await sql<Word>`
    select id, state, until_at, note from presence.word
    where organisation_id = ${act.office.id} and person_id = ${personId}`.execute(act.db())
  if (rows[0]) await act.lockAlso([{ kind: 'presence', id: rows[0].id }])
  return rows[0]
}

/** A colleague's name; whoever is nobody here is refused. */
async function nameOf(act: Act, personId: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record
    where organisation_id = ${act.office.id} and id = ${personId} and kind = 'principal'`.execute(act.db())
  return rows[0]?.title ?? act.refuse(c.presencePersonUnknown, { id: personId })
}

/** An hour for lunch; all else holds for the rest of the day. */
function usualEnd(act: Act, state: c.PresenceState): Temporal.Instant {
  if (state === 'lunch') return act.at.add({ minutes: 60 })
  return act.at
    .toZonedDateTimeISO(act.office.zone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime(act.office.zone)
    .toInstant()
}

const isOver = (act: Act, until: Temporal.Instant): boolean => Temporal.Instant.compare(until, act.at) <= 0

type Whose = { readonly personId: string; readonly forOther: boolean }

/** What takes the act back: what was said before, if it still holds. */
function before(act: Act, word: Word | undefined, { personId, forOther }: Whose) {
  const whom = forOther ? { personId } : {}
  if (!word?.state || !word.until_at || isOver(act, word.until_at))
    return { command: forOther ? c.clearFor.name : c.clearWord.name, input: whom }
  const note = word.note ? { note: word.note } : {}
  return {
    command: forOther ? c.setFor.name : c.setWord.name,
    input: { ...whom, state: word.state, until: word.until_at.toString(), ...note },
  }
}

async function say(act: Act, whose: Whose, saying: Saying): Promise<Result<{ id: string; version: number }>> {
  const until = saying.until ?? usualEnd(act, saying.state)
  if (isOver(act, until)) act.refuse(c.presenceUntilPast)
  const title = await nameOf(act, whose.personId)
  const word = await wordOf(act, whose.personId)
  const id = word?.id ?? (await act.createRecord({ kind: 'presence', title, class: 0, source: whose.personId }))
  act.write(sql`
    insert into presence.word (organisation_id, id, person_id, state, until_at, note, set_at, set_by_id)
    values (${act.office.id}, ${id}, ${whose.personId}, ${saying.state}, ${until}, ${saying.note ?? ''}, ${act.at}, ${act.principal.id})
    on conflict (organisation_id, person_id) do update
    set state = excluded.state, until_at = excluded.until_at, note = excluded.note, set_at = excluded.set_at, set_by_id = excluded.set_by_id`)
  const version = word ? await act.changeRecord(id, { title }) : 1
  act.emit(c.wordSet, { id, title, state: saying.state }, [id])
  return { output: { id, version }, undo: before(act, word, whose) }
}

async function unsay(act: Act, whose: Whose): Promise<Result<{ cleared: boolean }>> {
  const title = await nameOf(act, whose.personId)
  const word = await wordOf(act, whose.personId)
  if (!word?.state) return { output: { cleared: false } }
  act.write(sql`
    update presence.word set state = null, until_at = null, note = ''
    where organisation_id = ${act.office.id} and id = ${word.id}`)
  await act.changeRecord(word.id)
  act.emit(c.wordCleared, { id: word.id, title }, [word.id])
  const undo = before(act, word, whose)
  return { output: { cleared: true }, ...(undo.command.includes('.set-') ? { undo } : {}) }
}

const own = (act: Act): Whose => ({ personId: act.principal.id, forOther: false })
const other = (personId: string): Whose => ({ personId, forOther: true })
const lockPerson = (id: string) => [{ kind: 'principal', id }]

export const setWordBody = implementCommand(c.setWord, { run: (act, input) => say(act, own(act), input) })
export const clearWordBody = implementCommand(c.clearWord, { run: act => unsay(act, own(act)) })
export const setForBody = implementCommand(c.setFor, {
  locks: ({ personId }) => lockPerson(personId),
  run: (act, input) => say(act, other(input.personId), input),
})
export const clearForBody = implementCommand(c.clearFor, {
  locks: ({ personId }) => lockPerson(personId),
  run: (act, { personId }) => unsay(act, other(personId)),
})
