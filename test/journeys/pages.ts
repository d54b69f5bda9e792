/** The addresses of every page of every module, records filled with real ids. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageDefinition } from '../../src/web/page.ts'
import type { Places } from './small-office.ts'

const modules = join(import.meta.dirname, '../../src/modules')

/** All pages, as the modules' `ui/pages.ts` list them. */
export async function allPages(): Promise<PageDefinition[]> {
  const found = await Promise.all(
    (await readdir(modules)).map(async module => {
      const path = join(modules, module, 'ui/pages.ts')
      return import(path).then(
        ({ pages }: { pages: readonly PageDefinition[] }) => pages,
        (fault: NodeJS.ErrnoException) => {
          if (fault.code === 'ERR_MODULE_NOT_FOUND') return []
          throw fault
        },
      )
    }),
  )
  return found.flat()
}

/** `/tasks/$id` becomes a task of the office; where the office has none, `left` is told. */
export async function pagePaths(places: Places, left: (path: string) => void = console.log): Promise<string[]> {
  return (await allPages()).flatMap(({ path }) => {
    if (!path.includes('$')) return [path]
    const id = places[path.slice(0, path.indexOf('/$'))]
    if (!id) left(`${path}: nothing in the office to show it with`)
    return id ? [path.replace(/\$\w+/, id)] : []
  })
}
