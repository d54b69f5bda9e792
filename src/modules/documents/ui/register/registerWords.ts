import type { OutputOf } from '../../../../web/answers.ts'
import type { getRegistration, listRegister } from '../../contract.ts'
import type { en } from '../../messages/en.ts'

export type Words = keyof typeof en
export type Entry = OutputOf<typeof listRegister>['rows'][number]
export type RegistrationDetail = OutputOf<typeof getRegistration>
export const directions = ['in', 'out', 'internal'] as const
