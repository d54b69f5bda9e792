import { useMemo } from 'react'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column, ListView } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { ShareLine, Words } from './outsideWords.ts'

const rowTitle = (line: ShareLine) => line.title
const href = (line: ShareLine) => `/documents/shares/${line.id}`
const rowClass = (line: ShareLine) => (line.state === 'live' ? undefined : 'spent')

/** Everything that is or was shared with people outside. */
export default function Shares() {
  const say = useSay<Words>()
  const formats = useFormats()
  const columns = useMemo<readonly Column<ShareLine>[]>(() => {
    const opened = (line: ShareLine) =>
      line.mostFetches === null
        ? String(line.fetches)
        : say('page.shares.of', { count: line.fetches, most: line.mostFetches })
    const whom = (line: ShareLine) => line.recipient ?? say('page.shares.anybody')
    return [
      { key: 'title', label: say('page.shares.paper'), phone: 'title', text: rowTitle, cell: rowTitle },
      {
        key: 'recipient',
        label: say('field.documents.share.recipient'),
        width: 200,
        phone: 'below',
        text: whom,
        cell: whom,
      },
      {
        key: 'by',
        label: say('page.shares.by'),
        width: 150,
        wide: true,
        text: line => line.sharedBy,
        cell: line => line.sharedBy,
      },
      {
        key: 'until',
        label: say('page.shares.until'),
        width: 130,
        phone: 'right',
        text: line => formats.dayOf(line.expiresAt),
        cell: line => formats.weekday(formats.dayOf(line.expiresAt)),
      },
      {
        key: 'fetches',
        label: say('page.shares.fetches'),
        width: 100,
        align: 'end',
        text: opened,
        cell: opened,
      },
      {
        key: 'last',
        label: say('page.shares.last'),
        width: 150,
        wide: true,
        text: line => line.lastFetchAt ?? '',
        cell: line => (line.lastFetchAt ? formats.moment(line.lastFetchAt) : null),
      },
      {
        key: 'state',
        label: say('page.documents.state'),
        width: 180,
        phone: 'left',
        text: line => say(`state.share.${line.state}`),
        cell: line => (
          <State glyph={line.state === 'live' ? 'open' : 'ended'}>{say(`state.share.${line.state}`)}</State>
        ),
      },
    ]
  }, [say, formats])
  const views = useMemo<readonly ListView[]>(
    () => [{ key: 'live', label: say('page.shares.live'), search: { live: 'true' } }],
    [say],
  )
  return (
    <DataList<ShareLine>
      title={say('page.shares')}
      kind="share"
      query="documents.list-shares"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowClass={rowClass}
      views={views}
      empty={say('page.shares.empty')}
    />
  )
}
