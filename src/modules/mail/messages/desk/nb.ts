import type { Messages } from '../../../../kernel/language/catalogue.ts'
import { actsNb } from './acts-nb.ts'
import type { DeskKeys } from './en.ts'
import { pageNb } from './page-nb.ts'

export const deskNb: Messages<DeskKeys> = { ...actsNb, ...pageNb }
