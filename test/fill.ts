/** Fills the ids of an example with real ones, by the kind that the schema says they are of. */
import type { JsonSchema } from '../src/surfaces/wire-schema.ts'

type Node = JsonSchema & {
  readonly anyOf?: readonly Node[]
  readonly oneOf?: readonly Node[]
  readonly items?: Node
  readonly format?: string
  readonly kind?: string
  readonly control?: string
}

/** What an id is wanted for: the kind it is of (null where the schema leaves it open), and the field it stands in. */
export interface Wanted {
  readonly kind: string | null
  readonly field: string
}

const branches = (schema: Node): readonly Node[] => schema.anyOf ?? schema.oneOf ?? []

/** The schema of an id: its own, or that of the branch of a nullable one. */
const idSchema = (schema: Node): Node | undefined =>
  schema.format === 'uuid' ? schema : branches(schema).find(branch => branch.format === 'uuid')

/** Gives the example anew with real ids in it; the same id of the example is filled by the same real one. */
export async function fill(
  schema: JsonSchema,
  example: unknown,
  idFor: (wanted: Wanted) => Promise<string>,
): Promise<unknown> {
  const known = new Map<string, string>()
  const walk = async (node: Node | undefined, value: unknown, field: string): Promise<unknown> => {
    if (!node) return value
    const id = idSchema(node)
    if (id && typeof value === 'string') {
      const kind = id.kind ?? node.kind ?? (id.control === 'file' ? 'file' : null)
      const key = `${kind} ${value}`
      const found = known.get(key) ?? (await idFor({ kind, field }))
      known.set(key, found)
      return found
    }
    if (Array.isArray(value)) {
      const items = node.items ?? branches(node).find(branch => branch.items)?.items
      const filled: unknown[] = []
      for (const one of value) filled.push(await walk(items, one, field))
      return filled
    }
    if (value === null || typeof value !== 'object') return value
    const properties = node.properties ?? branches(node).find(branch => branch.properties)?.properties ?? {}
    const filled: Record<string, unknown> = {}
    for (const [name, one] of Object.entries(value))
      filled[name] = await walk(properties[name] as Node | undefined, one, name)
    return filled
  }
  return walk(schema as Node, example, '')
}
