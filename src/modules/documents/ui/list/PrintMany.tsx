import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { OutputOf } from '../../../../web/answers.ts'
import { runQuery } from '../../../../web/client.ts'
import { tell, tellProgress } from '../../../../web/kit/notices.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { getDocument } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'

type Detail = OutputOf<typeof getDocument>

interface Sheet {
  readonly id: string
  /** Null: a paper without pages, printed as its text. */
  readonly page: number | null
  readonly title: string
  readonly text: string
}

const sheetsOf = ({ record, pages, text }: Detail): Sheet[] =>
  pages.length > 0
    ? pages.map(({ number }) => ({ id: record.id, page: number, title: record.title, text: '' }))
    : [{ id: record.id, page: null, title: record.title, text }]

/** Wide enough for print on A4. */
const width = 1600

/**
 * Several papers, page after page, on their way to the printer: fetched with progress and Stop, drawn only for the browser to print,
 * and gone again. What is confidential stands in the read log as when it is opened.
 */
export function PrintMany({ ids, onDone }: { readonly ids: readonly string[]; readonly onDone: () => void }) {
  const say = useSay<DocumentKeys>()
  const [sheets, setSheets] = useState<readonly Sheet[] | null>(null)
  const ended = useRef(onDone)
  ended.current = onDone
  useEffect(() => {
    const stop = new AbortController()
    const progress = tellProgress(say('page.many.print'), () => stop.abort())
    const fetchAll = async () => {
      const all: Sheet[] = []
      for (const [done, id] of ids.entries()) {
        if (stop.signal.aborted) return null
        progress.at(done / ids.length)
        all.push(...sheetsOf((await runQuery('documents.get-document', { id }, stop.signal)) as Detail))
      }
      return all
    }
    fetchAll()
      .then(all => {
        progress.end()
        if (all && !stop.signal.aborted) setSheets(all)
        else ended.current()
      })
      .catch(() => {
        progress.end()
        if (!stop.signal.aborted) tell({ kind: 'offline', text: null })
        ended.current()
      })
    return () => stop.abort()
  }, [ids, say])
  if (!sheets) return null
  return <Sheets sheets={sheets} onDone={() => ended.current()} />
}

function Sheets({ sheets, onDone }: { readonly sheets: readonly Sheet[]; readonly onDone: () => void }) {
  const say = useSay<DocumentKeys>()
  const frame = useRef<HTMLElement>(null)
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    let gone = false
    const pictures = [...(frame.current?.querySelectorAll('img') ?? [])]
    const progress = tellProgress(say('page.many.print'), () => {
      gone = true
      done.current()
    })
    let ready = 0
    const drawn = pictures.map(picture =>
      picture
        .decode()
        // A page that cannot be drawn leaves its place; the others are printed.
        .catch(() => undefined)
        .then(() =>
          progress.at(++ready / pictures.length, say('page.many.preparing', { done: ready, total: pictures.length })),
        ),
    )
    void Promise.all(drawn).then(() => {
      progress.end()
      if (gone) return
      window.print()
      done.current()
    })
    return () => {
      gone = true
      progress.end()
    }
  }, [sheets, say])
  return createPortal(
    <section className="on-paper papers" ref={frame}>
      {sheets.map(({ id, page, title, text }) =>
        page === null ? (
          <article key={id}>
            <h1>{title}</h1>
            <pre>{text}</pre>
          </article>
        ) : (
          <img key={`${id} ${page}`} src={`/api/documents/${id}/pages/${page}.webp?width=${width}`} alt={title} />
        ),
      )}
    </section>,
    document.body,
  )
}
