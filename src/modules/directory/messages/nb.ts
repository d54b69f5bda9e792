import type { Messages } from '../../../kernel/language/catalogue.ts'
import { en, type Keys } from './en.ts'

export const nb: Messages<Keys> = en
