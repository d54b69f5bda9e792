/**
 * The pages of every module, for the web build: each module's `ui/pages.ts` lists its own (a path and how to load it),
 * so a page is fetched when it is first opened. Read by src/web alone.
 */
import type { ModulePages } from '../web/page.ts'

const found = import.meta.glob<ModulePages>('../modules/*/ui/pages.ts', { eager: true })

export const modulePages: readonly ModulePages[] = Object.values(found)

/** Where commands have a form of their own. */
export const formPages: Readonly<Record<string, string>> = Object.assign({}, ...modulePages.map(({ forms }) => forms))

/** What a module is called: as its first page in the rail or the palette. */
export const moduleNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(found).flatMap(([path, { pages }]) => {
    const first = pages.find(({ rail, named }) => rail ?? named)
    const message = (first?.rail ?? first?.named)?.message
    return message ? [[path.split('/')[2], message]] : []
  }),
)
