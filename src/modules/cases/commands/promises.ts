import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { namesOf, requireColleague } from '../../../kernel/named.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { createTask, promiseTask } from '../../work/contract.ts'
import { type CaseRow, caseOf, entriesOf, numberOf, told } from '../case-row.ts'
import * as c from '../contract.ts'
import { type InEntry, promisesOf, settledOf } from '../found-promises.ts'
import { officeWords } from '../words.ts'

interface At {
  readonly id: string
  readonly entryId: string
  readonly place: number
}

/** The promise at that place, while nobody has kept it or passed it over. */
async function requireFound(act: Act, { id, entryId, place }: At): Promise<InEntry> {
  const found = promisesOf(act, await entriesOf(act, id)).find(one => one.entryId === entryId && one.place === place)
  const isSettled = (await settledOf(act, id)).some(one => one.entry_id === entryId && one.place === place)
  return found && !isSettled ? found : act.refuse(c.foundPromiseUnknown)
}

function settle(act: Act, { id, entryId, place }: At, taskId: string | null): void {
  act.write(sql`
    insert into cases.found_promise (organisation_id, case_id, entry_id, place, task_id)
    values (${act.office.id}, ${id}, ${entryId}, ${place}, ${taskId})`)
}

/** To whom it is promised, by name. */
async function promisee(act: Act, row: CaseRow): Promise<string> {
  if (row.contact_name) return row.contact_name
  const party = row.party_id ? (await namesOf(act, [row.party_id])).get(row.party_id) : undefined
  return (party?.title ?? row.contact_email ?? act.office.name).slice(0, 200)
}

/** Done in the name of whoever keeps it, as they would in two steps. */
async function inTheirName(act: Act, command: typeof createTask | typeof promiseTask, wire: object) {
  const outcome = await act.actAs(act.principal.id, command as typeof createTask, wire as never)
  if (outcome.status === 'refused') throw new Refusal(outcome.refusal, outcome.refusal.data)
  if (outcome.status !== 'done') throw new Error(`${command.name}: ${outcome.status}`)
  return outcome.output as { id: string; version: number }
}

export const keepPromiseBody = implementCommand(c.keepPromise, {
  locks: ({ id, expectedVersion }) => [{ kind: 'case', id, expectedVersion }],
  load: (act, { id }) => caseOf(act, id),
  async run(act, input, row) {
    const { id } = input
    const found = await requireFound(act, input)
    await requireColleague(act, input.ownerId, c.casePersonUnknown)
    const forOn = input.forOn ?? found.on
    if (Temporal.PlainDate.compare(forOn, act.today) < 0) act.refuse(c.foundPromisePast, { on: String(forOn) })
    const { title } = act.locked(id)
    const { id: taskId } = await inTheirName(act, createTask, {
      title: officeWords(act, 'task.promised', { title, number: numberOf(row) }).slice(0, 300),
      ownerId: input.ownerId ?? row.owner_id ?? act.principal.id,
      dueOn: String(forOn),
      note: found.words,
      sourceId: id,
      ...(row.party_id ? { forId: row.party_id } : {}),
    })
    await inTheirName(act, promiseTask, {
      id: taskId,
      promisedTo: await promisee(act, row),
      forOn: String(forOn),
      words: found.words.slice(0, 1000),
      ...(row.party_id ? { partyId: row.party_id } : {}),
    })
    settle(act, input, taskId)
    const version = await act.changeRecord(id)
    act.emit(c.promiseKept, { ...told(row, title), words: found.words }, [id])
    return { output: { id, version, taskId } }
  },
})

export const passPromiseBody = implementCommand(c.passPromise, {
  locks: ({ id, expectedVersion }) => [{ kind: 'case', id, expectedVersion }],
  load: (act, { id }) => caseOf(act, id),
  async run(act, { id, entryId, place }, row) {
    const found = await requireFound(act, { id, entryId, place })
    settle(act, { id, entryId, place }, null)
    const version = await act.changeRecord(id)
    act.emit(c.promisePassed, { ...told(row, act.locked(id).title), words: found.words }, [id])
    return {
      output: { id, version },
      undo: { command: c.restorePromise.name, input: { id, expectedVersion: version, entryId, place } },
    }
  },
})

export const restorePromiseBody = implementCommand(c.restorePromise, {
  locks: ({ id, expectedVersion }) => [{ kind: 'case', id, expectedVersion }],
  load: (act, { id }) => caseOf(act, id),
  async run(act, { id, entryId, place }, row) {
    const { rows } = await sql`
      delete from cases.found_promise where organisation_id = ${act.office.id} and case_id = ${id} and entry_id = ${entryId}
        and place = ${place} and task_id is null returning place`.execute(act.db())
    if (rows.length === 0) act.refuse(c.foundPromiseUnknown)
    const version = await act.changeRecord(id)
    act.emit(c.promiseBack, told(row, act.locked(id).title), [id])
    return { output: { id, version } }
  },
})
