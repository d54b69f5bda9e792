import { type FormEvent, useId } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Finder } from '../../../../web/kit/form/Finder.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { type Keys, wishes } from '../words.ts'
import { CallerField } from './CallerField.tsx'
import { useWhereabouts } from './useCaller.ts'
import type { Person, SlipDraft } from './useSlip.ts'
import { Where } from './Where.tsx'

interface SlipFormProps {
  readonly draft: SlipDraft
  readonly change: (changes: Partial<SlipDraft>) => void
  readonly isKept: boolean
  /** The call says who it is: the cursor begins at whom it is for. */
  readonly isKnown: boolean
  /** Whose number it is, where one alone has it. */
  readonly caller: string | undefined
  readonly number: string | null
  readonly busy: boolean
  readonly problem: string | undefined
  /** What was typed as whom it is for, and names nobody yet. */
  readonly onLoose: (text: string) => void
  readonly onSend: () => void
  readonly onLog: () => void
}

/** The message: for whom, who, about what, what they wish. Typed from the top to Ctrl+Enter without leaving the keys. */
export function SlipForm(props: SlipFormProps) {
  const say = useSay<Keys>()
  const { draft, change } = props
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onSend()
  }
  return (
    <form className="cc-slip" onSubmit={submit}>
      <div className="cc-t">
        <h3>{say('page.slip.message')}</h3>
        {props.isKept ? <span>{say('page.slip.kept')}</span> : null}
      </div>
      <div className="ruled">
        {props.isKnown ? null : <From draft={draft} change={change} number={props.number} caller={props.caller} />}
        <To draft={draft} change={change} first={props.isKnown} onText={props.onLoose} />
        <AboutField draft={draft} change={change} />
      </div>
      <textarea
        className="cc-text"
        aria-label={say('field.calls.body')}
        data-mantine-stop-propagation="true"
        value={draft.body}
        onChange={event => change({ body: event.target.value })}
      />
      <Wishes draft={draft} change={change} />
      {props.problem ? (
        <p className="late" role="alert">
          {props.problem}
        </p>
      ) : null}
      <div className="cc-send">
        <Button look="primary" type="submit" keys="mod+enter" busy={props.busy}>
          {say('page.slip.send')}
        </Button>
        <Button busy={props.busy} onClick={props.onLog}>
          {say('page.slip.log')}
        </Button>
        <p>
          {draft.for ? say('page.slip.sees', { name: draft.for.title.split(' ')[0] ?? '' }) : say('page.slip.nobody')}
        </p>
      </div>
    </form>
  )
}

type Part = Pick<SlipFormProps, 'draft' | 'change'>

function From({
  draft,
  change,
  number,
  caller,
}: Part & { readonly number: string | null; readonly caller: string | undefined }) {
  const say = useSay<Keys>()
  return (
    <div className="field">
      <span className="lab">{say('page.slip.from')}</span>
      <div className="val">
        {draft.party ? (
          <Chosen person={draft.party} onRemove={() => change({ party: null })} />
        ) : (
          <CallerField
            value={draft.caller}
            placeholder={caller}
            autoFocus
            onChange={caller => change({ caller })}
            onPick={party => change({ party, caller: '' })}
          />
        )}
        <input
          className="cc-number"
          type="tel"
          aria-label={say('field.calls.number')}
          data-mantine-stop-propagation="true"
          placeholder={say('field.calls.number')}
          value={draft.number || (number ?? '')}
          onChange={event => change({ number: event.target.value })}
        />
      </div>
    </div>
  )
}

function To({
  draft,
  change,
  first,
  onText,
}: Part & { readonly first: boolean; readonly onText: (text: string) => void }) {
  const say = useSay<Keys>()
  const id = useId()
  const chosen = [...(draft.for ? [draft.for] : []), ...draft.also]
  const where = useWhereabouts(chosen.map(person => person.id))
  const add = (person: Person) => {
    if (chosen.some(one => one.id === person.id)) return
    change(draft.for ? { also: [...draft.also, person] } : { for: person })
  }
  const remove = ({ id: gone }: Person) => {
    const rest = chosen.filter(one => one.id !== gone)
    change({ for: rest[0] ?? null, also: rest.slice(1) })
  }
  const about = draft.for ? where.get(draft.for.id) : undefined
  return (
    <div className="field">
      <label htmlFor={id}>{say('page.slip.to')}</label>
      <div className="val cc-to">
        {chosen.map((person, index) => (
          <Chosen key={person.id} person={person} cc={index > 0} onRemove={() => remove(person)} />
        ))}
        <span data-first={first || undefined} data-mantine-stop-propagation="true">
          <Finder
            control={{ id, 'aria-describedby': undefined, 'aria-invalid': undefined }}
            query="presence.now"
            kind="principal"
            autoFocus={false}
            icon="user"
            onText={onText}
            onPick={option => add({ id: option.id, title: option.title })}
          />
        </span>
        {about && !about.reachable ? (
          <span className="cc-where">
            <Where line={about} />
          </span>
        ) : null}
      </div>
    </div>
  )
}

function AboutField({ draft, change }: Part) {
  const say = useSay<Keys>()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{say('field.calls.about')}</label>
      <div className="val">
        <input
          id={id}
          maxLength={200}
          autoComplete="off"
          data-mantine-stop-propagation="true"
          value={draft.about}
          onChange={event => change({ about: event.target.value })}
        />
      </div>
    </div>
  )
}

function Chosen({
  person,
  cc,
  onRemove,
}: {
  readonly person: Person
  readonly cc?: boolean
  readonly onRemove: () => void
}) {
  const say = useSay<Keys>()
  return (
    <button
      type="button"
      className={cc ? 'cc-who cc' : 'cc-who'}
      data-mantine-stop-propagation="true"
      aria-label={say('page.slip.remove', { name: person.title })}
      onClick={onRemove}
    >
      <span className="clip">{person.title}</span>
      <Icon name="x" small />
    </button>
  )
}

function Wishes({ draft, change }: Part) {
  const say = useSay<Keys>()
  const name = useId()
  return (
    <div className="cc-when">
      <fieldset>
        <legend className="vh">{say('field.calls.wish')}</legend>
        {wishes.map(wish => (
          <label key={wish}>
            <input
              type="radio"
              name={name}
              data-mantine-stop-propagation="true"
              checked={draft.wish === wish}
              onChange={() => change({ wish })}
            />
            {say(`choice.calls.wish.${wish}`)}
          </label>
        ))}
        {draft.wish === 'call-back' ? (
          <label>
            {say('page.slip.back-by')}
            <input
              className="input"
              type="time"
              data-mantine-stop-propagation="true"
              value={draft.by}
              onChange={event => change({ by: event.target.value })}
            />
          </label>
        ) : null}
      </fieldset>
      <div>
        <Check label={say('page.slip.urgent')} checked={draft.urgent} onChange={urgent => change({ urgent })} />
        <Check
          label={say('page.slip.private')}
          checked={draft.private}
          onChange={isPrivate => change({ private: isPrivate })}
        />
      </div>
    </div>
  )
}

function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  return (
    <label>
      <input
        className="box"
        type="checkbox"
        data-mantine-stop-propagation="true"
        checked={checked}
        onChange={event => onChange(event.target.checked)}
      />
      {label}
    </label>
  )
}
