import { Popover } from '@mantine/core'
import { type ReactNode, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useFormats, useSay } from '../../language/Say.tsx'
import { Link } from '../../Link.tsx'
import { useSearch } from '../../useAddress.ts'
import { Button } from '../Button.tsx'
import { Chip } from '../Chip.tsx'
import { Icon } from '../Icon.tsx'
import { TextField } from '../form/Field.tsx'
import { useHotkeys } from '../useHotkeys.ts'
import { ExportMenu, type ExportMenuProps } from './ExportMenu.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import { changesTo, savedSearch, valuesOf, viewOf } from './filters.ts'
import type { ListFilter, ListView } from './types.ts'
import { useSavedViews } from './views.ts'

export interface ListHeadProps {
  readonly title: string
  /** The query's name: saved views are kept by it. */
  readonly list: string
  readonly filters: readonly ListFilter[]
  readonly views: readonly ListView[]
  /** What keeps the present filters under a name, where that is the module's. */
  readonly onSaveView?: ((search: Readonly<Record<string, string>>) => void) | undefined
  readonly beside?: ReactNode
  readonly hits: string
  /** Null: there is nothing to take out. */
  readonly export: Pick<ExportMenuProps, 'onSave' | 'onPrint'> | null
  readonly end?: ReactNode
}

/** Title, saved views, find, chips, hits. */
export function ListHead({
  title,
  list,
  filters,
  views,
  onSaveView,
  beside,
  hits,
  export: taking,
  end,
}: ListHeadProps) {
  const say = useSay()
  const [search, change] = useSearch()
  const [own, keep] = useSavedViews(list)
  const all: ListView = { key: '', label: say('list.all'), search: {} }
  const every = views.some(view => Object.keys(view.search).length === 0) ? [...views, ...own] : [all, ...views, ...own]
  const current = viewOf(search, every, filters)
  const isOwn = own.some(({ key }) => key === current?.key)
  return (
    <div className="l-head">
      <div className="l-top">
        <h1 className="h2">{title}</h1>
        {every.length > 1 ? (
          <nav className="tabs" aria-label={say('list.views')}>
            {every.map(view => (
              <ViewTab key={view.key} view={view} filters={filters} current={view === current} />
            ))}
          </nav>
        ) : null}
        <div className="end">
          {taking ? <ExportMenu icon="download" className="only-wide" {...taking} /> : null}
          {current ? null : onSaveView ? (
            <Button onClick={() => onSaveView(savedSearch(search, filters))}>{say('list.save-view')}</Button>
          ) : (
            <SaveView
              onSave={label =>
                keep([...own, { key: crypto.randomUUID(), label, search: savedSearch(search, filters) }])
              }
            />
          )}
          {isOwn && current ? (
            <Button
              look="quiet"
              className="only-wide"
              icon="trash"
              onClick={() => keep(own.filter(({ key }) => key !== current.key))}
            >
              {say('list.forget-view', { name: current.label })}
            </Button>
          ) : null}
          {end}
        </div>
      </div>
      <div className="l-find">
        <Find label={say('list.find', { name: title.toLocaleLowerCase() })} />
        <div className="chips">
          {filters.map(filter => (
            <FilterChip
              key={filter.key}
              filter={filter}
              value={search[filter.key]}
              onRemove={() => change({ [filter.key]: null })}
            />
          ))}
          {filters.length ? <FilterMenu filters={filters} /> : null}
          {beside}
        </div>
        <span className="hits" role="status">
          {hits}
        </span>
      </div>
    </div>
  )
}

function ViewTab({
  view,
  filters,
  current,
}: {
  readonly view: ListView
  readonly filters: readonly ListFilter[]
  readonly current: boolean
}) {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(changesTo(view, filters))) if (value) params.set(key, value)
  const text = params.toString()
  return (
    <Link href={location.pathname + (text ? `?${text}` : '')} aria-current={current ? 'true' : undefined}>
      {view.label} {view.count ? <span className="c">{view.count}</span> : null}
    </Link>
  )
}

function SaveView({ onSave }: { readonly onSave: (label: string) => void }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus width={280}>
      <Popover.Target>
        <Button onClick={() => setOpen(!open)}>{say('list.save-view')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className="form"
          style={{ padding: 9 }}
          onSubmit={event => {
            event.preventDefault()
            const label = String(new FormData(event.currentTarget).get('name')).trim()
            if (!label) return
            onSave(label)
            setOpen(false)
          }}
        >
          <TextField label={say('list.view-name')} name="name" required maxLength={40} data-autofocus />
          <div>
            <Button look="primary" type="submit">
              {say('list.save')}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Typing asks at once; the address follows when one pauses, so that going back does not walk through letters. */
const pause_ms = 180

function Find({ label }: { readonly label: string }) {
  const say = useSay()
  const [search, change] = useSearch()
  const inAddress = search['find'] ?? ''
  const [text, setText] = useState(inAddress)
  const field = useRef<HTMLInputElement>(null)
  const typed = useDeferredValue(text)
  useEffect(() => setText(inAddress), [inAddress])
  useEffect(() => {
    if (typed === inAddress || typed !== text) return
    const timer = setTimeout(() => change({ find: typed || null }), pause_ms)
    return () => clearTimeout(timer)
  }, [typed, text, inAddress, change])
  useHotkeys([{ keys: 'i', label: say('key.find'), run: () => field.current?.select() }])
  return (
    <label className="q">
      <Icon name="search" small />
      <span className="vh">{label}</span>
      <input
        ref={field}
        type="search"
        value={text}
        placeholder={label}
        autoComplete="off"
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') {
            setText('')
            event.currentTarget.blur()
          } else if (event.key === 'Enter' || event.key === 'ArrowDown') event.currentTarget.blur()
        }}
      />
    </label>
  )
}

function FilterChip({
  filter,
  value,
  onRemove,
}: {
  readonly filter: ListFilter
  readonly value: string | undefined
  readonly onRemove: () => void
}) {
  const formats = useFormats()
  if (!value) return null
  const words =
    filter.type === 'day'
      ? formats.fullDay(value)
      : valuesOf(value)
          .map(one => filter.options?.find(option => option.value === one)?.label ?? one)
          .join(', ')
  return <Chip name={filter.label} value={words} onRemove={onRemove} />
}
