import type { Messages } from '../../../kernel/language/catalogue.ts'
import { deskPt } from './desk/pt.ts'
import type { Keys } from './en.ts'
import { groundPt } from './ground/pt.ts'

export const pt: Messages<Keys> = { ...deskPt, ...groundPt }
