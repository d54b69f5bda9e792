import './printing.css'
import { useMemo } from 'react'
import { ButtonLink } from '../../../web/kit/Button.tsx'
import { DataList } from '../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../web/kit/list/Row.tsx'
import { useEachAction } from '../../../web/kit/list/useEachAction.ts'
import type { BulkAction, Column, ListFilter, ListView } from '../../../web/kit/list/types.ts'
import { State } from '../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { usePermission } from '../../../web/session.ts'
import { type JobLine, jobGlyphs, type PrintingKeys, problemWords, reasonWords } from './words.ts'

const rowTitle = (row: JobLine) => row.title
const href = (row: JobLine) => `/printing/${row.id}`
const boxes = ['open', 'mine'] as const
const inputOf = ({ id, version }: JobLine) => ({ id, expectedVersion: version })
const goesOn = (row: JobLine) => row.endedAt === null

/** The queue: what goes on stands first, and says what keeps it. */
export default function Jobs() {
  const say = useSay<PrintingKeys>()
  const columns = useColumns()
  const maySee = usePermission('printing.list-printers')
  const stop = useEachAction<JobLine>({ command: 'printing.cancel-job', inputOf, fits: goesOn })
  const actions = useMemo<readonly BulkAction<JobLine>[]>(() => (stop ? [stop] : []), [stop])
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'box',
        label: say('page.printing.state'),
        options: boxes.map(value => ({ value, label: say(`page.printing.${value}`) })),
      },
    ],
    [say],
  )
  const views = useMemo<readonly ListView[]>(
    () => [
      { key: 'all', label: say('page.printing.all'), search: {} },
      ...boxes.map(box => ({ key: box, label: say(`page.printing.${box}`), search: { box } })),
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.printing')}
      kind="print-job"
      query="printing.list-jobs"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      views={views}
      actions={actions}
      empty={say('page.printing.empty')}
      end={
        maySee ? (
          <span className="printing-ends">
            <ButtonLink href="/printing/stocks" icon="tag">
              {say('page.printing.stocks')}
            </ButtonLink>
            <ButtonLink href="/printing/printers" icon="printer">
              {say('page.printing.printers')}
            </ButtonLink>
          </span>
        ) : null
      }
    />
  )
}

function useColumns(): readonly Column<JobLine>[] {
  const say = useSay<PrintingKeys>()
  const formats = useFormats()
  return useMemo(() => {
    const why = (row: JobLine) =>
      row.problem ? problemWords(say, row.problem) : reasonWords(say, row.reasons).join(', ')
    return [
      {
        key: 'title',
        label: say('page.printing.what'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={why(row)} />,
      },
      {
        key: 'printer',
        label: say('kind.printer'),
        width: 200,
        phone: 'below',
        text: row => row.printer?.title ?? '',
        cell: row => row.printer?.title,
      },
      {
        key: 'copies',
        label: say('field.printing.copies'),
        width: 90,
        align: 'end',
        wide: true,
        text: row => String(row.copies),
        cell: row => row.copies,
      },
      {
        key: 'owner',
        label: say('page.printing.who'),
        width: 150,
        wide: true,
        text: row => row.owner?.title ?? '',
        cell: row => row.owner?.title,
      },
      {
        key: 'askedAt',
        label: say('page.printing.when'),
        width: 150,
        phone: 'right',
        text: row => row.askedAt,
        cell: row => formats.moment(row.askedAt),
      },
      {
        key: 'state',
        label: say('page.printing.state'),
        width: 170,
        phone: 'left',
        text: row => say(`state.print-job.${row.state}`),
        cell: row => <State glyph={jobGlyphs[row.state]}>{say(`state.print-job.${row.state}`)}</State>,
      },
    ]
  }, [say, formats])
}
