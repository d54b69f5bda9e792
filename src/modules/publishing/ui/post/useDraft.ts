import { useState } from 'react'
import type { PostDetail } from '../words.ts'

export interface PictureDraft {
  readonly fileId: string | null
  readonly documentId: string | null
  readonly alt: string
  /** Where it is shown from; a new one has no address before it is saved. */
  readonly shown: string | null
}

export interface Draft {
  readonly text: string
  readonly link: string
  readonly hashtags: string
  readonly plannedAt: string | null
  readonly outletIds: readonly string[]
  readonly own: Readonly<Record<string, string | null>>
  readonly pictures: readonly PictureDraft[]
}

const draftOf = (detail: PostDetail, address: (n: number) => string): Draft => ({
  text: detail.text,
  link: detail.link ?? '',
  hashtags: detail.hashtags.map(tag => `#${tag}`).join(' '),
  plannedAt: detail.plannedAt,
  outletIds: detail.placements.map(one => one.outlet.id),
  own: Object.fromEntries(detail.placements.map(one => [one.outlet.id, one.ownText])),
  pictures: detail.pictures.map(one => ({
    fileId: one.fileId,
    documentId: one.document?.id ?? null,
    alt: one.alt ?? '',
    shown: address(one.n),
  })),
})

/** What is written and not saved yet, and what of it differs. */
export function useDraft(detail: PostDetail, address: (n: number) => string) {
  const [first] = useState(() => draftOf(detail, address))
  const [draft, setDraft] = useState(first)
  const put = (changes: Partial<Draft>) => setDraft(now => ({ ...now, ...changes }))
  return { draft, put, dirty: JSON.stringify(draft) !== JSON.stringify(first) }
}

export function inputOf(detail: PostDetail, draft: Draft) {
  return {
    id: detail.record.id,
    expectedVersion: detail.record.version,
    text: draft.text,
    link: draft.link.trim() || null,
    hashtags: draft.hashtags.trim() || null,
    plannedAt: draft.plannedAt,
    outletIds: [...draft.outletIds],
    own: draft.outletIds.map(outletId => ({ outletId, text: draft.own[outletId] ?? null })),
    pictures: draft.pictures.map(one => ({
      ...(one.fileId ? { fileId: one.fileId } : { documentId: one.documentId! }),
      alt: one.alt.trim() || null,
    })),
  }
}
