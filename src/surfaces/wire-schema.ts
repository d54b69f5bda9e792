import type { z } from 'zod'
import { z as zod } from 'zod'

export type JsonSchema = Readonly<Record<string, unknown>> & {
  readonly properties?: Readonly<Record<string, JsonSchema>>
}

const cache = new WeakMap<object, JsonSchema>()

/** The wire's side of a schema as JSON Schema 2020-12, with what forms need to draw it. */
export function wireSchema(schema: z.ZodType): JsonSchema {
  let found = cache.get(schema)
  if (!found) {
    const { $schema: _, ...rest } = zod.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<
      string,
      unknown
    >
    cache.set(schema, (found = rest as JsonSchema))
  }
  return found
}

function takesText(property: JsonSchema | undefined): boolean {
  if (!property) return true
  const branches = (property['anyOf'] ?? property['oneOf']) as JsonSchema[] | undefined
  if (branches) return branches.some(takesText)
  return property['type'] === 'string' || (property['type'] === undefined && property['enum'] !== undefined)
}

/** Turns flat words (a query string, command-line options) into a wire input, guided by the schema. */
export function inputFromWords(
  schema: z.ZodType,
  words: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, unknown> {
  const properties = wireSchema(schema).properties ?? {}
  const input: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(words)) {
    if (value === undefined) continue
    const property = properties[name]
    if (Array.isArray(value)) input[name] = value
    else if (takesText(property)) input[name] = value
    else {
      try {
        input[name] = JSON.parse(value)
      } catch {
        input[name] = property?.['type'] === 'array' ? value.split(',') : value
      }
    }
  }
  return input
}
