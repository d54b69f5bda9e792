import { useEffect, useId, useRef, useState } from 'react'
import { useSay } from '../../language/Say.tsx'
import { useQuery } from '../../useQuery.ts'
import { Icon } from '../Icon.tsx'
import { type Option, optionOf } from './option.ts'
import { useFloating } from './useFloating.ts'

/** The kernel's search over records of every kind. */
const everything = 'kernel.search'

/** How many are offered at a time: what fits without scrolling. */
const offered = 8

interface FinderProps {
  readonly control: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
    readonly 'aria-invalid': true | undefined
  }
  /** Null: the search over everything, for that kind alone where there is one. */
  readonly query: string | null
  readonly kind: string
  readonly autoFocus: boolean
  readonly icon: string
  /** `leaves`: the focus is going on by itself, by Tab. */
  readonly onPick: (option: Option, leaves: boolean) => void
  /** What is typed and names nobody yet; empty once somebody is chosen. */
  readonly onText?: (text: string) => void
}

/** A combobox (ARIA 1.2 pattern): arrows choose, Enter takes, Tab takes what was typed for and goes on, Escape closes. */
export function Finder({ control, query, kind, autoFocus, icon, onPick, onText }: FinderProps) {
  const say = useSay()
  const list = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  /** Enter was pressed while the answer to what was typed was on its way: the first of it is taken when it comes. */
  const [taking, setTaking] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const sheet = useFloating(field, open)
  const asked = query ?? everything
  const input = { text, limit: offered, ...(query || !kind ? {} : { kinds: [kind] }) }
  const found = useQuery<unknown>(asked, input, {
    when: (open || taking) && (asked !== everything || text.length > 1),
    keep: true,
  })
  const options: Option[] = (found.data?.rows ?? found.data?.hits ?? []).slice(0, offered).map(optionOf)
  const here = Math.min(at, options.length - 1)
  const write = (typed: string) => {
    setText(typed)
    onText?.(typed)
  }
  const pick = (option: Option | undefined, leaves = false) => {
    if (!option) return
    onPick(option, leaves)
    setOpen(false)
    write('')
  }
  const onTheWay = found.isPlaceholderData || (found.isFetching && !found.data)
  useEffect(() => {
    if (!taking || onTheWay) return
    setTaking(false)
    if (options[0]) pick(options[0])
    else setOpen(true)
  })
  return (
    <div className="picker">
      <input
        ref={field}
        className="input"
        {...control}
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && options[here] ? `${list}-${here}` : undefined}
        autoComplete="off"
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        placeholder={say('form.pick')}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={event => {
          write(event.target.value)
          setAt(0)
          setTaking(false)
          setOpen(true)
        }}
        onKeyDown={event => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            setOpen(true)
            setAt(Math.max(0, Math.min(options.length - 1, here + (event.key === 'ArrowDown' ? 1 : -1))))
          } else if (event.key === 'Enter' && open && !event.ctrlKey && !event.metaKey && (onTheWay || options[here])) {
            event.preventDefault()
            // What is shown may still be the answer to what was typed before: Enter never takes that.
            if (onTheWay) setTaking(true)
            else pick(options[here])
          } else if (event.key === 'Tab' && open && text.trim() && !event.shiftKey) {
            if (onTheWay) setTaking(true)
            else pick(options[here], true)
          } else if (event.key === 'Escape' && open) {
            event.stopPropagation()
            setOpen(false)
            setTaking(false)
          }
        }}
      />
      {open ? (
        <div
          ref={sheet}
          popover="manual"
          className="picker-list"
          role="listbox"
          tabIndex={-1}
          id={list}
          aria-label={say('form.pick')}
          onMouseDown={event => event.preventDefault()}
        >
          {options.map((option, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are the combobox’s
            <div
              key={option.id}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === here}
              onMouseEnter={() => setAt(index)}
              onClick={() => pick(option)}
            >
              <Icon name={icon} />
              <span className="clip">{option.title}</span>
              {option.detail ? <span className="d">{option.detail}</span> : null}
            </div>
          ))}
          {options.length === 0 && !found.isFetching ? (
            <div className="none" role="option" aria-selected={false} aria-disabled tabIndex={-1}>
              {say('form.pick.none')}
            </div>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
