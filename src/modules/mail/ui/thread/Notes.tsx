import { useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listPrincipals } from '../../../authority/contract.ts'
import type { listComments } from '../../../work/contract.ts'
import type { addNote } from '../../contract/desk.ts'
import type { MailKeys, ThreadDetail } from '../words.ts'

/** What colleagues say to each other beside the mails; nobody outside sees it. `@` and a name tells them at once. */
export function Notes({ thread }: { readonly thread: ThreadDetail }) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const may = usePermission('mail.answer-mail')
  const id = thread.record.id
  const mayRead = usePermission('work.list-comments')
  const comments = useQuery<typeof listComments>('work.list-comments', { recordId: id }, { when: mayRead })
  const rows = comments.data?.rows ?? []
  return (
    <section className="notes" aria-label={say('page.mail.notes')}>
      <ol>
        {rows.map(row => (
          <li key={row.commentId}>
            <p className="t3">
              <Icon name="message" small /> <b>{row.by?.title ?? ''}</b>{' '}
              <time dateTime={row.at}>{formats.moment(row.at)}</time>
            </p>
            <p className="words">{row.text}</p>
          </li>
        ))}
      </ol>
      {may ? <NewNote id={id} onDone={() => void comments.refetch()} /> : null}
    </section>
  )
}

function NewNote({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const say = useSay<MailKeys>()
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const adding = useCommand<typeof addNote>('mail.add-note', { quiet: true })
  const mayList = usePermission('authority.list-principals')
  const colleagues = useQuery<typeof listPrincipals>(
    'authority.list-principals',
    { kind: 'person', limit: 500 },
    { when: mayList && text.includes('@'), fresh_ms: 300_000 },
  ).data?.rows
  const words = say('page.mail.act.note')
  useHotkeys([
    {
      keys: 'n',
      label: words,
      group: say('kind.mail-thread'),
      run: () => form.current?.querySelector('textarea')?.focus(),
    },
  ])
  const named = meant(text, colleagues ?? [])
  const send = async () => {
    if (!text.trim()) return
    const answer = await adding.run({ id, text, personIds: named.map(one => one.id) })
    if (answer.status !== 'done') return
    setText('')
    onDone()
  }
  return (
    <form
      ref={form}
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <textarea
        className="input"
        rows={text ? 3 : 1}
        value={text}
        placeholder={say('page.mail.note.hint')}
        aria-label={words}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            form.current?.requestSubmit()
          }
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {text.trim() ? (
        <p className="acts">
          <Button type="submit" size="s" keys="mod+enter" busy={adding.busy}>
            {words}
          </Button>
          {named.length > 0 ? (
            <span className="t2">{say('page.mail.note.tells', { names: named.map(one => one.name).join(', ') })}</span>
          ) : null}
        </p>
      ) : null}
    </form>
  )
}

/** Colleagues named after an `@`: by the whole name, or by the first where only one goes by it. */
export function meant<One extends { readonly id: string; readonly name: string }>(
  text: string,
  colleagues: readonly One[],
): One[] {
  const small = text.toLowerCase()
  return colleagues.filter(one => {
    const name = one.name.toLowerCase()
    if (small.includes(`@${name}`)) return true
    const first = name.split(' ')[0] ?? ''
    const alone = colleagues.filter(other => other.name.toLowerCase().startsWith(`${first} `)).length === 1
    return alone && new RegExp(`@${first.replace(/[^\p{L}]/gu, '')}(?![\\p{L}])`, 'u').test(small)
  })
}
