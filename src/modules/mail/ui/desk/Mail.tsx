import '../mail.css'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTitle } from '../../../../web/kit/Page.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useParams, useSearch } from '../../../../web/useAddress.ts'
import { useSlices } from '../../../../web/useQuery.ts'
import { Thread } from '../thread/Thread.tsx'
import type { MailKeys, ThreadLine } from '../words.ts'
import { NewMail } from '../write/NewMail.tsx'
import { Boxes } from './Boxes.tsx'
import { ListHead } from './ListHead.tsx'
import { Threads } from './Threads.tsx'
import { useActs } from './useActs.tsx'
import { useChosen } from './useChosen.ts'
import { useMailKeys } from './useMailKeys.ts'
import { useOperatorWords } from './useOperatorWords.ts'
import { addressOf, questionOf } from './view.ts'

/** What is written anew has no thread yet. */
const fresh = 'new'

/** The mail desk: mailboxes and views, threads, the thread; on the phone one after the other. */
export default function MailPage() {
  const say = useSay<MailKeys>()
  const { id = null } = useParams()
  const [search] = useSearch()
  const go = useGo()
  const isPhone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false }) ?? false
  const words = useOperatorWords()
  const question = useMemo(() => questionOf(search, words), [search, words])
  const list = useSlices<ThreadLine>('mail.list-threads', question)
  const rows = useMemo(() => list.data?.pages.flatMap(page => page.rows) ?? [], [list.data])
  const total = list.data?.pages[0]?.total ?? 0
  const chosen = useChosen(rows)
  const [here, setHere] = useHere(rows, id)
  useTitle(say('page.mail'))
  const open = (thread: string | null, options?: { replace?: boolean }) => go(addressOf(search, thread), options)
  /** What is acted on leaves the list: the next one is shown, as one works downwards. */
  const onGone = (ids: readonly string[]) => {
    chosen.clear()
    if (!id || !ids.includes(id)) return
    const at = rows.findIndex(row => row.id === id)
    const next = rows.slice(at + 1).find(row => !ids.includes(row.id)) ?? rows.findLast(row => !ids.includes(row.id))
    open(isPhone ? null : (next?.id ?? null), { replace: true })
  }
  const targets = chosen.ids.size > 0 ? [...chosen.ids] : id && id !== fresh ? [id] : here ? [here] : []
  const acts = useActs(targets, { ...standing(rows, targets), onGone })
  useMailKeys({ rows, here, setHere, open, isPhone, acts, chosen, searching: () => focusFind() })
  return (
    <div className="mail-desk" data-thread={id ? '' : undefined}>
      <Boxes search={search} />
      <section className="mail-list" aria-label={say('page.mail.threads')}>
        <ListHead search={search} total={list.data && total} took={list.data?.pages[0]?.took_ms} />
        <Threads
          list={list}
          rows={rows}
          total={total}
          openId={id}
          here={here}
          onHere={setHere}
          search={search}
          chosen={chosen}
          acts={acts}
        />
      </section>
      <div className="mail-thread">
        {isPhone && id ? <h1 className="vh">{say('page.mail')}</h1> : null}
        {id === fresh ? (
          <NewMail onClose={() => open(null)} onSent={thread => open(thread)} />
        ) : id ? (
          <Thread key={id} id={id} back={addressOf(search)} acts={acts} />
        ) : (
          <p className="nothing t3">{say('page.mail.choose')}</p>
        )}
      </div>
      {acts.dialog}
    </div>
  )
}

/** What of the threads acted on decides what can be offered. */
function standing(rows: readonly ThreadLine[], ids: readonly string[]) {
  const targets = rows.filter(row => ids.includes(row.id))
  const mailboxes = new Set(targets.map(row => row.mailbox.id))
  const [mailboxId = null] = mailboxes
  return {
    flagged: targets.length > 0 && targets.every(row => row.flagged),
    mailboxId: mailboxes.size === 1 ? mailboxId : null,
  }
}

const focusFind = () => document.querySelector<HTMLInputElement>('.mail-find input')?.focus()

/** The row the keyboard stands on: the thread that is open, else the one moved to. */
function useHere(rows: readonly ThreadLine[], id: string | null) {
  const [at, setAt] = useState<string | null>(id)
  const before = useRef(id)
  useEffect(() => {
    if (before.current !== id) setAt(id)
    before.current = id
  }, [id])
  const stands = at !== null && rows.some(row => row.id === at)
  return [stands ? at : null, setAt] as const
}
