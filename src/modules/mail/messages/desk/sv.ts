import type { Messages } from '../../../../kernel/language/catalogue.ts'
import { actsSv } from './acts-sv.ts'
import type { DeskKeys } from './en.ts'
import { pageSv } from './page-sv.ts'

export const deskSv: Messages<DeskKeys> = { ...actsSv, ...pageSv }
