import { useMemo } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { DataList } from '../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../web/kit/list/types.ts'
import { openCommand } from '../../../web/kit/openers.ts'
import { State } from '../../../web/kit/State.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { useGo } from '../../../web/Link.tsx'
import { usePermission } from '../../../web/session.ts'
import { printerGlyphs, type PrinterLine, type PrintingKeys, reasonWords } from './words.ts'

const rowTitle = (row: PrinterLine) => row.title
const href = (row: PrinterLine) => `/printing/printers/${row.id}`

/** The printers: one's own first, then the usual one, and how each is. */
export default function Printers() {
  const say = useSay<PrintingKeys>()
  const go = useGo()
  const mayAdd = usePermission('printing.add-printer')
  const columns = useMemo<readonly Column<PrinterLine>[]>(() => {
    const marks = (row: PrinterLine) =>
      [row.mine ? say('page.printing.own') : '', row.isDefault ? say('page.printing.default') : '']
        .filter(Boolean)
        .join(', ')
    return [
      {
        key: 'title',
        label: say('kind.printer'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={[row.place, row.model ?? ''].filter(Boolean).join(' · ')} />,
      },
      { key: 'marks', label: say('field.printing.isDefault'), width: 150, phone: 'right', text: marks, cell: marks },
      {
        key: 'waiting',
        label: say('page.printing.open'),
        width: 120,
        text: row => String(row.waiting),
        cell: row => (row.waiting ? say('page.printing.waiting', { count: row.waiting }) : ''),
      },
      {
        key: 'state',
        label: say('page.printing.state'),
        width: 300,
        phone: 'left',
        text: row => say(`state.printer.${row.state}`),
        cell: row => (
          <State glyph={printerGlyphs[row.state]}>
            {[say(`state.printer.${row.state}`), ...reasonWords(say, row.reasons)].join(', ')}
          </State>
        ),
      },
    ]
  }, [say])
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'retired',
        label: say('page.printing.retired'),
        options: [{ value: 'true', label: say('page.printing.retired') }],
      },
    ],
    [say],
  )
  const add = (look: 'primary' | 'quiet') => (
    <Button
      look={look}
      icon="plus"
      onClick={() =>
        openCommand({
          command: 'printing.add-printer',
          done: answer => go(`/printing/printers/${(answer.output as { id: string }).id}`),
        })
      }
    >
      {say('printing.add-printer')}
    </Button>
  )
  return (
    <DataList
      title={say('page.printing.printers')}
      kind="printer"
      query="printing.list-printers"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.printing.printers.empty')}
      emptyAction={mayAdd ? add('quiet') : undefined}
      end={mayAdd ? add('primary') : null}
    />
  )
}
