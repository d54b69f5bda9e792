/** An entry in a form, and what of it is sent. */
import type { Refusal } from '../../../../web/answers.ts'
import type { SayFunction } from '../../../../web/language/Say.tsx'
import type { EntryLine, FieldLine, RegisterKeys, Shown } from './words.ts'

export type FormValues = Readonly<Record<string, unknown>>

function asGiven(field: FieldLine, value: Shown | undefined): unknown {
  if (value === undefined) return null
  if (Array.isArray(value)) return value.map(option => option.id)
  if (typeof value === 'object' && 'id' in value) return value.id
  if (field.type === 'number') return Number(value)
  return value
}

/** The values of an entry as the controls take them; of a new one the presets. */
export function formOf(fields: readonly FieldLine[], values: EntryLine['values'] | undefined): FormValues {
  return Object.fromEntries(
    fields
      .filter(field => field.type !== 'computed')
      .map(field => [field.key, values ? asGiven(field, values[field.key]) : presetOf(field)]),
  )
}

/** A preset that names an option by its word becomes its id, as the control knows it. */
function presetOf(field: FieldLine): unknown {
  const { preset } = field
  if (field.type === 'choice') return field.options.find(({ id, name }) => id === preset || name === preset)?.id ?? null
  return preset
}

/** What differs from before. */
export function givenOf(fields: readonly FieldLine[], before: FormValues, now: FormValues): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const { key } of fields) {
    if (!(key in now)) continue
    const [was, is] = [before[key] ?? null, now[key] ?? null]
    if (JSON.stringify(was) !== JSON.stringify(is)) given[key] = is
  }
  return given
}

interface Told {
  readonly field: string
  readonly because: string
}

/** What is wrong with which field, in words. */
export function problemsOf(refusal: Refusal | null, say: SayFunction<RegisterKeys>): Record<string, string> {
  const data = refusal as { readonly name?: string; readonly data?: Readonly<Record<string, unknown>> } | null
  if (data?.name === 'value-taken' && typeof data.data?.['field'] === 'string')
    return { [data.data['field']]: say('because.taken') }
  const fields = data?.data?.['fields']
  if (data?.name !== 'values-invalid' || !Array.isArray(fields)) return {}
  return Object.fromEntries(
    (fields as Told[]).map(({ field, because }) => [field, say(`because.${because}` as RegisterKeys)]),
  )
}
