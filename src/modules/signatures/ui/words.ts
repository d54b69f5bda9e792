import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getSigning, listSignings } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type Keys = keyof typeof en
export type SigningLine = OutputOf<typeof listSignings>['rows'][number]
export type SigningDetail = OutputOf<typeof getSigning>
export type SignerLine = SigningDetail['signers'][number]

export const signingGlyphs: Readonly<Record<SigningLine['state'], Glyph>> = {
  open: 'half',
  completed: 'done',
  declined: 'blocked',
  withdrawn: 'ended',
}
export const signerGlyphs: Readonly<Record<SignerLine['state'], Glyph>> = {
  later: 'draft',
  asked: 'waits',
  signed: 'done',
  declined: 'blocked',
}
export const ways = ['screen', 'link', 'paper', 'service'] as const
export const roles = ['self', 'company', 'company-together', 'witness'] as const
export type Mark = { readonly strokes: string } | { readonly typed: string }
