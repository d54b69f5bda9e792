/** An end moves with its beginning. */
import type { JsonSchema } from '../../answers.ts'
import { controlOf, type FormValue } from './schema.ts'

const endOf: Readonly<Record<string, string>> = { startsAt: 'endsAt', start: 'end' }
const usual_ms = 3_600_000

/** What a new beginning makes of the end beside it: as long after as before, and an hour where no end was said yet. */
export function endAfter(schema: JsonSchema, before: FormValue, name: string, next: unknown): FormValue {
  const end = endOf[name]
  const property = end ? schema.properties?.[end] : undefined
  if (!end || !property || controlOf(property) !== 'instant' || typeof next !== 'string') return {}
  const [from, was, until] = [next, before[name], before[end]].map(at => Date.parse(String(at)))
  if (from === undefined || Number.isNaN(from)) return {}
  const length = Number(until) - Number(was)
  const at = new Date(from + (length > 0 ? length : usual_ms)).toISOString()
  return { [end]: at.replace('.000Z', 'Z') }
}
