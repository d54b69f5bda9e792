import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'

/** Takes a sealed secret away, in the act that has no use for it any more. */
export async function forgetSecret(act: Act, id: string | null): Promise<void> {
  if (id) await sql`select platform.sealed_forget(${id}::uuid)`.execute(act.db())
}
