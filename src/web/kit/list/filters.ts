/** Filters, sort and find as they stand in the address bar. */
import type { Search } from '../../useAddress.ts'
import type { ListFilter, ListView } from './types.ts'

export interface Sort {
  readonly key: string
  readonly descending: boolean
}

/** `-received` is received, newest first. */
export function sortOf(text: string | undefined): Sort | null {
  if (!text) return null
  return text.startsWith('-') ? { key: text.slice(1), descending: true } : { key: text, descending: false }
}

/** The next state of a column's head: up, down, then as the list comes. */
export function nextSort(now: Sort | null, key: string): string | null {
  if (now?.key !== key) return key
  return now.descending ? null : `-${key}`
}

export const valuesOf = (text: string | undefined): string[] => (text ? text.split(',').filter(Boolean) : [])

/** Adds or takes away one value of a filter; null when none is left. */
export function toggled(text: string | undefined, value: string, many: boolean): string | null {
  const values = valuesOf(text)
  if (values.includes(value)) return values.filter(one => one !== value).join(',') || null
  return many ? [...values, value].join(',') : value
}

/** How a query is told the order; most take the key with a minus for descending. */
export type SortInput = (sort: Sort) => Readonly<Record<string, unknown>>

export const signed: SortInput = ({ key, descending }) => ({ sort: descending ? `-${key}` : key })

/** What the list's query is asked: only its own filters go to the server, whatever else stands in the address. */
export function queryInput(
  search: Search,
  filters: readonly ListFilter[],
  base: Readonly<Record<string, unknown>>,
  sortInput: SortInput = signed,
): Record<string, unknown> {
  const input: Record<string, unknown> = { ...base }
  if (search['find']) input['text'] = search['find']
  const sort = sortOf(search['sort'])
  if (sort) Object.assign(input, sortInput(sort))
  for (const { key, many } of filters) {
    const value = search[key]
    if (value) input[key] = many ? valuesOf(value) : value
  }
  return input
}

/** The view whose filters are exactly those of the address. */
export function viewOf(
  search: Search,
  views: readonly ListView[],
  filters: readonly ListFilter[],
): ListView | undefined {
  const keys = ['find', 'sort', ...filters.map(({ key }) => key)]
  return views.find(view => keys.every(key => (view.search[key] ?? '') === (search[key] ?? '')))
}

/** What a view changes: its own filters set, the others cleared. */
export function changesTo(view: ListView, filters: readonly ListFilter[]): Record<string, string | null> {
  const changes: Record<string, string | null> = { find: null, sort: null }
  for (const { key } of filters) changes[key] = null
  return { ...changes, ...view.search }
}

/** What of the address a saved view keeps. */
export function savedSearch(search: Search, filters: readonly ListFilter[]): Record<string, string> {
  const keys = ['find', 'sort', ...filters.map(({ key }) => key)]
  return Object.fromEntries(keys.flatMap(key => (search[key] ? [[key, search[key]]] : [])))
}
