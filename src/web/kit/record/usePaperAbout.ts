import { useQuery } from '../../useQuery.ts'

export interface PaperAbout {
  readonly id: string
  readonly title: string
  /** Whom it is from or to. */
  readonly partyId: string | undefined
}

/** What the pages of papers and letters answer, as far as it is asked here. */
interface PaperSeen {
  readonly record: { readonly title: string }
  readonly row: { readonly sender: { readonly id: string | null } | null }
}
interface LetterSeen {
  readonly document: { readonly id: string; readonly title: string } | null
  readonly party: { readonly id: string } | null
}

/** The paper that a page is opened about: a document itself, or what a finished letter was filed as; null where there is none. */
export function usePaperAbout(id: string | undefined): PaperAbout | null | 'waiting' {
  const paper = useQuery<unknown>('documents.get-document', { id } as never, { when: id !== undefined })
  const isElse = paper.isError && id !== undefined
  const asked = useQuery<unknown>('letters.get-letter', { id } as never, { when: isElse })
  if (id === undefined) return null
  if (paper.data) {
    const { record, row } = paper.data as PaperSeen
    return { id, title: record.title, partyId: row.sender?.id ?? undefined }
  }
  if (isElse && asked.isError) return null
  if (!asked.data) return 'waiting'
  const letter = asked.data as LetterSeen
  return letter.document ? { ...letter.document, partyId: letter.party?.id } : null
}
