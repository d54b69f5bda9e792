/** Shapes of answers that contracts share. */
import { z } from './schema.ts'

/** Another record as a line names it. */
export const named = z.strictObject({ id: z.uuid(), kind: z.string(), title: z.string() })
export type Named = z.output<typeof named>
