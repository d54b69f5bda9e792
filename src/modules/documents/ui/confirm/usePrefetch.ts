import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { InputOf, OutputOf } from '../../../../web/answers.ts'
import { runQuery } from '../../../../web/client.ts'
import { queryKey } from '../../../../web/useQuery.ts'
import type { getDocument, previewConfirm } from '../../contract.ts'

/** So long what was fetched ahead counts as fresh, ms; a change by anybody makes it stale at once. */
const fresh_ms = 60_000
/** The paper that is looked at comes first; the next one is fetched when it has been drawn, ms. */
const pause_ms = 150
/** How wide a page is drawn on an ordinary screen, where none is shown to go by. */
const usualWidth = 800

/** Fetches the next paper, what confirming it will do and its first page, while one still looks at this one. */
export function usePrefetch(next: string | null): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!next) return
    const ask = <D>(name: string) =>
      queries.fetchQuery<OutputOf<D>>({
        queryKey: queryKey(name, { id: next }),
        queryFn: ({ signal }) => runQuery<D>(name, { id: next } as InputOf<D>, signal),
        staleTime: fresh_ms,
      })
    const fetchAll = async () => {
      const [paper] = await Promise.all([
        ask<typeof getDocument>('documents.get-document'),
        ask<typeof previewConfirm>('documents.preview-confirm'),
      ])
      const drawn = paper.pages.find(({ source }) => source !== 'flow')
      const shown = document.querySelector<HTMLImageElement>('.sheetpage img')
      const size = shown ? new URL(shown.src).search : `?width=${usualWidth}`
      if (drawn) new Image().src = `/api/documents/${next}/pages/${drawn.number}.webp${size}`
    }
    // What cannot be had ahead is asked for, and told, when the paper is opened.
    const timer = setTimeout(() => void fetchAll().catch(() => undefined), pause_ms)
    return () => clearTimeout(timer)
  }, [next, queries])
}
