import { actsEn } from './acts-en.ts'
import { pageEn } from './page-en.ts'

export const deskEn = { ...actsEn, ...pageEn } as const
export type DeskKeys = keyof typeof deskEn
