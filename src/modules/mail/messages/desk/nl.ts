import type { Messages } from '../../../../kernel/language/catalogue.ts'
import { actsNl } from './acts-nl.ts'
import type { DeskKeys } from './en.ts'
import { pageNl } from './page-nl.ts'

export const deskNl: Messages<DeskKeys> = { ...actsNl, ...pageNl }
