/** What lies in the tray, and which of it the address asks for. */
import type { OutputOf } from '../../../../web/answers.ts'
import { valuesOf } from '../../../../web/kit/list/filters.ts'
import type { Search } from '../../../../web/useAddress.ts'
import type { TraySourceLine } from '../../../../web/useTraySources.ts'
import type { listTasks } from '../../../work/contract.ts'
import type { StackRow } from '../confirm/confirmTypes.ts'

export type TrayTask = OutputOf<typeof listTasks>['rows'][number]
export type TrayItem =
  | { readonly what: 'paper'; readonly id: string; readonly paper: StackRow }
  | { readonly what: 'task'; readonly id: string; readonly task: TrayTask }
  /** A mail, a call, a case: what another module has for the tray. */
  | { readonly what: 'line'; readonly id: string; readonly line: TraySourceLine }

/** In the order in which they are worked off: what is stuck, what is to be looked at, what nobody has taken, what is still being read. */
export const trayStates = ['needs-help', 'to-confirm', 'untaken', 'arrived'] as const
export type TrayState = (typeof trayStates)[number]

export const stateOf = (item: TrayItem): TrayState =>
  item.what === 'paper' ? (item.paper.state as Exclude<TrayState, 'untaken'>) : 'untaken'

/** Everything in one tray; what cannot wait stands before all, then within a state the oldest first, as it came. */
export function trayOf(
  papers: readonly StackRow[],
  tasks: readonly TrayTask[],
  lines: readonly TraySourceLine[],
): TrayItem[] {
  const items: TrayItem[] = [
    ...papers.map(paper => ({ what: 'paper' as const, id: paper.id, paper })),
    ...tasks.map(task => ({ what: 'task' as const, id: task.id, task })),
    ...lines
      .toSorted((a, b) => (a.row.at < b.row.at ? -1 : 1))
      .map(line => ({ what: 'line' as const, id: line.row.id, line })),
  ]
  const [urgent, rest] = [items.filter(isUrgent), items.filter(item => !isUrgent(item))]
  return [...urgent, ...trayStates.flatMap(state => rest.filter(item => stateOf(item) === state))]
}

const isUrgent = (item: TrayItem): boolean => item.what === 'line' && item.line.row.urgent

/** Whether it is one of those that the address asks for; only papers have a kind, a way in, or a doubt. */
export function fits(item: TrayItem, search: Search): boolean {
  const { state, kind, arrivedBy, sure, duplicates, from } = search
  if (state && !valuesOf(state).includes(stateOf(item))) return false
  if (from && !(item.what === 'line' && valuesOf(from).includes(item.line.source.query))) return false
  if (!kind && !arrivedBy && !sure && !duplicates) return true
  if (item.what !== 'paper') return false
  const { paper } = item
  return (
    (!kind || valuesOf(kind).includes(paper.kind)) &&
    (!arrivedBy || valuesOf(arrivedBy).includes(paper.arrivedBy)) &&
    (!sure || (paper.state === 'to-confirm' && paper.sure === (sure === 'true'))) &&
    (!duplicates || paper.duplicate)
  )
}
