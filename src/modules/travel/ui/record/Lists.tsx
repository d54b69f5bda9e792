import { type ReactNode, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { setContacts, setThings, tickThing } from '../../contract.ts'
import type { TravelKeys, TripDetail } from '../words.ts'
import { contactsIn, contactText, thingsIn, thingText } from './listLines.ts'

interface LinesProps {
  readonly title: string
  readonly hint: string
  readonly may: boolean
  readonly written: string
  readonly busy: boolean
  readonly onSave: (text: string) => Promise<boolean>
  readonly children: ReactNode
}

/** A list that is written as lines of text. */
function Lines({ title, hint, may, written, busy, onSave, children }: LinesProps) {
  const say = useSay<TravelKeys>()
  const [text, setText] = useState<string | null>(null)
  if (!written && !may) return null
  const edit = (
    <Button
      size="s"
      look="quiet"
      icon="edit"
      aria-label={`${say('page.trip.edit')}: ${title}`}
      onClick={() => setText(written)}
    >
      {say('page.trip.edit')}
    </Button>
  )
  return (
    <Section title={title} more={may && text === null ? edit : undefined}>
      {text === null ? (
        children
      ) : (
        <div className="form">
          <Field label={title} hint={hint}>
            {control => (
              <textarea
                className="input"
                {...control}
                rows={5}
                value={text}
                onChange={event => setText(event.target.value)}
              />
            )}
          </Field>
          <div className="form-foot">
            <Button
              look="primary"
              busy={busy}
              onClick={async () => {
                if (await onSave(text)) setText(null)
              }}
            >
              {say('page.trip.save')}
            </Button>
            <Button look="quiet" onClick={() => setText(null)}>
              {say('page.trip.leave')}
            </Button>
          </div>
        </div>
      )}
    </Section>
  )
}

export function Things({ detail, may }: { readonly detail: TripDetail; readonly may: boolean }) {
  const say = useSay<TravelKeys>()
  const save = useCommand<typeof setThings>('travel.set-things')
  const tick = useCommand<typeof tickThing>('travel.tick-thing', { quiet: true })
  const { record, things } = detail
  const one = { id: record.id, expectedVersion: record.version }
  return (
    <Lines
      title={say('page.trip.things')}
      hint={say('page.trip.things.hint')}
      may={may}
      written={thingText(things)}
      busy={save.busy}
      onSave={async text => (await save.run({ ...one, things: thingsIn(text, things) })).status === 'done'}
    >
      <ul className="trip-things">
        {things.map((thing, at) => (
          <li key={thing.text}>
            <label>
              <input
                type="checkbox"
                checked={thing.done}
                disabled={!may}
                onChange={event => void tick.run({ ...one, position: at + 1, done: event.target.checked })}
              />{' '}
              {thing.text}{' '}
              {thing.sort === 'bring' ? <span className="t3">{say('choice.travel.sort.bring')}</span> : null}
            </label>
          </li>
        ))}
      </ul>
    </Lines>
  )
}

export function Contacts({ detail, may }: { readonly detail: TripDetail; readonly may: boolean }) {
  const say = useSay<TravelKeys>()
  const save = useCommand<typeof setContacts>('travel.set-contacts')
  const { record, contacts } = detail
  return (
    <Lines
      title={say('page.trip.contacts')}
      hint={say('page.trip.contacts.hint')}
      may={may}
      written={contactText(contacts)}
      busy={save.busy}
      onSave={async text =>
        (await save.run({ id: record.id, expectedVersion: record.version, contacts: contactsIn(text) })).status ===
        'done'
      }
    >
      <ContactList detail={detail} />
    </Lines>
  )
}

export function ContactList({ detail: { contacts } }: { readonly detail: TripDetail }) {
  const say = useSay<TravelKeys>()
  return (
    <ul className="trip-contacts">
      {contacts.map(one => (
        <li key={`${one.name} ${one.phone}`}>
          <b>{one.name}</b>
          {one.sort === 'emergency' ? <span className="late">{say('choice.travel.sort.emergency')}</span> : null}
          {one.what ? <span className="t3">{one.what}</span> : null}
          <a
            className="num nw"
            href={`tel:${one.phone.replace(/[^+\d]/g, '')}`}
            aria-label={`${say('page.trip.call', { name: one.name })}: ${one.phone}`}
          >
            {one.phone}
          </a>
        </li>
      ))}
    </ul>
  )
}
