import { limitOf } from './authority.ts'
import type { Command } from './declare.ts'
import type { Standing } from './implement.ts'
import { z } from './schema.ts'

/** What may be done with a record now, as its detail query answers it: buttons are drawn from this alone. */
export const canSchema = z.strictObject({
  command: z.string(),
  /** What the button fills in by itself, on the wire. */
  input: z.record(z.string(), z.unknown()),
  primary: z.boolean().optional(),
  /** Why it is not possible now: the button stays, dashed, with this reason. */
  refusedBecause: z.strictObject({ name: z.string(), data: z.record(z.string(), z.unknown()) }).optional(),
})
export type Can = z.infer<typeof canSchema>

/** Offers a command, or nothing to whom it is not permitted. */
export function can(
  view: Pick<Standing, 'principal'>,
  command: Command,
  input: Record<string, unknown>,
  options: { primary?: boolean; refusedBecause?: { name: string; data?: Record<string, unknown> } | null } = {},
): Can[] {
  if (limitOf(view.principal, command.permission) === undefined) return []
  const { primary, refusedBecause } = options
  return [
    {
      command: command.name,
      input,
      ...(primary ? { primary } : {}),
      ...(refusedBecause ? { refusedBecause: { name: refusedBecause.name, data: refusedBecause.data ?? {} } } : {}),
    },
  ]
}
