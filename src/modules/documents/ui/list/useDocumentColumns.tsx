import './list.css'
import { useMemo } from 'react'
import { Marked } from '../../../../web/kit/Marked.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column } from '../../../../web/kit/list/types.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import type { DocumentLine } from '../kinds.ts'
import { DocumentStateMark } from './DocumentState.tsx'

/** Beneath the title: the words that were searched for, else what it is about. */
function snippetOf(line: DocumentLine) {
  if (line.snippet) return <Marked text={line.snippet.text} marks={line.snippet.marks} />
  const about = line.subject && !line.title.includes(line.subject) ? line.subject : null
  return about ?? line.name
}

/** What has pages that can be drawn small. */
const drawn: ReadonlySet<string> = new Set(['pdf', 'image'])

/**
 * The first page, small, drawn when its row comes into sight. Not of what is confidential: to look at it is noted, and a list
 * that is passed over is no look.
 */
function Small({ line }: { readonly line: DocumentLine }) {
  if (!line.pageCount || !drawn.has(line.mediaKind ?? '') || line.class >= 2) return null
  return (
    <img
      className="small-page"
      src={`/api/documents/${line.id}/pages/1.webp?width=120`}
      alt=""
      width={26}
      height={36}
      loading="lazy"
      decoding="async"
    />
  )
}

/** The columns that decide: what, which kind, when, how much, where it lies, what is still to do. */
export function useDocumentColumns(): readonly Column<DocumentLine>[] {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  return useMemo(() => {
    const filed = (line: DocumentLine) => (line.classCode ? `${line.classCode.code} ${line.classCode.name}` : '')
    const received = (line: DocumentLine) => formats.dayOf(line.receivedAt)
    return [
      { key: 'picture', label: '', width: 44, wide: true, cell: line => <Small line={line} /> },
      {
        key: 'title',
        label: say('kind.document'),
        phone: 'title',
        sortable: true,
        text: line => line.title,
        cell: line => <TitleCell title={line.title} snippet={snippetOf(line)} />,
      },
      {
        key: 'kind',
        label: say('field.kind'),
        width: 118,
        wide: true,
        text: line => say(`choice.kind.${line.kind}`),
        cell: line => say(`choice.kind.${line.kind}`),
      },
      {
        key: 'received',
        label: say('field.receivedAt'),
        width: 116,
        phone: 'right',
        sortable: true,
        text: received,
        cell: line => <time dateTime={line.receivedAt}>{formats.fullDay(received(line))}</time>,
      },
      {
        key: 'total',
        label: say('page.documents.amount'),
        width: 148,
        align: 'end',
        phone: 'below',
        sortable: true,
        text: line => line.total?.amount ?? '',
        money: line => line.total,
        cell: line => (line.total ? formats.money(line.total) : null),
      },
      {
        key: 'classCode',
        label: say('field.classCode'),
        width: 178,
        wide: true,
        text: filed,
        cell: line => <span title={filed(line)}>{filed(line)}</span>,
      },
      {
        key: 'state',
        label: say('page.documents.state'),
        width: 158,
        phone: 'left',
        text: line => say(`choice.state.${line.state}`),
        cell: line => <DocumentStateMark line={line} />,
      },
    ] satisfies Column<DocumentLine>[]
  }, [say, formats])
}
