import type { Messages } from '../../../kernel/language/catalogue.ts'
import { deskNl } from './desk/nl.ts'
import type { Keys } from './en.ts'
import { groundNl } from './ground/nl.ts'

export const nl: Messages<Keys> = { ...deskNl, ...groundNl }
