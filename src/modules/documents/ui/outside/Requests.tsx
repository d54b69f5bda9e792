import { useMemo } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column, ListView } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { RequestLine, Words } from './outsideWords.ts'

const rowTitle = (line: RequestLine) => line.title
const href = (line: RequestLine) => `/documents/requests/${line.id}`
const rowClass = (line: RequestLine) => (line.state === 'open' || line.state === 'late' ? undefined : 'spent')
export const glyphs = { open: 'waits', late: 'late', complete: 'done', withdrawn: 'ended' } as const

/** What people outside were asked for, what is late first. */
export default function Requests() {
  const say = useSay<Words>()
  const formats = useFormats()
  const may = usePermission('documents.ask-for-files')
  const columns = useMemo<readonly Column<RequestLine>[]>(() => {
    const came = (line: RequestLine) => say('page.requests.of', { count: line.ticked, most: line.wanted })
    return [
      { key: 'title', label: say('kind.file-request'), phone: 'title', text: rowTitle, cell: rowTitle },
      {
        key: 'of',
        label: say('field.documents.ask-for-files.askedOf'),
        width: 200,
        phone: 'below',
        text: line => line.askedOf,
        cell: line => line.askedOf,
      },
      {
        key: 'due',
        label: say('page.requests.until'),
        width: 130,
        phone: 'right',
        text: line => line.dueOn,
        cell: line => formats.weekday(line.dueOn),
      },
      { key: 'came', label: say('page.requests.came'), width: 100, align: 'end', text: came, cell: came },
      {
        key: 'last',
        label: say('page.requests.last'),
        width: 150,
        wide: true,
        text: line => line.lastCameAt ?? '',
        cell: line => (line.lastCameAt ? formats.moment(line.lastCameAt) : null),
      },
      {
        key: 'by',
        label: say('page.requests.asked'),
        width: 150,
        wide: true,
        text: line => line.askedBy,
        cell: line => line.askedBy,
      },
      {
        key: 'state',
        label: say('page.documents.state'),
        width: 140,
        phone: 'left',
        text: line => say(`state.file-request.${line.state}`),
        cell: line => <State glyph={glyphs[line.state]}>{say(`state.file-request.${line.state}`)}</State>,
      },
    ]
  }, [say, formats])
  const views = useMemo<readonly ListView[]>(
    () => [{ key: 'open', label: say('page.requests.open'), search: { open: 'true' } }],
    [say],
  )
  return (
    <DataList<RequestLine>
      title={say('page.requests')}
      kind="file-request"
      query="documents.list-file-requests"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowClass={rowClass}
      views={views}
      empty={say('page.requests.empty')}
      end={
        may ? (
          <Button look="primary" icon="plus" onClick={() => openCommand({ command: 'documents.ask-for-files' })}>
            {say('documents.ask-for-files')}
          </Button>
        ) : null
      }
    />
  )
}
