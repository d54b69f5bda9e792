import type { Can } from '../../../../web/answers.ts'
import type { Glyph } from '../../../../web/kit/State.tsx'
import * as kit from '../../../../web/kit/words.ts'
import { moduleNames } from '../../../../web/moduleNames.ts'
import type { SayFunction } from '../../../../web/language/Say.tsx'
import type { Keys } from '../../messages/en.ts'

export type Say = SayFunction<Keys>

/** The kit words what the registry names, which the type of no catalogue lists. */
const any = (say: Say) => say as unknown as SayFunction<string>
export const commandWords = (say: Say, name: string): string => kit.commandWords(any(say), name)
export const kindWords = (say: Say, kind: string): string => kit.kindWords(any(say), kind)
export const stateWords = (say: Say, kind: string, state: string): string => kit.stateWords(any(say), kind, state)
export const fieldWords = (say: Say, name: string): string => kit.fieldWords(any(say), '', name)
export const refusalWords = (say: Say, because: NonNullable<Can['refusedBecause']>): string =>
  kit.refusalWords(any(say), because)

/** The part of a permission before its dot: the module it belongs to. */
export const areaOf = (permission: string): string => permission.slice(0, Math.max(0, permission.indexOf('.')))

/** A module in the office's words: `documents` → Documents, `oncall` → On call. */
export const areaWords = (say: Say, area: string): string => kit.moduleWords(any(say), area, moduleNames) ?? area

/** A permission in words: `documents.*` is everything there, `*` everything. */
export function rightWords(say: Say, permission: string): string {
  if (permission === '*') return say('page.rights.everything')
  if (permission.endsWith('.*')) return say('page.rights.all-of', { area: areaWords(say, areaOf(permission)) })
  return say.maybe(`permission.${permission}`) ?? say.maybe(permission) ?? permission
}

/** Permissions as one reads them: areas first, then single acts, most areas by name. */
export const rightsInWords = (say: Say, permissions: readonly string[]): string[] =>
  permissions
    .toSorted((a, b) => Number(b.endsWith('*')) - Number(a.endsWith('*')))
    .map(permission => rightWords(say, permission))

export const personGlyph: Readonly<Record<'invited' | 'active' | 'disabled', Glyph>> = {
  invited: 'waits',
  active: 'settled',
  disabled: 'ended',
}

export const mandateGlyph: Readonly<Record<'coming' | 'holds' | 'ended' | 'revoked', Glyph>> = {
  coming: 'draft',
  holds: 'half',
  ended: 'settled',
  revoked: 'ended',
}

export const approvalGlyph: Readonly<Record<'open' | 'approved' | 'refused' | 'withdrawn' | 'closed', Glyph>> = {
  open: 'waits',
  approved: 'done',
  refused: 'ended',
  withdrawn: 'draft',
  closed: 'blocked',
}
