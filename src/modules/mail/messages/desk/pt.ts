import type { Messages } from '../../../../kernel/language/catalogue.ts'
import { actsPt } from './acts-pt.ts'
import type { DeskKeys } from './en.ts'
import { pagePt } from './page-pt.ts'

export const deskPt: Messages<DeskKeys> = { ...actsPt, ...pagePt }
