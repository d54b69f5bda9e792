import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Kbd } from '../../../../web/kit/Kbd.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getThread, markRead } from '../../contract.ts'
import type { labelThreads } from '../../contract/desk.ts'
import type { Acts } from '../desk/useActs.tsx'
import { type MailKeys, type ThreadDetail, threadGlyphs } from '../words.ts'
import { Composer } from '../write/Composer.tsx'
import { Beside } from './Beside.tsx'
import { Held } from './Held.tsx'
import { Mails } from './Mails.tsx'
import { Notes } from './Notes.tsx'
import { Outgoing } from './Outgoing.tsx'
import { TurnInto } from './TurnInto.tsx'

export type How = 'reply' | 'reply-all' | 'forward'
export interface Answering {
  readonly how: How
  readonly messageId: string | null
  /** A draft that is gone on with. */
  readonly draftId: string | null
}

export interface ThreadProps {
  readonly id: string
  /** Back to the list, on the phone. */
  readonly back: string
  readonly acts: Acts
}

/** One thread: what it is about, what can be done, its mails, the answer one writes. */
export function Thread({ id, back, acts }: ThreadProps) {
  const thread = useQuery<typeof getThread>('mail.get-thread', { id })
  if (thread.isError) return <QueryProblem fault={thread.error} again={() => void thread.refetch()} />
  if (!thread.data) return <SkeletonRows rows={6} height={64} />
  return <Loaded thread={thread.data} back={back} acts={acts} />
}

function Loaded({ thread, back, acts }: { readonly thread: ThreadDetail } & Omit<ThreadProps, 'id'>) {
  const say = useSay<MailKeys>()
  const mine = thread.outgoing.find(one => one.state === 'draft')
  const [answering, setAnswering] = useState<Answering | null>(
    mine ? { how: 'reply', messageId: mine.answersId, draftId: mine.id } : null,
  )
  const may = usePermission('mail.answer-mail')
  const begin = (how: How, messageId: string | null = null) =>
    setAnswering(now => now ?? { how, messageId, draftId: null })
  useReadOnOpening(thread)
  const group = say('kind.mail-thread')
  useHotkeys([
    may && { keys: 'r', label: say('page.mail.act.reply'), group, opensField: true, run: () => begin('reply') },
    may && {
      keys: 'shift+r',
      label: say('page.mail.act.reply-all'),
      group,
      opensField: true,
      run: () => begin('reply-all'),
    },
    may && { keys: 'f', label: say('page.mail.act.forward'), group, opensField: true, run: () => begin('forward') },
  ])
  return (
    <article className="thread" aria-label={thread.record.title}>
      <Head thread={thread} back={back} acts={acts} begin={begin} answering={answering !== null} />
      <Held threadId={thread.record.id} mine={answering !== null} />
      <Beside thread={thread} />
      <Mails thread={thread} begin={begin} />
      <Outgoing thread={thread} />
      {answering ? (
        <Composer
          key={answering.draftId ?? `${answering.how}${answering.messageId ?? ''}`}
          thread={thread}
          answering={answering}
          onClose={() => setAnswering(null)}
        />
      ) : null}
      <Notes thread={thread} />
    </article>
  )
}

/** What one has opened is read; said to the server once, and there to the other programs. */
function useReadOnOpening({ record, unread }: ThreadDetail): void {
  const mark = useCommand<typeof markRead>('mail.mark-read', { quiet: true })
  const marked = useRef(false)
  const { run } = mark
  useEffect(() => {
    if (marked.current || unread === 0) return
    const timer = setTimeout(() => {
      marked.current = true
      void run({ ids: [record.id], read: true })
    }, readAfter_ms)
    return () => clearTimeout(timer)
  }, [record.id, unread, run])
}
/** Going through the list by `j` does not read what one only passes, ms. */
const readAfter_ms = 700

interface HeadProps extends Omit<ThreadProps, 'id'> {
  readonly thread: ThreadDetail
  readonly begin: (how: How) => void
  readonly answering: boolean
}

function Head({ thread, back, acts, begin, answering }: HeadProps) {
  const say = useSay<MailKeys>()
  const { record } = thread
  const beside = (['done', 'assign', 'snooze'] as const).flatMap(name => acts.act(name) ?? [])
  const more = acts.list.filter(({ name }) => !beside.some(one => one.name === name) && name !== 'read')
  return (
    <header className="thread-head">
      <div className="line">
        <Link className="back" href={back}>
          <Icon name="chevron-left" /> {say('page.mail.back')}
        </Link>
        <h2 className="h2" lang={thread.language ?? undefined}>
          {record.title || say('page.mail.no-subject')}
        </h2>
      </div>
      <Standing thread={thread} />
      {beside.length > 0 ? (
        <div className="acts">
          {answering ? null : (
            <Button look="primary" icon="arrow-back-up" keys="r" onClick={() => begin('reply')}>
              {say('page.mail.act.reply')}
            </Button>
          )}
          {beside.map(({ name, label, keys, run }) => (
            <Button key={name} keys={keys} onClick={run}>
              {label}
            </Button>
          ))}
          <TurnInto thread={thread} />
          <Menu
            label={say('record.more')}
            width={260}
            align="end"
            button={opener => (
              <Button look="quiet" {...opener}>
                {say('record.more')} <Icon name="chevron-down" small />
              </Button>
            )}
          >
            {(['reply-all', 'forward'] as const).map(how => (
              <MenuItem
                key={how}
                icon="send"
                end={<Kbd keys={how === 'forward' ? 'f' : 'shift+r'} />}
                onSelect={() => begin(how)}
              >
                {say(`page.mail.act.${how}`)}
              </MenuItem>
            ))}
            <MenuItem icon="printer" end={<Kbd keys="mod+p" />} onSelect={() => print()}>
              {say('page.mail.act.print')}
            </MenuItem>
            {more.map(({ name, label, icon, keys, run }) => (
              <MenuItem key={name} icon={icon} end={<Kbd keys={keys} />} onSelect={run}>
                {label}
              </MenuItem>
            ))}
          </Menu>
        </div>
      ) : null}
    </header>
  )
}

/** State, owner, mailbox, what is promised, labels. */
function Standing({ thread }: { readonly thread: ThreadDetail }) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const labelling = useCommand<typeof labelThreads>('mail.label-threads')
  const { record, owner, promisedAt, snoozedUntil } = thread
  const late = promisedAt !== null && Date.parse(promisedAt) < Date.now()
  return (
    <p className="standing">
      <State glyph={threadGlyphs[record.state]}>{say(`state.mail-thread.${record.state}`)}</State>
      {snoozedUntil ? <span className="t2">{formats.moment(snoozedUntil)}</span> : null}
      <span className={owner ? 't2' : 'blocked'}>{owner?.title ?? say('page.mail.nobodys')}</span>
      <span className="t3">{thread.mailbox.title}</span>
      {promisedAt && record.state === 'open' ? (
        <span className={late ? 'late' : 't2'}>{say('page.mail.promised', { at: formats.moment(promisedAt) })}</span>
      ) : null}
      {thread.labels.map(label => (
        <button
          key={label}
          type="button"
          className="tag"
          onClick={() => void labelling.run({ ids: [record.id], label, off: true })}
        >
          {label}
          <span className="vh">{say('page.mail.unlabel')}</span>
          <Icon name="x" small />
        </button>
      ))}
    </p>
  )
}
