import './fax.css'
import { useMemo } from 'react'
import { ButtonLink } from '../../../web/kit/Button.tsx'
import { DataList } from '../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../web/kit/list/Row.tsx'
import type { BulkAction, Column, ListFilter, ListView } from '../../../web/kit/list/types.ts'
import { useEachAction } from '../../../web/kit/list/useEachAction.ts'
import { State } from '../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { usePermission } from '../../../web/session.ts'
import { type FaxKeys, type FaxLine, faxGlyphs, stateOf } from './words.ts'

const rowTitle = (row: FaxLine) => row.title
const href = (row: FaxLine) => `/post/fax/${row.id}`
const boxes = ['new', 'in', 'out', 'open', 'failed'] as const
const inputOf = ({ id, version }: FaxLine) => ({ id, expectedVersion: version })
const waits = (row: FaxLine) => row.state === 'new' || row.state === 'given'

/** The fax book: what came and what went, in one series. */
export default function Faxes() {
  const say = useSay<FaxKeys>()
  const columns = useColumns()
  const seesLines = usePermission('fax.list-lines')
  const settle = useEachAction<FaxLine>({ command: 'fax.settle-fax', inputOf, fits: waits })
  const actions = useMemo<readonly BulkAction<FaxLine>[]>(() => (settle ? [settle] : []), [settle])
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'box',
        label: say('page.fax.state'),
        options: boxes.map(value => ({ value, label: say(`page.fax.box.${value}`) })),
      },
    ],
    [say],
  )
  const views = useMemo<readonly ListView[]>(
    () => [
      { key: 'all', label: say('page.fax.all'), search: {} },
      ...boxes.map(box => ({ key: box, label: say(`page.fax.box.${box}`), search: { box } })),
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.fax')}
      kind="fax"
      query="fax.list-faxes"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      views={views}
      actions={actions}
      empty={say('page.fax.empty')}
      end={
        seesLines ? (
          <ButtonLink href="/post/fax/lines" icon="phone">
            {say('page.fax.lines')}
          </ButtonLink>
        ) : null
      }
    />
  )
}

function useColumns(): readonly Column<FaxLine>[] {
  const say = useSay<FaxKeys>()
  const formats = useFormats()
  return useMemo(() => {
    const beneath = (row: FaxLine) =>
      [row.fax === row.title ? null : row.fax, row.document?.title].filter(Boolean).join(' · ')
    return [
      {
        key: 'title',
        label: say('page.fax.who'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={beneath(row)} />,
      },
      {
        key: 'direction',
        label: say('page.fax.way'),
        width: 100,
        phone: 'below',
        text: row => say(`page.fax.${row.direction}`),
        cell: row => <span className="t3">{say(`page.fax.${row.direction}`)}</span>,
      },
      {
        key: 'number',
        label: say('page.fax.book'),
        width: 104,
        wide: true,
        text: row => row.number,
        cell: row => <span className="num t2">{row.number}</span>,
      },
      {
        key: 'pages',
        label: say('page.fax.pages'),
        width: 70,
        align: 'end',
        wide: true,
        text: row => String(row.pages ?? ''),
        cell: row => row.pages,
      },
      {
        key: 'person',
        label: say('page.fax.person'),
        width: 160,
        wide: true,
        text: row => (row.for ?? row.by)?.title ?? '',
        cell: row => (row.for ?? row.by)?.title,
      },
      {
        key: 'at',
        label: say('page.fax.when'),
        width: 150,
        phone: 'right',
        text: row => row.at,
        cell: row => formats.moment(row.at),
      },
      {
        key: 'state',
        label: say('page.fax.state'),
        width: 200,
        phone: 'left',
        text: row => stateOf(say, row),
        cell: row => <State glyph={faxGlyphs[row.state]}>{stateOf(say, row)}</State>,
      },
    ]
  }, [say, formats])
}
