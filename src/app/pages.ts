/**
 * The pages of every module, for the web build: each module's `ui/pages.ts` lists its own (a path and how to load it),
 * so a page is fetched when it is first opened. Read by src/web alone.
 */
import type { ModulePages } from '../web/page.ts'

const found = import.meta.glob<ModulePages>('../modules/*/ui/pages.ts', { eager: true })

export const modulePages: readonly ModulePages[] = Object.values(found)
