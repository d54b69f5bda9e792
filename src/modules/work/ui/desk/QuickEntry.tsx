import { useDeferredValue, useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { previewQuickEntry, quickAdd } from '../../contract.ts'
import type { WorkKeys } from './deskTypes.ts'

/** A task in one line; beneath it stands how the line is understood, before Enter makes it one. */
export function QuickEntry() {
  const say = useSay<WorkKeys>()
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const adding = useCommand<typeof quickAdd>('work.quick-add', { said: say('page.desk.added') })
  useHotkeys([{ keys: 'n', label: say('work.quick-add'), group: say('page.desk'), run: () => field.current?.focus() }])
  const add = async () => {
    if (!text.trim()) return
    const answer = await adding.run({ text })
    if (answer.status === 'done') setText('')
  }
  return (
    <form
      className="quick"
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      <input
        ref={field}
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') field.current?.blur()
        }}
        placeholder={say('page.quick.hint')}
        aria-label={say('work.quick-add')}
        maxLength={500}
      />
      <Button type="submit" keys={text ? 'Enter' : 'n'} busy={adding.busy}>
        {say('page.desk.add')}
      </Button>
      {text.trim() ? <Understood text={text} /> : null}
    </form>
  )
}

function Understood({ text }: { readonly text: string }) {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const asked = useDeferredValue(text)
  const { data } = useQuery<typeof previewQuickEntry>('work.preview-quick-entry', { text: asked }, { keep: true })
  if (!data) return <p className="read" aria-live="polite" />
  const parts = [
    data.dueOn && formats.weekday(data.dueOn) + (data.dueTime ? ` ${data.dueTime}` : ''),
    data.effortMinutes && formats.minutes(data.effortMinutes),
    data.people.length > 0
      ? data.people.map(person => person.title).join(', ')
      : data.person && say('page.desk.nobody', { name: data.person }),
    data.within?.title,
    data.repeat && say('page.desk.repeats'),
    data.urgency === 'high' ? say('reason.urgent') : null,
  ].filter(Boolean)
  return (
    <p className="read" aria-live="polite">
      <b>{data.title ?? '…'}</b>
      {parts.map(part => (
        <span key={String(part)}>{part}</span>
      ))}
    </p>
  )
}
