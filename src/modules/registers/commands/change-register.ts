import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  changeRegister,
  registerChanged,
  registerNotRetired,
  registerTakenIn,
  registerTakenOut,
  restoreRegister,
  retireRegister,
} from '../contract.ts'
import { fieldsOf } from '../fields.ts'
import { registerInUse, registerOf } from '../register-row.ts'
import { loadValues } from '../row-values.ts'
import type { RegistersTables } from '../tables.ts'
import { rewordRows } from '../write-rows.ts'
import { requirePattern } from './create-register.ts'

const locks = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'register', id, expectedVersion },
]

export const changeRegisterBody = implementCommand(changeRegister, {
  locks: input => locks(input),
  async run(act, { id, expectedVersion: _expected, ...given }) {
    const before = await registerInUse(act, id)
    const after = {
      name: given.name ?? before.name,
      plural: given.plural ?? before.plural,
      icon: given.icon ?? before.icon,
      description: given.description ?? before.description,
      title_pattern: given.titlePattern ?? before.title_pattern,
      writers: given.writers === undefined ? before.writers : given.writers?.length ? given.writers : null,
    }
    const fields = await fieldsOf(act, id)
    requirePattern(act, after.title_pattern, fields)
    await act
      .db<RegistersTables>()
      .updateTable('registers.register')
      .set(after)
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    if (after.title_pattern !== before.title_pattern || after.name !== before.name)
      await rewordRows(act, { ...before, ...after }, fields, ids => loadValues(act, ids))
    const version = await act.changeRecord(id, {
      title: after.plural,
      search: { body: after.description, language: act.office.language },
    })
    act.emit(registerChanged, { id, name: after.plural }, [id])
    const { title_pattern: titlePattern, name, plural, icon, description, writers } = before
    const undo = { id, expectedVersion: version, name, plural, icon, description, titlePattern, writers }
    return { output: { id, version }, undo: { command: 'registers.change-register', input: undo } }
  },
})

export const retireRegisterBody = implementCommand(retireRegister, {
  locks: input => locks(input),
  async run(act, { id }) {
    const register = await registerInUse(act, id)
    const version = await setRetired(act, id, act.at)
    act.emit(registerTakenOut, { id, name: register.plural }, [id])
    return {
      output: { id, version },
      undo: { command: 'registers.restore-register', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreRegisterBody = implementCommand(restoreRegister, {
  locks: input => locks(input),
  async run(act, { id }) {
    const register = await registerOf(act, id)
    if (!register.retired_at) act.refuse(registerNotRetired, { id, name: register.plural })
    const version = await setRetired(act, id, null)
    act.emit(registerTakenIn, { id, name: register.plural }, [id])
    return {
      output: { id, version },
      undo: { command: 'registers.retire-register', input: { id, expectedVersion: version } },
    }
  },
})

async function setRetired(act: Act, id: string, at: Temporal.Instant | null): Promise<number> {
  await act
    .db<RegistersTables>()
    .updateTable('registers.register')
    .set({ retired_at: at })
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
  return act.changeRecord(id)
}
