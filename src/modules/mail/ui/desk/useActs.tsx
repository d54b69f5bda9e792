import { type ReactNode, useState } from 'react'
import { usePermission, useSession } from '../../../../web/session.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Call } from '../../../../web/answers.ts'
import { tell } from '../../../../web/kit/notices.ts'
import { tellAnswer, useCommand } from '../../../../web/useCommand.ts'
import type { flagThreads, moveThreads, markRead } from '../../contract.ts'
import type { assignThreads, finishThreads, reopenThreads } from '../../contract/desk.ts'
import type { burySender } from '../../contract/rules.ts'
import type { MailKeys } from '../words.ts'
import { AssignThreads } from './AssignThreads.tsx'
import { LabelThreads } from './LabelThreads.tsx'
import { MoveThreads } from './MoveThreads.tsx'
import { SnoozeThreads } from './SnoozeThreads.tsx'

/** In the order of the menus. */
export const actNames = [
  'done',
  'take',
  'assign',
  'snooze',
  'noise',
  'move',
  'label',
  'flag',
  'read',
  'unread',
  'reopen',
  'trash',
] as const

export interface OneAct {
  readonly name: (typeof actNames)[number]
  readonly label: string
  readonly icon: string
  readonly keys: string
  readonly run: () => void
}

export interface Acts {
  readonly list: readonly OneAct[]
  readonly act: (name: OneAct['name']) => OneAct | undefined
  /** What asks for something before it runs. */
  readonly dialog: ReactNode
}

export interface ActsOptions {
  /** All of them are flagged: pressing takes it off. */
  readonly flagged: boolean
  /** Of all of them; null where they are of several. */
  readonly mailboxId: string | null
  /** These are no longer where they were. */
  readonly onGone: (ids: readonly string[]) => void
}

type Asking = 'assign' | 'snooze' | 'label' | 'move' | null

/** The daily acts on the threads that are chosen, or on the one that is shown. */
export function useActs(ids: readonly string[], { onGone, flagged, mailboxId }: ActsOptions): Acts {
  const say = useSay<MailKeys>()
  const me = useSession().principal.id
  const may = usePermission('mail.answer-mail')
  const [asking, setAsking] = useState<Asking>(null)
  const count = ids.length
  const finish = useCommand<typeof finishThreads>('mail.finish-threads', {
    said: say('done.mail.finish-threads', { count }),
  })
  const assign = useCommand<typeof assignThreads>('mail.assign-threads', { said: say('done.mail.take', { count }) })
  const reopen = useCommand<typeof reopenThreads>('mail.reopen-threads', {
    said: say('done.mail.reopen-threads', { count }),
  })
  const bury = useCommand<typeof burySender>('mail.bury-sender', { quiet: true })
  const unread = useCommand<typeof markRead>('mail.mark-read', { said: say('done.mail.unread') })
  const read = useCommand<typeof markRead>('mail.mark-read', { said: say('done.mail.mark-read') })
  const flag = useCommand<typeof flagThreads>('mail.flag-threads', { said: say('done.mail.flag-threads') })
  const move = useCommand<typeof moveThreads>('mail.move-threads', { said: say('done.mail.trash', { count }) })
  const all = [...ids]
  const gone = async (running: Promise<{ readonly status: string }>) => {
    if ((await running).status === 'done') onGone(all)
  }
  /** One sender after the other; taken back they all come up again. */
  const buryAll = async () => {
    const undoAll: Call[] = []
    for (const id of all) {
      const answer = await bury.run({ id })
      if (answer.status !== 'done') return tellAnswer(answer)
      if (answer.undo) undoAll.push(answer.undo)
    }
    tell({ kind: 'done', text: say('done.mail.bury-sender'), undoAll })
    onGone(all)
  }
  const one = (name: OneAct['name'], icon: string, keys: string, run: () => void): OneAct => ({
    name,
    label: say(name === 'flag' && flagged ? 'page.mail.act.unflag' : `page.mail.act.${name}`),
    icon,
    keys,
    run,
  })
  const list: OneAct[] =
    count === 0 || !may
      ? []
      : [
          one('done', 'check', 'e', () => void gone(finish.run({ ids: all }))),
          one('take', 'user-check', 't', () => void assign.run({ ids: all, ownerId: me })),
          one('assign', 'user', 'a', () => setAsking('assign')),
          one('snooze', 'clock', 's', () => setAsking('snooze')),
          one('noise', 'eye-off', 'm', () => void buryAll()),
          one('move', 'folder', 'v', () => setAsking('move')),
          one('label', 'tag', 'l', () => setAsking('label')),
          one('flag', 'flag', '!', () => void flag.run({ ids: all, flagged: !flagged })),
          one('read', 'mail', 'shift+i', () => void read.run({ ids: all })),
          one('unread', 'mail', 'shift+u', () => void unread.run({ ids: all, read: false })),
          one('reopen', 'inbox', 'o', () => void gone(reopen.run({ ids: all }))),
          one('trash', 'trash', '#', () => void gone(move.run({ ids: all, to: 'trash' }))),
        ]
  const close = () => setAsking(null)
  const over = { ids: all, onClose: close }
  return {
    list,
    act: name => list.find(each => each.name === name),
    dialog:
      count === 0 ? null : asking === 'assign' ? (
        <AssignThreads {...over} onDone={() => onGone([])} />
      ) : asking === 'snooze' ? (
        <SnoozeThreads {...over} onDone={() => onGone(all)} />
      ) : asking === 'move' ? (
        <MoveThreads {...over} mailboxId={mailboxId} onDone={() => onGone(all)} />
      ) : asking === 'label' ? (
        <LabelThreads {...over} />
      ) : null,
  }
}
