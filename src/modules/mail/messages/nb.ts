import type { Messages } from '../../../kernel/language/catalogue.ts'
import { deskNb } from './desk/nb.ts'
import type { Keys } from './en.ts'
import { groundNb } from './ground/nb.ts'

export const nb: Messages<Keys> = { ...deskNb, ...groundNb }
