import { useId, useRef, useState } from 'react'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { useFloating } from '../../../../web/kit/form/useFloating.ts'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { CalendarKeys, Guest } from '../words.ts'
import { keyOfGuest } from './guests.ts'

interface Candidate {
  readonly who: Guest['who']
  readonly name: string
  readonly detail: string
  readonly icon: string
}

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)

interface GuestPickerProps {
  /** Who is there already, or whose event it is: nobody is offered twice. */
  readonly without: readonly string[]
  readonly onPick: (who: Guest['who'], name: string) => void
}

/** Colleagues, the people the office knows, or an address typed: one field (combobox, ARIA 1.2). */
export function GuestPicker({ without, onPick }: GuestPickerProps) {
  const say = useSay<CalendarKeys>()
  const list = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const found = useCandidates(text, open)
  const candidates = found.candidates.filter(({ who }) => !without.includes(keyOfGuest(who)))
  const shown = open && (candidates.length > 0 || text.length > 1)
  const sheet = useFloating(field, shown)
  const here = Math.min(at, candidates.length - 1)
  const written = candidates.find(({ who }) => 'email' in who && who.email.toLowerCase() === text.trim().toLowerCase())
  const pick = (one: Candidate | undefined) => {
    if (!one) return
    onPick(one.who, one.name)
    setText('')
    setAt(0)
  }
  return (
    <Field label={say('page.calendar-event.who')}>
      {control => (
        <div className="picker">
          <input
            ref={field}
            className="input"
            {...control}
            role="combobox"
            aria-expanded={shown}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={shown && candidates[here] ? `${list}-${here}` : undefined}
            autoComplete="off"
            placeholder={say('page.calendar-event.who.hint')}
            value={text}
            onFocus={() => setOpen(true)}
            onBlur={() => {
              setOpen(false)
              // An address is whole as it stands: whoever goes on has said whom they mean.
              pick(written)
            }}
            onChange={event => {
              setText(event.target.value)
              setAt(0)
              setOpen(true)
            }}
            onKeyDown={event => {
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault()
                setAt(Math.max(0, Math.min(candidates.length - 1, here + (event.key === 'ArrowDown' ? 1 : -1))))
              } else if (
                (event.key === 'Enter' || (event.key === ',' && text)) &&
                !event.ctrlKey &&
                !event.metaKey &&
                (written ?? candidates[here]) &&
                text
              ) {
                event.preventDefault()
                if (!found.isOld) pick(candidates[here] ?? written)
                else pick(written)
              } else if (event.key === 'Escape' && shown) {
                event.stopPropagation()
                setOpen(false)
              }
            }}
          />
          {shown ? (
            <div
              ref={sheet}
              popover="manual"
              className="picker-list"
              role="listbox"
              tabIndex={-1}
              id={list}
              aria-label={say('page.calendar-event.who')}
              onMouseDown={event => event.preventDefault()}
            >
              {candidates.map((one, index) => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are the combobox’s
                <div
                  key={`${one.name} ${one.detail}`}
                  id={`${list}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === here}
                  onMouseEnter={() => setAt(index)}
                  onClick={() => pick(one)}
                >
                  <Icon name={one.icon} />
                  <span className="clip">{one.name}</span>
                  {one.detail ? <span className="d">{one.detail}</span> : null}
                </div>
              ))}
              {candidates.length === 0 ? (
                <div className="none" role="option" aria-selected={false} aria-disabled tabIndex={-1}>
                  {say('page.calendar-event.who.none')}
                </div>
              ) : null}
            </div>
          ) : null}
        </div>
      )}
    </Field>
  )
}

interface Rows {
  readonly rows: readonly {
    readonly id: string
    readonly title?: string
    readonly name?: string
    readonly subtitle?: string
    readonly email?: string | null
    readonly kind?: string
  }[]
}

function useCandidates(
  text: string,
  open: boolean,
): { readonly candidates: readonly Candidate[]; readonly isOld: boolean } {
  const say = useSay<CalendarKeys>()
  const [mayColleagues, mayParties] = [
    usePermission('authority.list-principals'),
    usePermission('directory.list-parties'),
  ]
  const colleagues = useQuery(
    'authority.suggest-principal',
    { ...(text ? { text } : {}), limit: 6 },
    { when: open && mayColleagues, keep: true },
  )
  const parties = useQuery(
    'directory.list-parties',
    { text, kind: 'person', limit: 5 },
    { when: open && mayParties && text.length > 1, keep: true },
  )
  const inside = ((colleagues.data as Rows | undefined)?.rows ?? []).map(
    ({ id, title, subtitle }): Candidate => ({
      who: { principalId: id },
      name: title ?? '',
      detail: subtitle ?? '',
      icon: 'user',
    }),
  )
  const known = new Set(inside.map(({ name }) => name))
  const outside = (text.length > 1 ? ((parties.data as Rows | undefined)?.rows ?? []) : []).flatMap(
    ({ id, title, name, email }): Candidate[] => {
      const called = title ?? name ?? ''
      return email && !known.has(called)
        ? [{ who: { email, name: called, partyId: id }, name: called, detail: email, icon: 'at' }]
        : []
    },
  )
  const typed: Candidate[] = isEmail(text.trim())
    ? [
        {
          who: { email: text.trim(), name: text.trim(), partyId: null },
          name: text.trim(),
          detail: say('page.calendar-event.who.invite'),
          icon: 'mail',
        },
      ]
    : []
  const all = [...inside, ...outside]
  return {
    candidates: all.some(({ detail }) => detail === text.trim()) ? all : [...all, ...typed],
    isOld: colleagues.isPlaceholderData || (parties.isPlaceholderData && text.length > 1),
  }
}
