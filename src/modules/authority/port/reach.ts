/**
 * How far authority reaches, as pure arithmetic on maps of permission to limit. A permission is `module.act`, `module.*` or
 * `*`; the most specific entry holds (`limitOf` of the kernel reads the same way). `null` is without limit.
 */
import type { Limit } from '../../../kernel/authority.ts'

export type Reach = ReadonlyMap<string, Limit>

/** Whether the pattern grants the permission: `documents.*` covers `documents.confirm` and itself. */
export function covers(pattern: string, permission: string): boolean {
  if (pattern === '*' || pattern === permission) return true
  return pattern.endsWith('.*') && permission.startsWith(pattern.slice(0, -1))
}

/** The limit of a permission or pattern by its most specific covering entry; undefined is not at all. */
export function reachOf(reach: Reach, permission: string): Limit | undefined {
  const module = permission.slice(0, permission.indexOf('.') + 1)
  for (const key of [permission, ...(module ? [`${module}*`] : []), '*']) {
    const limit = reach.get(key)
    if (limit !== undefined) return limit
  }
  return undefined
}

/** The wider of two limits. In different currencies they cannot be compared: the first stays. */
export function wider(a: Limit, b: Limit): Limit {
  if (a === null || b === null) return null
  return a.currency === b.currency && b.minor > a.minor ? b : a
}

/** The narrower of two limits; in different currencies nothing is certain, so nothing may pass without asking. */
export function narrower(a: Limit, b: Limit): Limit {
  if (a === null) return b
  if (b === null) return a
  if (a.currency !== b.currency) return { minor: 0n, currency: a.currency }
  return b.minor < a.minor ? b : a
}

/** Several roles together: each permission reaches as far as the role that takes it furthest. */
export function union(roles: readonly Reach[], own: Reach = new Map()): Reach {
  const together = new Map<string, Limit>()
  for (const key of new Set([...roles, own].flatMap(reach => [...reach.keys()]))) {
    const limits = roles.map(role => reachOf(role, key)).filter(limit => limit !== undefined)
    if (limits.length === 0) continue
    const ownLimit = reachOf(own, key)
    together.set(key, ownLimit === undefined ? limits.reduce(wider) : ownLimit)
  }
  return together
}

/** What a mandate leaves of its giver's reach: the permissions named, as far as the giver has them, up to its limit. */
export function lent(giver: Reach, permissions: readonly string[], limit: Limit): Reach {
  const left = new Map<string, Limit>()
  for (const named of permissions) {
    for (const held of giver.keys()) {
      const both = covers(held, named) ? named : covers(named, held) ? held : null
      if (both) left.set(both, narrower(reachOf(giver, both)!, limit))
    }
  }
  return left
}

/** Whether whoever has `holder` could do all that `other` could: nobody gives more than they hold. */
export function holdsAll(holder: Reach, other: Reach): boolean {
  const within = (limit: Limit | undefined, wanted: Limit): boolean => {
    if (limit === undefined || limit === null) return limit === null
    return wanted !== null && wanted.currency === limit.currency && wanted.minor <= limit.minor
  }
  const patterns = [...holder.keys()]
  return [...other].every(([permission, wanted]) => {
    // A narrower entry of the holder's own inside a pattern that is asked for counts too.
    const inside = patterns.filter(pattern => covers(permission, pattern) && pattern !== permission)
    return [permission, ...inside].every(key => within(reachOf(holder, key), reachOf(other, key) ?? wanted))
  })
}
