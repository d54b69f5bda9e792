/** Reading a register, and whether the actor may write in it. */
import { sql, type Selectable } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { notWriter, registerRetired } from './contract.ts'
import type { Reader } from './fields.ts'
import type { RegistersTables, RegisterTable } from './tables.ts'

export type Register = Selectable<RegisterTable>

export async function registerOf(reader: Reader, id: string): Promise<Register> {
  const row = await reader
    .db<RegistersTables>()
    .selectFrom('registers.register')
    .selectAll()
    .where('organisation_id', '=', reader.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? reader.refuse(kernelRefusals.notFound, { kind: 'register', id })
}

/** Whether the writers named are everybody, or the reader, or a role of his. */
export const mayWrite = (reader: Reader, register: Register): boolean =>
  register.writers === null || register.writers.some(id => reader.principal.audiences.includes(id))

/** The register of an act that designs it: in use. */
export async function registerInUse(act: Act, id: string): Promise<Register> {
  const register = await registerOf(act, id)
  if (register.retired_at) act.refuse(registerRetired, { id, name: register.plural })
  return register
}

/** The register of an act that writes rows: in use, and the actor one of its writers. */
export async function writableRegister(act: Act, id: string): Promise<Register> {
  const register = await registerInUse(act, id)
  if (!mayWrite(act, register)) act.refuse(notWriter, { id, name: register.plural })
  return register
}

/** Raises the version of many records in one statement, as `changeRecord` does for one. */
export async function raiseVersions(act: Act, ids: readonly string[]): Promise<void> {
  await sql`update kernel.record set version = version + 1, changed_at = ${act.at}
    where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`.execute(act.db())
}
