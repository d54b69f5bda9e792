import { useMemo } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { BulkAction, Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getKeeping } from '../../contract.ts'
import { KeepingTabs } from './KeepingTabs.tsx'
import type { DueLine, Words } from './keepingWords.ts'

const rowTitle = (line: DueLine) => line.title
const href = (line: DueLine) => `/documents/${line.id}`
const isStopped = (line: DueLine) => line.holds.length > 0 || line.inside !== null

function useColumns(): readonly Column<DueLine>[] {
  const say = useSay<Words>()
  const formats = useFormats()
  return useMemo(() => {
    const why = (line: DueLine) =>
      [
        ...line.holds.map(({ title }) => title),
        ...(line.inside ? [say('page.keeping.inside', { title: line.inside.title })] : []),
      ].join(', ')
    const place = (line: DueLine) => (line.classCode ? `${line.classCode.code} ${line.classCode.name}` : '')
    return [
      { key: 'title', label: say('page.keeping.paper'), phone: 'title', text: rowTitle, cell: rowTitle },
      { key: 'class', label: say('field.classCode'), width: 190, wide: true, text: place, cell: place },
      {
        key: 'basis',
        label: say('field.retentionBasis'),
        width: 200,
        wide: true,
        text: line => line.basis ?? '',
        cell: line => line.basis,
      },
      {
        key: 'keepUntil',
        label: say('page.keeping.since'),
        width: 120,
        phone: 'right',
        text: line => line.keepUntil ?? '',
        cell: line => (line.keepUntil ? formats.fullDay(line.keepUntil) : say('choice.because.discarded')),
      },
      {
        key: 'then',
        label: say('page.keeping.proposed'),
        width: 190,
        phone: 'left',
        text: line => say(`choice.retentionThen.${line.then}`),
        cell: line => say(`choice.retentionThen.${line.then}`),
      },
      {
        key: 'why',
        label: say('page.keeping.why'),
        width: 220,
        phone: 'below',
        text: why,
        cell: line => (isStopped(line) ? <State glyph="blocked">{why(line)}</State> : null),
      },
    ]
  }, [say, formats])
}

function useActions(): readonly BulkAction<DueLine>[] {
  const say = useSay<Words>()
  return useMemo(() => {
    const open = (command: string) => (rows: readonly DueLine[], clear: () => void) =>
      openCommand({
        command,
        input: { ids: rows.map(({ id }) => id) },
        about: say('page.documents.count', { count: rows.length }),
        done: clear,
      })
    return [
      {
        label: `${say('documents.destroy')}…`,
        run: open('documents.destroy'),
        refused: rows => (rows.some(line => line.holds.length > 0) ? say('page.keeping.some-held') : undefined),
      },
      { label: `${say('documents.keep-longer')}…`, run: open('documents.keep-longer') },
    ]
  }, [say])
}

/** Papers whose time is over: destroyed by somebody's decision, or kept longer with a reason. */
export default function Due() {
  const say = useSay<Words>()
  const may = usePermission('documents.change-plan')
  const keeping = useQuery<typeof getKeeping>('documents.get-keeping', {})
  const columns = useColumns()
  const actions = useActions()
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'then',
        label: say('page.keeping.proposed'),
        options: (['destroy', 'hand-over'] as const).map(value => ({
          value,
          label: say(`choice.retentionThen.${value}`),
        })),
      },
      {
        key: 'stopped',
        label: say('page.keeping.stopped'),
        options: [
          { value: 'false', label: say('page.keeping.may-go') },
          { value: 'true', label: say('page.keeping.stopped') },
        ],
      },
    ],
    [say],
  )
  const views = useMemo<readonly ListView[]>(
    () => [
      { key: 'may-go', label: say('page.keeping.may-go'), search: { stopped: 'false' } },
      { key: 'stopped', label: say('page.keeping.stopped'), search: { stopped: 'true' } },
    ],
    [say],
  )
  return (
    <DataList<DueLine>
      title={say('page.keeping.due')}
      kind="document"
      query="documents.list-due"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      filters={filters}
      views={views}
      actions={actions}
      empty={say('page.keeping.due.empty')}
      end={
        <>
          <KeepingTabs here="due" />
          {may && keeping.data ? (
            <Button
              look="quiet"
              icon="settings"
              onClick={() => openCommand({ command: 'documents.change-keeping', input: { ...keeping.data } })}
            >
              {say('page.keeping.rules')}
            </Button>
          ) : null}
        </>
      }
    />
  )
}
