import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listFolders, moveThreads } from '../../contract.ts'
import type { MailKeys } from '../words.ts'
import type { OverThreads } from './AssignThreads.tsx'

export interface MoveThreadsProps extends OverThreads {
  /** Of all of them; null where they are of several: a folder is of one. */
  readonly mailboxId: string | null
  readonly onDone: () => void
}

/** What a folder says of the threads in it: what lies in one of its own is put away there. */
const meaning = { inbox: 'inbox', junk: 'junk', trash: 'trash' } as const

/** Into which folder? Typing finds it, Enter takes the first. */
export function MoveThreads({ ids, mailboxId, onClose, onDone }: MoveThreadsProps) {
  const say = useSay<MailKeys>()
  const [text, setText] = useState('')
  const count = ids.length
  const folders = useQuery<typeof listFolders>(
    'mail.list-folders',
    { mailboxId: mailboxId ?? '', limit: 500 },
    { when: mailboxId !== null },
  )
  const moving = useCommand<typeof moveThreads>('mail.move-threads', {
    said: say('done.mail.move-threads'),
  })
  const wanted = text.trim().toLocaleLowerCase()
  const rows = (folders.data?.rows ?? []).filter(
    ({ title, role }) => role !== 'drafts' && role !== 'sent' && title.toLocaleLowerCase().includes(wanted),
  )
  const move = async (folder: (typeof rows)[number] | undefined) => {
    if (!folder) return
    const to = meaning[folder.role as keyof typeof meaning] ?? 'archive'
    const answer = await moving.run({ ids: [...ids], to, folderId: folder.id })
    if (answer.status !== 'done') return
    onClose()
    onDone()
  }
  return (
    <Dialog title={say('page.mail.act.move')} about={say('page.mail.count', { count })} width={420} onClose={onClose}>
      {mailboxId === null ? (
        <p className="dialog-form">{say('page.mail.move.several')}</p>
      ) : (
        <form
          className="dialog-form form"
          onSubmit={event => {
            event.preventDefault()
            void move(rows[0])
          }}
        >
          <TextField
            label={say('field.mail.folderId')}
            value={text}
            autoFocus
            data-autofocus
            onChange={event => setText(event.target.value)}
          />
          {folders.isPending ? <SkeletonRows rows={4} /> : null}
          {folders.isError ? <QueryProblem fault={folders.error} again={() => void folders.refetch()} /> : null}
          <ul className="snooze-moments">
            {rows.map(folder => (
              <li key={folder.id}>
                <button type="button" onClick={() => void move(folder)}>
                  <span className="clip">{folder.title}</span>
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
    </Dialog>
  )
}
