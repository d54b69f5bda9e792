import { type FormEvent, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { addComment, listComments } from '../../../work/contract.ts'
import type { EntryDetail, RegisterKeys } from '../shared/words.ts'

/** What was said about an entry, and a place to say more: comments are those of work. */
export function Comments({ detail }: { readonly detail: EntryDetail }) {
  const say = useSay<RegisterKeys>()
  const formats = useFormats()
  const [text, setText] = useState('')
  const recordId = detail.record.id
  const { data, refetch } = useQuery<typeof listComments>('work.list-comments', { recordId })
  const adding = useCommand<typeof addComment>('work.add-comment', { quiet: true })
  const mayAdd = detail.can.some(({ command }) => command === 'work.add-comment')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return
    const { status } = await adding.run({ recordId, text })
    if (status !== 'done') return
    setText('')
    void refetch()
  }
  const rows = data?.rows ?? []
  if (!rows.length && !mayAdd) return null
  return (
    <Section title={say('page.registers.comments')} count={rows.length || undefined}>
      {rows.map(comment => (
        <div key={comment.commentId} className="register-rule">
          <span>
            <b>{comment.by?.title}</b> <time dateTime={comment.at}>{formats.moment(comment.at)}</time>
          </span>
          <span className="register-long">{comment.text}</span>
        </div>
      ))}
      {mayAdd ? (
        <form className="register-grid" onSubmit={event => void send(event)}>
          <textarea
            className="input"
            rows={2}
            value={text}
            aria-label={say('page.registers.comment')}
            placeholder={say('page.registers.comment')}
            onChange={event => setText(event.target.value)}
          />
          {text.trim() ? (
            <div>
              <Button type="submit" busy={adding.busy}>
                {say('page.registers.comment')}
              </Button>
            </div>
          ) : null}
        </form>
      ) : null}
    </Section>
  )
}
