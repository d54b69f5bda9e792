import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { changeRow, type Given, rowChanged, rowDiscarded, setByRule, valueTaken } from '../contract.ts'
import { givenOf, type Seen, shownOf, type Stored } from '../field-values.ts'
import { type Field, fieldsOf } from '../fields.ts'
import { noteHappenings } from '../happenings.ts'
import { writableRegister } from '../register-row.ts'
import { remindersOf } from '../reminders.ts'
import { loadValues, readRows } from '../row-values.ts'
import type { RegistersTables } from '../tables.ts'
import { refuseProblems, requireUnique, rewriteRow } from '../write-rows.ts'

export async function rowOf(act: Act, id: string) {
  return act
    .db<RegistersTables>()
    .selectFrom('registers.row')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

const same = (before: readonly Stored[], after: readonly Stored[]): boolean =>
  JSON.stringify(before.map(facts)) === JSON.stringify(after.map(facts))
const facts = ({ words, number, minor, currency, day, yes, choice_id, ref_id }: Stored) => [
  words,
  number,
  minor === null ? null : String(minor),
  currency,
  day?.toString(),
  yes,
  choice_id,
  ref_id,
]

/** What the fields changed held before, as a command takes it back. */
const before = (fields: readonly Field[], changed: readonly string[], values: ReadonlyMap<string, readonly Seen[]>) =>
  Object.fromEntries(
    fields
      .filter(({ id }) => changed.includes(id))
      .map((field): [string, Given] => [field.key, givenOf(field, shownOf(field, values.get(field.id) ?? []))]),
  )

async function change(act: Act, id: string, given: Readonly<Record<string, Given>>, chain: readonly string[]) {
  const row = await rowOf(act, id)
  const register = await writableRegister(act, row.register_id)
  if (row.discarded_at) act.refuse(rowDiscarded, { id, title: act.locked(id).title })
  const fields = await fieldsOf(act, register.id)
  const [read] = await readRows(act, fields, [given], false)
  refuseProblems(act, read!.problems)
  const loaded = (await loadValues(act, [id])).get(id)!
  const changed = new Map([...read!.values].filter(([fieldId, stored]) => !same(loaded.get(fieldId) ?? [], stored)))
  const undo = {
    command: 'registers.change-row' as const,
    input: { id, values: before(fields, [...changed.keys()], loaded) },
  }
  if (changed.size === 0) return { output: { id, version: act.locked(id).version }, undo }
  await requireUnique(act, fields, changed, id)
  const { version, title } = await rewriteRow(act, register, fields, id, new Map([...loaded, ...changed]), changed)
  const names = fields.filter(field => changed.has(field.id)).map(field => field.name)
  const withdrawn = await remindersOf(act, id, [...changed.keys()])
  act.emit(
    rowChanged,
    {
      id,
      title,
      register: register.name,
      fields: names.join(', '),
      changed: fields.filter(field => changed.has(field.id)).map(field => field.key),
      ...(withdrawn.length > 0 ? { workWithdrawn: withdrawn } : {}),
    },
    [id],
  )
  await noteHappenings(act, register.id, [id], 'changed', [...changed.keys()], chain)
  return { output: { id, version }, undo: { ...undo, input: { ...undo.input, expectedVersion: version } } }
}

export const changeRowBody = implementCommand(changeRow, {
  locks: ({ id, expectedVersion }) => [{ kind: 'register-row', id, expectedVersion }],
  run: (act, { id, values }) => change(act, id, values, []),
  constraints: { value_unique: valueTaken },
})

export const setByRuleBody = implementCommand(setByRule, {
  locks: ({ id }) => [{ kind: 'register-row', id }],
  run: (act, { id, values, chain }) => change(act, id, values, chain),
  constraints: { value_unique: valueTaken },
})
