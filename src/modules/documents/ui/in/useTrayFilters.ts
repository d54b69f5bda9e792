import { useMemo } from 'react'
import type { ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { TraySource } from '../../../../web/page.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { kinds } from '../kinds.ts'
import { fits, type TrayItem, trayStates } from './tray.ts'

const waysIn = ['scan', 'mail', 'upload', 'folder', 'part', 'api', 'cli'] as const

/** Chips of the tray; each stands in the address bar. */
export function useTrayFilters(all: readonly TrayItem[]): readonly ListFilter[] {
  const say = useSay<DocumentKeys>()
  return useMemo(
    () => [
      {
        key: 'state',
        label: say('page.documents.state'),
        many: true,
        options: trayStates.map(value => ({
          value,
          label: value === 'untaken' ? say('page.in.untaken') : say(`choice.state.${value}`),
        })),
      },
      {
        key: 'sure',
        label: say('choice.state.to-confirm'),
        options: [
          { value: 'true', label: say('page.in.sure-ones') },
          { value: 'false', label: say('page.in.unsure-ones') },
        ],
      },
      {
        key: 'duplicates',
        label: say('page.documents.duplicate'),
        options: [{ value: 'true', label: say('page.documents.yes') }],
      },
      {
        key: 'arrivedBy',
        label: say('field.arrivedBy'),
        many: true,
        options: waysIn.map(value => ({ value, label: say(`choice.arrivedBy.${value}`) })),
      },
      {
        key: 'kind',
        label: say('field.kind'),
        many: true,
        options: kinds.map(value => ({ value, label: say(`choice.kind.${value}`) })),
      },
      {
        key: 'from',
        label: say('page.in.untaken'),
        many: true,
        options: sourcesIn(all).map(({ query, message }) => ({ value: query, label: wordsOf(say, message) })),
      },
    ],
    [say, all],
  )
}

/** The questions one puts to the tray, with how much answers them; those with no answer stand aside. */
export function useTrayViews(all: readonly TrayItem[], search: Readonly<Record<string, string>>): readonly ListView[] {
  const say = useSay<DocumentKeys>()
  return useMemo(() => {
    const views: ListView[] = [
      { key: 'all', label: say('list.all'), search: {} },
      { key: 'help', label: say('page.in.help'), search: { state: 'needs-help' } },
      { key: 'unsure', label: say('page.in.unsure-ones'), search: { sure: 'false' } },
      { key: 'sure', label: say('page.in.sure-ones'), search: { sure: 'true' } },
      { key: 'seen', label: say('page.documents.duplicate'), search: { duplicates: 'true' } },
      { key: 'untaken', label: say('page.in.untaken'), search: { state: 'untaken' } },
      { key: 'reading', label: say('page.in.reading'), search: { state: 'arrived' } },
    ]
    for (const source of sourcesIn(all))
      views.push({ key: source.query, label: wordsOf(say, source.message), search: { from: source.query } })
    return views
      .map(view => ({ ...view, count: all.filter(item => fits(item, view.search)).length }))
      .filter(
        ({ key, count, search: own }) =>
          key === 'all' || count > 0 || Object.entries(own).every(([name, value]) => search[name] === value),
      )
  }, [say, all, search])
}

/** Of the modules that have something for the tray, those that have something now; by their queries, since shared answers bring copies. */
const sourcesIn = (all: readonly TrayItem[]): TraySource[] => {
  const sources = all.flatMap(item => (item.what === 'line' ? [item.line.source] : []))
  return [...new Map(sources.map(source => [source.query, source])).values()]
}

const wordsOf = (say: unknown, message: string): string => (say as (key: string) => string)(message)
