import { useEffect } from 'react'
import { openCommand } from '../../../web/kit/openers.ts'
import { useGo } from '../../../web/Link.tsx'
import { useSearch } from '../../../web/useAddress.ts'
import Jobs from './Jobs.tsx'

/** Opened about a document: the queue, with the form for it over it. */
export default function PrintAbout() {
  const [search] = useSearch()
  const go = useGo()
  const about = search['about']
  useEffect(() => {
    if (!about) return
    openCommand({
      command: 'printing.print-document',
      input: { documentId: about },
      done: answer => go(`/printing/${(answer.output as { id: string }).id}`),
    })
  }, [about, go])
  return <Jobs />
}
