import type { en } from '../messages/en.ts'

export type DirectoryKeys = keyof typeof en
