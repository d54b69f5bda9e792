import type { PageDefinition, RailPlace } from '../page.ts'
import { holds } from '../permissions.ts'

export interface Place extends RailPlace {
  readonly path: string
  readonly keys?: string
}

export interface Places {
  /** The rail's groups, each in order: everyday, modules in use, the rest. */
  readonly groups: readonly (readonly Place[])[]
  /** Behind the machine door. */
  readonly machine: readonly Place[]
}

/** What stands in the rail for who holds these permissions. */
export function placesOf(pages: readonly PageDefinition[], permissions: readonly string[]): Places {
  const permitted = (place: RailPlace) => !place.permission || holds(permissions, place.permission)
  const all = pages
    .flatMap((page): Place[] =>
      page.rail && permitted(page.rail)
        ? [{ ...page.rail, path: page.path, ...(page.keys ? { keys: page.keys } : {}) }]
        : [],
    )
    .toSorted((a, b) => a.order - b.order)
  const groups = Map.groupBy(
    all.filter(place => place.door !== 'machine'),
    place => Math.floor(place.order / 100),
  )
  return { groups: [...groups.values()], machine: all.filter(place => place.door === 'machine') }
}

/** Whether a page is the place or stands beneath it; `/` is only itself. */
export const isWithin = (path: string, place: Place): boolean =>
  place.path === '/' ? path === '/' : path === place.path || path.startsWith(`${place.path}/`)
