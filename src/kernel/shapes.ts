/** Shapes of answers that contracts share. */
import { canSchema } from './can.ts'
import { choice, confidentiality, count, flag, instant, z } from './schema.ts'

/** Another record as a line names it. */
export const named = z.strictObject({ id: z.uuid(), kind: z.string(), title: z.string() })
export type Named = z.output<typeof named>

/** A slice of a list: its rows, how many there are in all, and where it goes on. */
export const list = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ rows: z.array(row), total: count(), next: z.string().nullable() })

/** One thing that came in and is nobody's yet, as a line of the tray In. */
export const waitingRow = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  /** Who sent, called, or came; null where nobody knows. */
  from: z.string().nullable(),
  at: instant(),
  /** The page that deals with it. */
  path: z.string(),
  /** It cannot wait its turn. */
  urgent: flag(),
})

/** What a record's page begins with. */
export const head = <const States extends readonly [string, ...string[]]>(states: States) =>
  z.strictObject({
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    class: confidentiality(),
    version: z.int(),
    state: choice(states),
  })

/** What may be done with it now. */
export const can = z.array(canSchema)

/** What a change of a record answers. */
export const changed = z.strictObject({ id: z.uuid(), version: z.int() })
