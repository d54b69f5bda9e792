import type { Messages } from '../../../kernel/language/catalogue.ts'
import { deskSv } from './desk/sv.ts'
import type { Keys } from './en.ts'
import { groundSv } from './ground/sv.ts'

export const sv: Messages<Keys> = { ...deskSv, ...groundSv }
