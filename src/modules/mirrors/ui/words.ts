import type { en } from '../messages/en.ts'

export type MirrorKeys = keyof typeof en

/** Products are called the same in every language. */
export const productNames = { caldav: 'CalDAV', google: 'Google', microsoft: 'Microsoft 365' } as const
export const consentKinds = ['google', 'microsoft'] as const
