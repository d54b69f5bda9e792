import { useEffect, useState } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Kbd } from '../../../../web/kit/Kbd.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { type Search, useSearch } from '../../../../web/useAddress.ts'
import type { Keys } from '../words.ts'

/** After the last stroke, ms. */
const findAfter_ms = 180

/** Finds in names, numbers and all that was said. */
export function Find({ search }: { readonly search: Search }) {
  const say = useSay<Keys>()
  const [, change] = useSearch()
  const [text, setText] = useState(search['text'] ?? '')
  useEffect(() => setText(search['text'] ?? ''), [search])
  useEffect(() => {
    if (text === (search['text'] ?? '')) return
    const timer = setTimeout(() => change({ text: text.trim() || null }), findAfter_ms)
    return () => clearTimeout(timer)
  }, [text, search, change])
  return (
    <label className="talk-find">
      <Icon name="search" small />
      <span className="vh">{say('page.channels.find')}</span>
      <input
        type="search"
        value={text}
        placeholder={say('page.channels.find')}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {text ? null : <Kbd keys="/" />}
    </label>
  )
}
