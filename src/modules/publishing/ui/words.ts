import type { OutputOf } from '../../../web/answers.ts'
import type { Hue } from '../../../web/kit/calendar/gridEvent.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getPageChange, getPublication, listOutlets, listPageChanges, listPublications } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type PublishingKeys = keyof typeof en
export type PostDetail = OutputOf<typeof getPublication>
export type PostLine = OutputOf<typeof listPublications>['rows'][number]
export type PlacementDetail = PostDetail['placements'][number]
export type OutletLine = OutputOf<typeof listOutlets>['rows'][number]
export type PageDetail = OutputOf<typeof getPageChange>
export type PageLine = OutputOf<typeof listPageChanges>['rows'][number]

export const postStates = ['draft', 'asked', 'approved', 'published', 'dropped'] as const
export const pageStates = ['requested', 'approved', 'done', 'dropped'] as const
export const postGlyphs: Readonly<Record<PostLine['state'], Glyph>> = {
  draft: 'draft',
  asked: 'waits',
  approved: 'settled',
  published: 'done',
  dropped: 'ended',
}
export const placementGlyphs: Readonly<Record<PlacementDetail['state'], Glyph>> = {
  waiting: 'open',
  sending: 'half',
  handed: 'waits',
  published: 'done',
  failed: 'late',
  unsure: 'blocked',
  missed: 'late',
  skipped: 'ended',
}
export const pageGlyphs: Readonly<Record<PageLine['state'], Glyph>> = {
  requested: 'waits',
  approved: 'half',
  done: 'done',
  dropped: 'ended',
}
/** By how far it is, not by where it goes: what wants somebody stands out. */
export const postHues: Readonly<Record<PostLine['state'], Hue>> = {
  draft: 'grey',
  asked: 'yellow',
  approved: 'blue',
  published: 'green',
  dropped: 'grey',
}

export const pictureAddress = (id: string, n: number, save = false): string =>
  `/api/publishing/${id}/pictures/${n}${save ? '?save' : ''}`
