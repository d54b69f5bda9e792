import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Kbd } from '../../../../web/kit/Kbd.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { type Search, useSearch } from '../../../../web/useAddress.ts'
import type { MailKeys } from '../words.ts'
import { operators } from './operators.ts'
import { useOperatorWords } from './useOperatorWords.ts'

/** After the last stroke, ms. What was asked before is given up as soon as something else is. */
const findAfter_ms = 180

/** Finding by words, people, days; beneath it, while one is there, how to say more exactly what. */
export function Find({ search }: { readonly search: Search }) {
  const say = useSay<MailKeys>()
  const [, change] = useSearch()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(search['text'] ?? '')
  const [isThere, setThere] = useState(false)
  const told = useRef(search['text'] ?? '')
  const found = search['text'] ?? ''
  useEffect(() => {
    // one's own words come back from the address: what was typed since stays
    if (found !== told.current) setText(found)
    told.current = found
  }, [found])
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === told.current) return
    const timer = setTimeout(() => {
      told.current = wanted
      change({ text: wanted || null })
    }, findAfter_ms)
    return () => clearTimeout(timer)
  }, [text, change])
  const put = (words: string) => {
    setText(before => `${before.trimEnd()}${before.trim() ? ' ' : ''}${words}`)
    field.current?.focus()
  }
  return (
    <div
      className="mail-finding"
      onFocus={() => setThere(true)}
      onBlur={event => setThere(event.currentTarget.contains(event.relatedTarget))}
    >
      <label className="mail-find">
        <Icon name="search" small />
        <span className="vh">{say('page.mail.find')}</span>
        <input
          ref={field}
          type="search"
          value={text}
          placeholder={say('page.mail.find')}
          onChange={event => setText(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
        {text ? null : <Kbd keys="/" />}
      </label>
      {isThere ? <Hints onPut={put} /> : null}
    </div>
  )
}

/** Each operator as it is typed; pressed, it stands in the field. */
function Hints({ onPut }: { readonly onPut: (words: string) => void }) {
  const say = useSay<MailKeys>()
  const words = useOperatorWords()
  const examples = { has: words.attachment, is: words.unread, before: '2026-01' } as Readonly<Record<string, string>>
  return (
    <ul className="find-hints" aria-label={say('page.mail.op.hint')}>
      {operators.map(name => (
        <li key={name}>
          <button
            type="button"
            className="tag"
            // the field keeps its place while one presses
            onMouseDown={event => event.preventDefault()}
            onClick={() => onPut(`${words.operator(name)}:${name === 'has' || name === 'is' ? examples[name] : ''}`)}
          >
            {words.operator(name)}:{examples[name] ? <span className="t3">{examples[name]}</span> : null}
          </button>
        </li>
      ))}
    </ul>
  )
}
