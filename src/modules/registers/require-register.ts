import { visibleRecords } from '../../kernel/visibility.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import type { Reader } from './fields.ts'

/** The record of a register that the reader may see; refused in the words of what does not exist. */
export async function requireRegister(reader: Reader, id: string) {
  const row = await visibleRecords(reader, 'register')
    .select(['id', 'kind', 'title', 'class', 'audience', 'version', 'changed_at'])
    .where('kernel.record.id', '=', id)
    .executeTakeFirst()
  return row ?? reader.refuse(kernelRefusals.notFound, { kind: 'register', id })
}
