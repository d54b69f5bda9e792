/** The header If (RFC 4918, 10.4): lists of states, of which one must hold. */

export interface Condition {
  readonly not: boolean
  readonly token: string | null
  readonly etag: string | null
}

export interface ConditionList {
  /** The address it speaks of; null for that of the request. */
  readonly resource: string | null
  readonly conditions: readonly Condition[]
}

/** Lists of a header, or null where it cannot be read. */
export function parseIf(header: string): readonly ConditionList[] | null {
  const lists: ConditionList[] = []
  let resource: string | null = null
  let rest = header.trim()
  while (rest) {
    const tag = /^<([^<>]{1,2000})>\s*/.exec(rest)
    if (tag) {
      resource = tag[1]!
      rest = rest.slice(tag[0].length)
    }
    const list = /^\(((?:[^()"]|"[^"]*")*)\)\s*/.exec(rest)
    if (!list) return null
    const conditions = parseConditions(list[1]!)
    if (!conditions) return null
    lists.push({ resource, conditions })
    rest = rest.slice(list[0].length)
  }
  return lists.length > 0 ? lists : null
}

function parseConditions(inner: string): readonly Condition[] | null {
  const conditions: Condition[] = []
  let rest = inner.trim()
  while (rest) {
    const one = /^(Not\s+)?(?:<([^<>]{1,1000})>|\[((?:W\/)?"[^"]*")\])\s*/i.exec(rest)
    if (!one) return null
    conditions.push({ not: one[1] !== undefined, token: one[2] ?? null, etag: one[3] ?? null })
    rest = rest.slice(one[0].length)
  }
  return conditions.length > 0 ? conditions : null
}

/** The UUID of a lock token, as `opaquelocktoken:` (RFC 4918, appendix C) writes it; null for a token that is not ours. */
export function tokenId(token: string): string | null {
  return (
    /^opaquelocktoken:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i
      .exec(token)?.[1]
      ?.toLowerCase() ?? null
  )
}

/** The tokens a request shows, in whichever list. */
export const tokensOf = (lists: readonly ConditionList[]): ReadonlySet<string> =>
  new Set(lists.flatMap(({ conditions }) => conditions.flatMap(({ token }) => (token && tokenId(token)) || [])))
