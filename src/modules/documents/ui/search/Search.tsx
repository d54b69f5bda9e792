import './search.css'
import { useEffect, useRef, useState } from 'react'
import { QueryFailure, runQuery } from '../../../../web/client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { kindWords } from '../../../../web/kit/words.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useRegistry } from '../../../../web/session.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { type Found, Hits } from './Hits.tsx'

/** Hits of one answer. */
const slice = 50
const pause_ms = 180

/** One remembered word finds it: papers, people, tasks, whatever one may see. */
export default function Search() {
  const say = useSay<string>()
  const formats = useFormats()
  const [search, change] = useSearch()
  const text = search['find'] ?? search['q'] ?? ''
  const kind = search['kind'] ?? null
  const { found, fault, more, again } = useFound(text, kind)
  const typed = useRef<HTMLInputElement>(null)
  useHotkeys([
    { keys: 'i', label: say('key.find'), run: () => typed.current?.select() },
    { keys: 'j', label: say('key.next'), run: () => moveFocus(1) },
    { keys: 'k', label: say('key.previous'), run: () => moveFocus(-1) },
  ])
  const kinds = (useRegistry()?.kinds ?? []).filter(one => one.path && one.detailQuery)
  const words = found
    ? `${found.total >= 1000 ? '> ' : ''}${say('list.total', { count: found.total, shown: formats.number(found.total) })}, ${say('page.search.took', { ms: formats.number(found.took_ms) })}`
    : ''
  return (
    <Page title={say('page.search')}>
      <div className="search-find">
        <label className="q">
          <Icon name="search" small />
          <span className="vh">{say('page.search')}</span>
          <Typed
            key={kind}
            field={typed}
            value={text}
            onChange={find => change({ find: find || null, q: null })}
            placeholder={say('page.search.hint')}
          />
        </label>
        <span className="t3" role="status">
          {words}
        </span>
      </div>
      <nav className="tabs search-kinds" aria-label={say('page.search.kinds')}>
        {[null, ...kinds.map(one => one.kind)].map(one => (
          <button key={one ?? ''} type="button" aria-pressed={one === kind} onClick={() => change({ kind: one })}>
            {one ? kindWords(say, one, true) : say('list.all')}
          </button>
        ))}
      </nav>
      {fault ? <QueryProblem fault={fault} again={again} /> : null}
      {!found && !fault && text ? <SkeletonRows rows={8} /> : null}
      {text ? null : <Empty text={say('page.search.empty')} />}
      {found && text ? (
        found.hits.length === 0 ? (
          <Empty text={say('page.search.nothing', { text })} />
        ) : (
          <>
            {found.similar ? <p className="t2 similar">{say('page.search.similar', { text })}</p> : null}
            <Hits hits={found.hits} />
            {found.hits.length < found.total ? (
              <p>
                <Button onClick={more}>{say('page.search.more')}</Button>
              </p>
            ) : null}
          </>
        )
      ) : null}
    </Page>
  )
}

interface TypedProps {
  readonly field: React.RefObject<HTMLInputElement | null>
  readonly value: string
  readonly onChange: (text: string) => void
  readonly placeholder: string
}

/** Typing asks when one pauses. */
function Typed({ field, value, onChange, placeholder }: TypedProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onChange(text), pause_ms)
    return () => clearTimeout(timer)
    // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed decides alone
  }, [text])
  return (
    <input
      ref={field}
      type="search"
      autoComplete="off"
      value={text}
      placeholder={placeholder}
      onChange={event => setText(event.target.value)}
      onKeyDown={event => {
        if (event.key === 'Escape') event.currentTarget.blur()
        else if (event.key === 'Enter' || event.key === 'ArrowDown') moveFocus(1)
      }}
    />
  )
}

/** The keyboard walks from hit to hit. */
function moveFocus(by: number): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.hits a')]
  const at = links.indexOf(document.activeElement as HTMLAnchorElement)
  links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
}

/** What the words find, slice by slice, and how long the first answer took. */
function useFound(text: string, kind: string | null) {
  const [found, setFound] = useState<(Found & { readonly took_ms: number }) | null>(null)
  const [fault, setFault] = useState<QueryFailure | null>(null)
  const [turn, setTurn] = useState(0)
  const input = { text, limit: slice, ...(kind ? { kinds: [kind] } : {}) }
  const ask = (offset: number, signal?: AbortSignal) =>
    runQuery('kernel.search', { ...input, offset }, signal) as Promise<Found>
  useEffect(() => {
    setFault(null)
    if (!text) return setFound(null)
    const leaving = new AbortController()
    const began = performance.now()
    ask(0, leaving.signal)
      .then(answer => setFound({ ...answer, took_ms: Math.round(performance.now() - began) }))
      .catch((reason: unknown) => {
        if (!leaving.signal.aborted) setFault(reason instanceof QueryFailure ? reason : new QueryFailure('broken'))
      })
    return () => leaving.abort()
    // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when the words or the kind change
  }, [text, kind, turn])
  const more = () => {
    if (!found) return
    ask(found.hits.length)
      .then(next => setFound({ ...found, hits: [...found.hits, ...next.hits] }))
      .catch((reason: unknown) => setFault(reason instanceof QueryFailure ? reason : new QueryFailure('broken')))
  }
  return { found, fault, more, again: () => setTurn(turn + 1) }
}
