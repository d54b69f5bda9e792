import type { Messages } from '../../../../kernel/language/catalogue.ts'
import { actsRo } from './acts-ro.ts'
import type { DeskKeys } from './en.ts'
import { pageRo } from './page-ro.ts'

export const deskRo: Messages<DeskKeys> = { ...actsRo, ...pageRo }
