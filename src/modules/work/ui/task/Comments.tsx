import { useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { addComment, removeComment } from '../../contract.ts'
import type { WorkKeys } from '../desk/deskTypes.ts'
import type { TaskDetail } from './Task.tsx'

/** What was said about it, oldest first, and a place to say more. */
export function Comments({ detail }: { readonly detail: TaskDetail }) {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const removing = useCommand<typeof removeComment>('work.remove-comment')
  const mayAdd = detail.can.some(({ command, refusedBecause }) => command === 'work.add-comment' && !refusedBecause)
  if (!detail.comments.length && !mayAdd) return null
  return (
    <Section title={say('page.task.comments')} count={detail.comments.length || undefined}>
      <ol className="comments">
        {detail.comments.map(comment => (
          <li key={comment.commentId}>
            <p className="by">
              <b>{comment.by?.title ?? ''}</b> <time dateTime={comment.at}>{formats.moment(comment.at)}</time>
              {comment.mine ? (
                <button
                  type="button"
                  className="quietly"
                  onClick={() => void removing.run({ recordId: detail.record.id, commentId: comment.commentId })}
                >
                  {say('work.remove-comment')}
                </button>
              ) : null}
            </p>
            <p className="note">{comment.text}</p>
          </li>
        ))}
      </ol>
      {mayAdd ? <NewComment recordId={detail.record.id} /> : null}
    </Section>
  )
}

function NewComment({ recordId }: { readonly recordId: string }) {
  const say = useSay<WorkKeys>()
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const adding = useCommand<typeof addComment>('work.add-comment', { quiet: true })
  const words = say('work.add-comment')
  useHotkeys([
    { keys: 'm', label: words, group: say('kind.task'), run: () => form.current?.querySelector('textarea')?.focus() },
  ])
  return (
    <form
      className="new-comment"
      ref={form}
      onSubmit={event => {
        event.preventDefault()
        if (text.trim()) void adding.run({ recordId, text }).then(({ status }) => status === 'done' && setText(''))
      }}
    >
      <textarea
        className="input"
        rows={2}
        value={text}
        placeholder={say('page.task.comment-hint')}
        aria-label={words}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {text.trim() ? (
        <Button type="submit" keys="mod+enter" busy={adding.busy}>
          {words}
        </Button>
      ) : null}
    </form>
  )
}
