import { useDeferredValue, useId, useRef, useState } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { DocumentDetail, DocumentKeys } from './confirmTypes.ts'
import { nextField } from './FieldRow.tsx'
import type { Doubts } from './doubts.ts'
import { type Confirming, refusalId } from './useConfirm.ts'

interface SenderRowProps {
  readonly work: Confirming
  readonly detail: DocumentDetail
  readonly here: boolean
  readonly onHere: () => void
  readonly doubts: Doubts
}

/** A party of the directory, or the name as typed, which becomes a new one. */
interface Offer {
  readonly id: string | null
  readonly title: string
  readonly detail: string | null
}

const mostOffered = 6

/** Who sent it: the party that was recognised; typing finds another, or names one who is not in the directory yet. */
export function SenderRow({ work, detail, here, onHere, doubts }: SenderRowProps) {
  const say = useSay<DocumentKeys>()
  const list = useId()
  const read = detail.fields.find(({ name }) => name === 'senderName')
  const party = work.effect?.sender ?? null
  const edited = work.edits.fields.senderName
  const name = edited === undefined ? (party?.name ?? detail.row.sender?.name ?? read?.value ?? '') : (edited ?? '')
  const [typed, setTyped] = useState<string | null>(null)
  // Leaving the field comes in the same breath as taking an offer: what stands typed is asked of here, not of the last drawing.
  const inHand = useRef<string | null>(null)
  const write = (text: string | null) => {
    inHand.current = text
    setTyped(text)
  }
  const [at, setAt] = useState(0)
  const offers = useOffers(typed)
  const open = typed !== null && offers.length > 0
  const marked = Math.min(at, offers.length - 1)
  const doubt = edited === undefined && work.edits.senderId === undefined && doubts.has('senderName')
  const refused = work.refusal?.field === 'senderName' || work.refusal?.field === 'senderId'
  const take = (offer: Offer) => {
    write(null)
    work.setSender(offer.title || null, { id: offer.id })
  }
  const settle = () => {
    if (inHand.current === null) return
    const meant = inHand.current.trim()
    if (meant === name) return write(null)
    const known = offers.find(({ id, title }) => id && title.toLowerCase() === meant.toLowerCase())
    take(known ?? { id: null, title: meant, detail: null })
  }
  const hint = refused
    ? undefined
    : party
      ? say('page.confirm.in-directory')
      : name
        ? say('page.confirm.not-in-directory')
        : undefined
  return (
    <div className={`field${here ? ' now' : ''}${doubt ? ' doubt' : ''}`}>
      <label htmlFor="field-senderName">{say('field.senderName')}</label>
      <div className="val">
        <input
          id="field-senderName"
          role="combobox"
          aria-expanded={open}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={open ? `${list}-${marked}` : undefined}
          aria-describedby={refused ? refusalId : hint ? 'hint-senderName' : undefined}
          aria-invalid={refused || undefined}
          autoComplete="off"
          value={typed ?? name}
          onFocus={event => {
            onHere()
            event.target.select()
          }}
          onChange={event => {
            write(event.target.value)
            setAt(0)
          }}
          onBlur={settle}
          onKeyDown={event => {
            if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
              event.preventDefault()
              setAt(Math.max(0, Math.min(offers.length - 1, marked + (event.key === 'ArrowDown' ? 1 : -1))))
            } else if (event.key === 'Escape' && typed !== null) {
              event.stopPropagation()
              write(null)
            } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
              event.preventDefault()
              const chosen = open ? offers[marked] : undefined
              if (chosen) take(chosen)
              else settle()
              nextField(event.currentTarget)
            }
          }}
        />
        {hint ? (
          <span className={doubt && !party ? 'hint blocked' : 'hint'} id="hint-senderName">
            {hint}
          </span>
        ) : null}
      </div>
      <span className={doubt ? 'sure low' : 'sure'}>
        {edited !== undefined || work.edits.senderId !== undefined
          ? '✓'
          : read
            ? Math.round(read.confidence * 100)
            : '–'}
      </span>
      {open ? (
        <div
          className="senders"
          role="listbox"
          tabIndex={-1}
          id={list}
          aria-label={say('field.senderName')}
          onMouseDown={event => event.preventDefault()}
        >
          {offers.map((offer, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are the combobox’s
            <div
              key={offer.id ?? 'new'}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === marked}
              onClick={() => take(offer)}
            >
              <Icon name={offer.id ? 'building' : 'plus'} small />
              <b className="clip">
                {offer.id ? offer.title : say('page.confirm.new-sender-named', { name: offer.title })}
              </b>
              <span className="clip">{offer.detail}</span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}

/** Those of the directory whose name begins as typed, then the name itself as a new one. */
function useOffers(typed: string | null): readonly Offer[] {
  const text = useDeferredValue(typed?.trim() ?? '')
  const may = usePermission('directory.list-parties')
  const found = useQuery<unknown>(
    'directory.suggest-party',
    { text, limit: mostOffered },
    { when: may && text.length > 0, keep: true },
  )
  if (!typed?.trim()) return []
  const rows = (found.data as { readonly rows: readonly Offer[] } | undefined)?.rows ?? []
  const known = text ? rows.slice(0, mostOffered) : []
  const same = known.some(({ title }) => title.toLowerCase() === text.toLowerCase())
  return same ? known : [...known, { id: null, title: typed.trim(), detail: null }]
}
