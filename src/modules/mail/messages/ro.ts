import type { Messages } from '../../../kernel/language/catalogue.ts'
import { deskRo } from './desk/ro.ts'
import type { Keys } from './en.ts'
import { groundRo } from './ground/ro.ts'

export const ro: Messages<Keys> = { ...deskRo, ...groundRo }
