/** Reads a command's JSON Schema for its form: which fields, which control, what is needed, what is still missing. */
import type { Control, JsonSchema } from '../../answers.ts'

export type FormValue = Record<string, unknown>

/** Unwraps `anyOf [X, null]` and keeps the form's own words that stand outside. */
export function plain(schema: JsonSchema): JsonSchema {
  const real = schema.anyOf?.filter(one => one.type !== 'null') ?? []
  if (real.length !== 1 || !real[0]) return schema
  const { anyOf: _anyOf, ...outside } = schema
  return { ...real[0], ...outside }
}

/** Properties a form shows, in the order they were declared: hidden and constant ones are the page's to give. */
export function shownProperties(schema: JsonSchema): [name: string, property: JsonSchema][] {
  return Object.entries(schema.properties ?? {}).filter(
    ([, property]) => !plain(property).hidden && plain(property).const === undefined,
  )
}

/** Whether the field at a path of what is sent (`emails.0.email`) is an e-mail address. */
export function isEmail(schema: JsonSchema, path: string): boolean {
  const at = path
    .split('.')
    .reduce<JsonSchema | undefined>(
      (within, name) => within && (/^\d+$/.test(name) ? plain(within).items : plain(within).properties?.[name]),
      schema,
    )
  return at !== undefined && plain(at).format === 'email'
}

export type Kind = Control | 'number' | 'choices' | 'records' | 'rows' | 'group'

/** Which control draws a property: what its declaration says, else what its type suggests. */
export function controlOf(property: JsonSchema): Kind {
  const schema = plain(property)
  if (schema.type === 'array') {
    const item = plain(schema.items ?? {})
    if (item.enum) return 'choices'
    if (item.control === 'record' || item.control === 'person' || item.control === 'document') return 'records'
    return 'rows'
  }
  if (schema.control) return schema.control
  if (schema.enum) return 'choice'
  if (schema.type === 'boolean') return 'boolean'
  if (schema.type === 'integer' || schema.type === 'number') return 'number'
  if (schema.format === 'date') return 'date'
  if (schema.format === 'date-time') return 'instant'
  if (schema.type === 'object' && schema.properties) return 'group'
  return (schema.maxLength ?? 0) > 1000 ? 'longtext' : 'text'
}

/** Defaults that the schema declares. */
export function startOf(schema: JsonSchema): FormValue {
  const start: FormValue = {}
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (property.const !== undefined) start[name] = property.const
    else if (property.default !== undefined) start[name] = property.default
  }
  return start
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Whether null is a value of its own: nobody, no date. */
export const isNullable = (schema: JsonSchema | undefined): boolean =>
  schema?.anyOf?.some(one => one.type === 'null') === true ||
  (Array.isArray(schema?.type) && schema.type.includes('null'))

/** What a form holds after a control was emptied: null, where the field can be "none"; else the field is untouched again. */
export const emptied = (schema: JsonSchema | undefined, next: unknown): unknown =>
  isBlank(next) && !Array.isArray(next) && isNullable(schema) ? null : next

/** Needed fields that are still blank. One that was emptied and may be "none" is answered. */
export const missingFields = (schema: JsonSchema, value: FormValue): string[] =>
  (schema.required ?? []).filter(name => {
    const property = schema.properties?.[name]
    if (value[name] === null && isNullable(property)) return false
    return isBlank(value[name]) && controlOf(property ?? {}) !== 'boolean'
  })

/** Whether a command can be run at once, without asking anything. */
export const isComplete = (schema: JsonSchema, value: FormValue): boolean => missingFields(schema, value).length === 0

/**
 * What goes to the server: blank optional fields are left out, emptied ones that may be "none" go as null; an untouched
 * tick is `false` where one is needed.
 */
export function inputOf(schema: JsonSchema, value: FormValue): FormValue {
  const input: FormValue = {}
  const required = new Set(schema.required)
  for (const [name, given] of Object.entries(value)) {
    if (!isBlank(given) || Array.isArray(given)) input[name] = given
    else if (given === null && isNullable(schema.properties?.[name])) input[name] = null
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (input[name] !== undefined || !required.has(name)) continue
    const kind = controlOf(property)
    if (kind === 'boolean') input[name] = false
    else if (plain(property).type === 'array') input[name] = []
  }
  return input
}

/**
 * Whether a command's button opens its form: some property is shown, is not given, and is either needed or stands open.
 * A command whose only open questions are folded away (`folded` in its declaration) runs at once.
 */
export function asksSomething(schema: JsonSchema, given: FormValue): boolean {
  const required = new Set(schema.required)
  return shownProperties(schema).some(
    ([name, property]) => isBlank(given[name]) && (required.has(name) || !plain(property).folded),
  )
}
