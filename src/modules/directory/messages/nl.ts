import type { Messages } from '../../../kernel/language/catalogue.ts'
import { en, type Keys } from './en.ts'

export const nl: Messages<Keys> = en
