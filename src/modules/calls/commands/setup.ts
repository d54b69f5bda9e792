import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import * as c from '../contract.ts'
import { lineKeys } from '../numbers/meant.ts'
import { requirePeople, ruleOf } from '../rows.ts'

const known = { line_once: c.lineKnown }
const lock = (kind: string) => (input: { id: string; expectedVersion?: number | undefined }) => [
  { kind, id: input.id, expectedVersion: input.expectedVersion },
]
const lockLine = lock('phone-line')
const lockWire = lock('phone-wire')

/** The surest of what it may be known by. */
const keyOf = (act: Act, toldAs: string): string => lineKeys(toldAs, act.office.country)[0]!

export const addLineBody = implementCommand(c.addLine, {
  constraints: known,
  async run(act, { title, toldAs, memberIds }) {
    await requirePeople(act, memberIds)
    const id = await act.createRecord({ kind: 'phone-line', title, class: 0, search: { body: toldAs } })
    await sql`
      insert into calls.line (organisation_id, id, told_as, key, member_ids)
      values (${act.office.id}, ${id}, ${toldAs}, ${keyOf(act, toldAs)}, ${memberIds}::uuid[])`.execute(act.db())
    act.emit(c.lineAdded, { id, title }, [id])
    return { output: { id, version: 1 }, undo: { command: c.removeLine.name, input: { id } } }
  },
})

interface Line {
  readonly told_as: string
  readonly member_ids: string[]
}

async function lineOf(act: Act, id: string): Promise<Line> {
  const { rows } = await sql<Line>`
    select told_as, member_ids from calls.line where organisation_id = ${act.office.id} and id = ${id}`.execute(
    act.db(),
  )
  return rows[0]!
}

export const changeLineBody = implementCommand(c.changeLine, {
  constraints: known,
  locks: input => lockLine(input),
  load: (act, { id }) => lineOf(act, id),
  async run(act, input, line) {
    const { id, toldAs = line.told_as, memberIds = line.member_ids } = input
    await requirePeople(act, memberIds)
    const title = input.title ?? act.locked(id).title
    await sql`
      update calls.line set told_as = ${toldAs}, key = ${keyOf(act, toldAs)}, member_ids = ${memberIds}::uuid[]
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const version = await act.changeRecord(id, { title, search: { body: toldAs } })
    act.emit(c.lineChanged, { id, title }, [id])
    return { output: { id, version } }
  },
})

export const removeLineBody = implementCommand(c.removeLine, {
  locks: input => lockLine(input),
  load: (act, { id }) => lineOf(act, id),
  async run(act, { id }, line) {
    act.write(sql`
      update calls.line set retired_at = coalesce(retired_at, ${act.at}) where organisation_id = ${act.office.id} and id = ${id}`)
    const { title } = act.locked(id)
    const version = await act.changeRecord(id)
    act.emit(c.lineRemoved, { id, title }, [id])
    const again = { title: title.slice(0, 100), toldAs: line.told_as, memberIds: line.member_ids }
    return { output: { id, version }, undo: { command: c.addLine.name, input: again } }
  },
})

export const addWireBody = implementCommand(c.addWire, {
  async run(act, { title, memberIds = [] }) {
    await requirePeople(act, memberIds)
    await keepLinkSecret(act.db())
    const id = await act.createRecord({ kind: 'phone-wire', title, class: 0 })
    act.write(sql`
      insert into calls.wire (organisation_id, id, member_ids) values (${act.office.id}, ${id}, ${memberIds}::uuid[])`)
    act.emit(c.wireAdded, { id, title }, [id])
    return { output: { id, version: 1 }, undo: { command: c.removeWire.name, input: { id } } }
  },
})

export const changeWireBody = implementCommand(c.changeWire, {
  locks: input => lockWire(input),
  async run(act, { id, memberIds, ...input }) {
    if (memberIds) {
      await requirePeople(act, memberIds)
      act.write(sql`
        update calls.wire set member_ids = ${memberIds}::uuid[] where organisation_id = ${act.office.id} and id = ${id}`)
    }
    const title = input.title ?? act.locked(id).title
    const version = await act.changeRecord(id, { title })
    act.emit(c.wireChanged, { id, title }, [id])
    return { output: { id, version } }
  },
})

export const removeWireBody = implementCommand(c.removeWire, {
  locks: input => lockWire(input),
  async run(act, { id }) {
    act.write(sql`
      update calls.wire set retired_at = coalesce(retired_at, ${act.at}) where organisation_id = ${act.office.id} and id = ${id}`)
    act.write(sql`
      select platform.sealed_forget(secret_id) from calls.wire where organisation_id = ${act.office.id} and id = ${id} and secret_id is not null`)
    const { title } = act.locked(id)
    const version = await act.changeRecord(id)
    act.emit(c.wireRemoved, { id, title }, [id])
    return { output: { id, version } }
  },
})

export const changeSettingsBody = implementCommand(c.changeSettings, {
  async run(act, { deputyMinutes, onCallMinutes }) {
    const before = await ruleOf(act)
    act.write(sql`
      insert into calls.rule (organisation_id, deputy_minutes, on_call_minutes)
      values (${act.office.id}, ${deputyMinutes}, ${onCallMinutes})
      on conflict (organisation_id) do update set deputy_minutes = excluded.deputy_minutes, on_call_minutes = excluded.on_call_minutes`)
    act.emit(c.settingsChanged, {})
    return { output: {}, undo: { command: c.changeSettings.name, input: { ...before } } }
  },
})
