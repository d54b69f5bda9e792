import type { PageDefinition, PageName, RailPlace } from '../page.ts'
import { holds } from '../permissions.ts'

export interface Place extends RailPlace {
  readonly path: string
  readonly keys?: string
  /** The other pages of its section, shown while one is in it. */
  readonly pages: readonly SectionPage[]
}

export interface SectionPage extends PageName {
  readonly path: string
}

export interface Places {
  /** The rail's groups, each in order: everyday, modules in use, the rest. */
  readonly groups: readonly (readonly Place[])[]
  /** Behind the machine door. */
  readonly machine: readonly Place[]
}

/** What stands in the rail for who holds these permissions. */
export function placesOf(pages: readonly PageDefinition[], permissions: readonly string[]): Places {
  const permitted = (place: PageName) => !place.permission || holds(permissions, place.permission)
  const all = pages
    .flatMap((page): Place[] => {
      if (!page.rail) return []
      const beneath = sectionOf(page.rail.section, pages).filter(permitted)
      const [first] = beneath
      if (permitted(page.rail))
        return [{ ...page.rail, path: page.path, pages: beneath, ...(page.keys ? { keys: page.keys } : {}) }]
      // Whoever may see only some pages of a section enters it by the first of them.
      const { count: _count, permission: _permission, ...rail } = page.rail
      return first ? [{ ...rail, path: first.path, pages: beneath }] : []
    })
    .toSorted((a, b) => a.order - b.order)
  const groups = Map.groupBy(
    all.filter(place => place.door !== 'machine'),
    place => Math.floor(place.order / 100),
  )
  return { groups: [...groups.values()], machine: all.filter(place => place.door === 'machine') }
}

const sectionOf = (section: string | undefined, pages: readonly PageDefinition[]): SectionPage[] =>
  section === undefined
    ? []
    : pages
        .flatMap(({ named, path }) => (named?.section === section ? [{ ...named, path }] : []))
        .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))

const isAt = (path: string, place: string): boolean =>
  place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`)

/** The longest address by which a place or a page of a section holds this one; 0 when none does. */
const reach = (path: string, place: SectionPage): number =>
  Math.max(0, ...[place.path, ...(place.also ?? [])].filter(one => isAt(path, one)).map(one => one.length))

/** Whether a page is the place, stands beneath it, or in its section; `/` is only itself. */
export const isWithin = (path: string, place: Place): boolean =>
  reach(path, place) > 0 || place.pages.some(page => reach(path, page) > 0)

/** Of a section's pages the one that is open: the one with the longest address, since `/books/reports` stands beneath `/books`. */
export const openPage = (path: string, { pages }: Place): SectionPage | undefined =>
  pages.filter(page => reach(path, page) > 0).toSorted((a, b) => reach(path, b) - reach(path, a))[0]
