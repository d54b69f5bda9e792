import { useMemo } from 'react'
import { usePermission } from '../../../../web/session.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import { useTraySources } from '../../../../web/useTraySources.ts'
import type { listTasks } from '../../../work/contract.ts'
import type { listDocuments } from '../../contract.ts'
import { fits, trayOf } from './tray.ts'
import type { Upload } from './uploads.ts'

/** More than an office gets in a week; what lies beneath is in the list of documents. */
const mostPapers = 1000
const mostTasks = 200

const waiting = { state: ['arrived', 'to-confirm', 'needs-help'], order: 'ascending', limit: mostPapers }

/** All that came in and is nobody's yet, and of it what the address asks for. */
export function useTray() {
  const [search] = useSearch()
  const may = usePermission('work.list-tasks')
  const papers = useQuery<typeof listDocuments>('documents.list-documents', waiting as never)
  const tasks = useQuery<typeof listTasks>(
    'work.list-tasks',
    { untaken: true, states: ['open'], limit: mostTasks },
    { when: may },
  )
  const { lines } = useTraySources()
  const all = useMemo(
    () => trayOf(papers.data?.rows ?? [], tasks.data?.rows ?? [], lines),
    [papers.data?.rows, tasks.data?.rows, lines],
  )
  const shown = useMemo(() => all.filter(item => fits(item, search)), [all, search])
  const states = useMemo(() => new Map(papers.data?.rows.map(({ id, state }) => [id, state])), [papers.data?.rows])
  /** What the tray no longer holds has been read and has gone on, once the tray was asked after it came. */
  const isRead = ({ id = '', takenAt_ms = 0 }: Upload): boolean =>
    states.has(id) ? states.get(id) !== 'arrived' : papers.dataUpdatedAt > takenAt_ms
  return { papers, all, shown, isRead, more: (papers.data?.total ?? 0) > mostPapers }
}
