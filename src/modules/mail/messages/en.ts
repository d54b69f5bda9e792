import type { Messages } from '../../../kernel/language/catalogue.ts'
import { deskEn } from './desk/en.ts'
import { groundEn } from './ground/en.ts'

export const en = { ...deskEn, ...groundEn } as const satisfies Messages
export type Keys = keyof typeof en
