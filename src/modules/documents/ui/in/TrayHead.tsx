import type { ReactNode } from 'react'
import { Chip } from '../../../../web/kit/Chip.tsx'
import { FilterMenu } from '../../../../web/kit/list/FilterMenu.tsx'
import { changesTo, valuesOf, viewOf } from '../../../../web/kit/list/filters.ts'
import type { ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'

interface TrayHeadProps {
  readonly views: readonly ListView[]
  readonly filters: readonly ListFilter[]
  readonly end: ReactNode
}

/** Title, the questions with their counts, what can be done with the pile; beneath, the chips that hold. */
export function TrayHead({ views, filters, end }: TrayHeadProps) {
  const say = useSay<DocumentKeys>()
  const [search, change] = useSearch()
  const current = viewOf(search, views, filters)
  return (
    <>
      <div className="l-top">
        <h1 className="h2">{say('page.in')}</h1>
        <nav className="tabs" aria-label={say('list.views')}>
          {views.map(view => (
            <Link key={view.key} href={addressOf(view, filters)} aria-current={view === current ? 'true' : undefined}>
              {view.label} {view.count ? <span className="c">{view.count}</span> : null}
            </Link>
          ))}
        </nav>
        <div className="end">{end}</div>
      </div>
      <div className="chips tray-chips">
        {filters.map(filter =>
          search[filter.key] ? (
            <Chip
              key={filter.key}
              name={filter.label}
              value={valuesOf(search[filter.key])
                .map(value => filter.options?.find(option => option.value === value)?.label ?? value)
                .join(', ')}
              onRemove={() => change({ [filter.key]: null })}
            />
          ) : null,
        )}
        <FilterMenu filters={filters} />
      </div>
    </>
  )
}

function addressOf(view: ListView, filters: readonly ListFilter[]): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(changesTo(view, filters))) if (value) params.set(key, value)
  const text = params.toString()
  return `/in${text ? `?${text}` : ''}`
}
