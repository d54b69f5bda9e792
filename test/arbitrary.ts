/** Inputs made from a wire schema: mostly valid ones, with ids drawn from those given. */
import fc from 'fast-check'
import type { JsonSchema } from '../src/surfaces/wire-schema.ts'

type Node = JsonSchema & Readonly<Record<string, unknown>>
type Any = fc.Arbitrary<unknown>

/** What strings and ids are drawn from. */
export interface Drawn {
  readonly ids: readonly string[]
  readonly words: readonly string[]
}

const two = (n: number): string => String(n).padStart(2, '0')
const date = fc
  .tuple(fc.integer({ min: 2020, max: 2032 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`)

function text(node: Node, { ids, words }: Drawn): Any {
  switch (node['format']) {
    case 'uuid':
      return fc.constantFrom(...ids)
    case 'date':
      return date
    case 'date-time':
      return date.map(on => `${on}T08:00:00Z`)
    case 'email':
      return fc.constantFrom('a@example.org', 'someone@example.se')
  }
  if (typeof node['pattern'] === 'string')
    return node['pattern'].includes('[A-Z]{3}')
      ? fc.constantFrom('SEK', 'EUR')
      : fc.stringMatching(new RegExp(node['pattern']))
  const least = Number(node['minLength'] ?? 0)
  const most = Math.min(Number(node['maxLength'] ?? 60), 60)
  const fitting = words.filter(word => word.length >= least && word.length <= most)
  const made = fc.string({ minLength: least, maxLength: Math.max(least, Math.min(most, 12)) })
  return fitting.length > 0
    ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: made })
    : made
}

function object(node: Node, drawn: Drawn): Any {
  const properties = (node.properties ?? {}) as Record<string, Node>
  const required = (node['required'] ?? []) as string[]
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, inputFor(property, drawn)]),
  )
  if (Object.keys(fields).length > 0)
    return fc.record(fields, { requiredKeys: required.filter(name => name in fields), noNullPrototype: true })
  return typeof node['additionalProperties'] === 'object'
    ? fc.dictionary(fc.string({ maxLength: 8 }), inputFor(node['additionalProperties'] as Node, drawn), {
        maxKeys: 3,
        noNullPrototype: true,
      })
    : fc.constant({})
}

function array(node: Node, drawn: Drawn): Any {
  const minLength = Number(node['minItems'] ?? 0)
  const maxLength = Math.max(minLength, Math.min(Number(node['maxItems'] ?? 3), 3))
  const tuple = node['prefixItems'] as Node[] | undefined
  return tuple
    ? fc.tuple(...tuple.map(one => inputFor(one, drawn)))
    : fc.array(inputFor((node['items'] ?? {}) as Node, drawn), { minLength, maxLength })
}

/** An arbitrary of what a schema takes. What a schema cannot say (refinements) makes some of them invalid. */
export function inputFor(schema: JsonSchema, drawn: Drawn): Any {
  const node = schema as Node
  const branches = (node['anyOf'] ?? node['oneOf']) as Node[] | undefined
  if (branches) return fc.oneof(...branches.map(branch => inputFor(branch, drawn)))
  if ('const' in node) return fc.constant(node['const'])
  if (Array.isArray(node['enum'])) return fc.constantFrom(...(node['enum'] as unknown[]))
  const [least, most] = [Number(node['minimum'] ?? -5), Number(node['maximum'] ?? 1_000)]
  switch (node['type']) {
    case 'string':
      return text(node, drawn)
    case 'integer':
      return fc.integer({
        min: Math.max(least, -5),
        max: Math.max(least, -5, Math.min(most, Math.max(least, -5) + 100)),
      })
    case 'number':
      return fc.double({ min: Math.max(least, -5), max: Math.min(most, 1_000), noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return array(node, drawn)
    case 'object':
      return object(node, drawn)
    default:
      return fc.jsonValue({ maxDepth: 1 })
  }
}
