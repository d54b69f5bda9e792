import '../folders/folders.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useAskedToMake } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { disconnectMailbox, listMailboxes, pauseMailbox } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { ConnectForm } from './ConnectForm.tsx'

export type MailboxLine = OutputOf<typeof listMailboxes>['rows'][number]

/** Mailboxes whose folders feed intake: how it goes with each, and one more. */
export default function Mailboxes() {
  const say = useSay<DocumentKeys>()
  const list = useQuery<typeof listMailboxes>('documents.list-mailboxes')
  const [form, setForm] = useState<MailboxLine | 'new' | null>(null)
  useAskedToMake(() => setForm('new'))
  const rows = list.data?.rows ?? []
  return (
    <Page
      title={say('page.mailboxes')}
      crumbs={[{ label: say('page.in'), href: '/in' }, { label: say('page.mailboxes') }]}
      end={
        form === null ? (
          <Button look="primary" icon="plus" onClick={() => setForm('new')}>
            {say('documents.connect-mailbox')}
          </Button>
        ) : undefined
      }
    >
      <div className="folders">
        <p className="lead t2">{say('page.mailboxes.lead')}</p>
        {form === null ? null : (
          <ConnectForm
            key={form === 'new' ? 'new' : form.id}
            box={form === 'new' ? null : form}
            onClose={() => {
              setForm(null)
              void list.refetch()
            }}
          />
        )}
        {list.isError ? <QueryProblem fault={list.error} again={() => void list.refetch()} /> : null}
        {list.isPending ? <SkeletonRows rows={2} /> : null}
        {list.data && rows.length === 0 ? <p className="t3">{say('page.mailboxes.empty')}</p> : null}
        <ul className="door-rows">
          {rows.map(row => (
            <Line key={row.id} row={row} onChange={() => setForm(row)} />
          ))}
        </ul>
      </div>
    </Page>
  )
}

function Line({ row, onChange }: { readonly row: MailboxLine; readonly onChange: () => void }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const pause = useCommand<typeof pauseMailbox>('documents.pause-mailbox')
  const end = useCommand<typeof disconnectMailbox>('documents.disconnect-mailbox')
  const versioned = { id: row.id, expectedVersion: row.version }
  const facts = [
    `${row.username} · ${row.folder}`,
    say('page.mailboxes.taken', { count: row.taken }),
    ...(row.leftOut > 0 ? [say('page.mailboxes.left-out', { count: row.leftOut })] : []),
    ...(row.changedAt ? [formats.moment(row.changedAt)] : []),
  ]
  return (
    <li>
      <span className="what">
        <b>{row.title}</b> <Standing row={row} />
        <span className="t3 below">{facts.join(' · ')}</span>
        {row.problem ? (
          <span className="late below">
            {say(`refusal.mailbox-${row.problem}`, { host: row.host, folder: row.folder })}{' '}
            {say(`refusal.mailbox-${row.problem}.todo`)}
          </span>
        ) : null}
      </span>
      <span className="acts">
        <Button size="s" look="quiet" aria-label={`${say('page.mailboxes.change')}: ${row.title}`} onClick={onChange}>
          {say('page.mailboxes.change')}
        </Button>
        <Button
          size="s"
          look="quiet"
          busy={pause.busy}
          aria-label={`${say(row.paused ? 'page.mailboxes.go-on' : 'page.mailboxes.pause')}: ${row.title}`}
          onClick={() => void pause.run({ ...versioned, paused: !row.paused })}
        >
          {say(row.paused ? 'page.mailboxes.go-on' : 'page.mailboxes.pause')}
        </Button>
        <Button
          size="s"
          look="quiet"
          busy={end.busy}
          aria-label={`${say('documents.disconnect-mailbox')}: ${row.title}`}
          onClick={() => void end.run(versioned)}
        >
          {say('documents.disconnect-mailbox')}
        </Button>
      </span>
    </li>
  )
}

function Standing({ row }: { readonly row: MailboxLine }) {
  const say = useSay<DocumentKeys>()
  if (row.problem) return <State glyph="blocked">{say('page.mailboxes.fails')}</State>
  if (row.paused) return <State glyph="waits">{say('page.mailboxes.paused')}</State>
  if (!row.lookedInto) return <State glyph="waits">{say('page.mailboxes.waits')}</State>
  return <State glyph="half">{say('page.mailboxes.works')}</State>
}
