import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { addEntry, removeEntry } from '../../contract.ts'
import type { CaseDetail, CaseKeys } from '../words.ts'

type Entry = CaseDetail['entries'][number]

/** What was said by them and by us, and what colleagues noted, from the beginning. */
export function Story({ detail }: { readonly detail: CaseDetail }) {
  const say = useSay<CaseKeys>()
  const may = usePermission('cases.add-entry')
  return (
    <Section title={say('page.case.story')} count={detail.entries.length || undefined}>
      {detail.entries.length === 0 ? <p className="t3">{say('page.case.story.none')}</p> : null}
      <ol className="case-story">
        {detail.entries.map(entry => (
          <EntryLine key={entry.id} entry={entry} detail={detail} />
        ))}
      </ol>
      {may ? <AddEntry detail={detail} /> : null}
    </Section>
  )
}

const icons = { said: 'user', note: 'edit', answer: 'send' } as const

function EntryLine({ entry, detail }: { readonly entry: Entry; readonly detail: CaseDetail }) {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  const remove = useCommand<typeof removeEntry>('cases.remove-entry')
  const mayRemove = usePermission('cases.remove-entry') && entry.what !== 'answer'
  const from =
    entry.what === 'said'
      ? (detail.contact.name ?? detail.party?.title ?? say('choice.cases.what.said'))
      : (entry.by?.title ?? '')
  return (
    <li className={`case-entry ${entry.what}`}>
      <div className="case-entry-head">
        <Icon name={icons[entry.what]} small />
        <b>{from}</b>
        <span className="t3">
          {[
            entry.what === 'said' ? null : say(`choice.cases.what.${entry.what}`),
            entry.apology ? say('page.case.sorry') : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <time className="t3 num" dateTime={entry.at}>
          {formats.moment(entry.at)}
        </time>
        {mayRemove ? (
          <Button
            look="quiet"
            size="s"
            icon="x"
            aria-label={say('cases.remove-entry')}
            title={say('cases.remove-entry')}
            onClick={() => void remove.run({ id: detail.record.id, entryId: entry.id })}
          />
        ) : null}
      </div>
      <p className="case-body" lang={entry.language}>
        {entry.body}
      </p>
      {entry.mail ? (
        <p className={entry.mail === 'failed' || entry.mail === 'no-door' ? 'late' : 't3'}>
          {say(`page.case.mail.${entry.mail}`, { email: entry.mailTo, error: entry.mailError })}
        </p>
      ) : null}
    </li>
  )
}

function AddEntry({ detail }: { readonly detail: CaseDetail }) {
  const say = useSay<CaseKeys>()
  const [what, setWhat] = useState<'note' | 'said' | null>(null)
  const [body, setBody] = useState('')
  const add = useCommand<typeof addEntry>('cases.add-entry', { quiet: true })
  const submit = async () => {
    if (!body.trim() || !what || add.busy) return
    const answer = await add.run({ id: detail.record.id, what, body })
    if (answer.status !== 'done') return
    setBody('')
    setWhat(null)
  }
  if (!what)
    return (
      <div className="case-add">
        <Button size="s" icon="edit" onClick={() => setWhat('note')}>
          {say('page.case.add.note')}
        </Button>
        <Button size="s" icon="user" onClick={() => setWhat('said')}>
          {say('page.case.add.said')}
        </Button>
      </div>
    )
  const refusal = add.answer?.status === 'refused' ? add.answer.refusal : null
  return (
    <form
      className="form case-adding"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <textarea
        className="input"
        rows={3}
        // biome-ignore lint/a11y/noAutofocus: whoever pressed the button begins to write
        autoFocus
        aria-label={say(`choice.cases.what.${what}`)}
        placeholder={say(`choice.cases.what.${what}`)}
        value={body}
        maxLength={20_000}
        onChange={event => setBody(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
          if (event.key === 'Escape') setWhat(null)
        }}
      />
      {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
      <div className="form-foot">
        <Button look="primary" type="submit" busy={add.busy}>
          {say('cases.add-entry')}
        </Button>
        <Button look="quiet" onClick={() => setWhat(null)}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}
