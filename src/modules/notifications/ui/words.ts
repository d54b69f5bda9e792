import type { en } from '../messages/en.ts'

export type NoticeKeys = keyof typeof en
