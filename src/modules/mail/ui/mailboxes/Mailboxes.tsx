import '../mail.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useAskedToMake } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { disconnectMail, listMailboxes, pauseMail } from '../../contract.ts'
import type { MailboxLine, MailKeys } from '../words.ts'
import { Clients } from './Clients.tsx'
import { ConnectForm } from './ConnectForm.tsx'

/** The mailboxes that are answered here: how it goes with each, and one more. */
export default function Mailboxes() {
  const say = useSay<MailKeys>()
  const may = usePermission('mail.manage-mailboxes')
  const list = useQuery<typeof listMailboxes>('mail.list-mailboxes')
  const [form, setForm] = useState<MailboxLine | 'new' | null>(null)
  useAskedToMake(() => may && setForm('new'))
  const rows = list.data?.rows ?? []
  return (
    <Page
      title={say('kind.mail-mailbox.plural')}
      crumbs={[{ label: say('page.mail'), href: '/mail' }, { label: say('kind.mail-mailbox.plural') }]}
      end={
        may && form === null ? (
          <Button look="primary" icon="plus" onClick={() => setForm('new')}>
            {say('mail.connect-mailbox')}
          </Button>
        ) : undefined
      }
    >
      <div className="mail-setup">
        <p className="t2">{say('page.mail.mailboxes.lead')}</p>
        {form ? (
          <ConnectForm
            key={form === 'new' ? 'new' : form.id}
            box={form === 'new' ? null : form}
            onClose={() => {
              setForm(null)
              void list.refetch()
            }}
          />
        ) : null}
        {list.isError ? <QueryProblem fault={list.error} again={() => void list.refetch()} /> : null}
        {list.isPending ? <SkeletonRows rows={2} /> : null}
        {list.data && rows.length === 0 && !form ? <p className="t3">{say('page.mail.mailboxes.empty')}</p> : null}
        <ul className="setup-rows">
          {rows.map(row => (
            <Line key={row.id} row={row} may={may} onSignIn={() => setForm(row)} />
          ))}
        </ul>
        {may ? <Clients /> : null}
      </div>
    </Page>
  )
}

interface LineProps {
  readonly row: MailboxLine
  readonly may: boolean
  readonly onSignIn: () => void
}

function Line({ row, may, onSignIn }: LineProps) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const pause = useCommand<typeof pauseMail>('mail.pause-mailbox')
  const end = useCommand<typeof disconnectMail>('mail.disconnect-mailbox')
  const versioned = { id: row.id, expectedVersion: row.version }
  const facts = [
    row.address,
    say(`choice.mail.kind.${row.kind}`),
    row.readers.map(one => one.title).join(', '),
    row.inStepAt ? say('page.mail.mailboxes.in-step', { at: formats.moment(row.inStepAt) }) : '',
  ]
  const host = row.imapHost ?? ''
  const change = () =>
    openCommand({
      command: 'mail.change-mailbox',
      input: {
        ...versioned,
        name: row.title,
        kind: row.kind,
        ownerId: row.owner?.id ?? null,
        readerIds: row.readers.map(one => one.id),
        aliases: row.aliases,
        language: row.language,
        answerHours: row.answerHours,
        archives: row.archives,
        writes: row.writes,
      },
      about: row.title,
    })
  return (
    <li>
      <span className="what">
        <b>{row.title}</b> <Standing row={row} />
        <span className="t3">{facts.filter(Boolean).join(' · ')}</span>
        {row.problem ? (
          <span className="late">
            {say(`refusal.mail-${row.problem}`, { host, folder: '' })} {say(`refusal.mail-${row.problem}.todo`)}
          </span>
        ) : null}
      </span>
      {may ? (
        <span className="acts">
          <Button size="s" look="quiet" aria-label={`${say('mail.change-mailbox')}: ${row.title}`} onClick={change}>
            {say('mail.change-mailbox')}
          </Button>
          {row.way === 'none' ? null : (
            <Button
              size="s"
              look="quiet"
              aria-label={`${say('page.mail.mailboxes.sign-in')}: ${row.title}`}
              onClick={onSignIn}
            >
              {say('page.mail.mailboxes.sign-in')}
            </Button>
          )}
          <Button
            size="s"
            look="quiet"
            busy={pause.busy}
            aria-label={`${say(row.paused ? 'page.mail.rule.go-on' : 'page.mail.rule.pause')}: ${row.title}`}
            onClick={() => void pause.run({ ...versioned, paused: !row.paused })}
          >
            {say(row.paused ? 'page.mail.rule.go-on' : 'page.mail.rule.pause')}
          </Button>
          <Button
            size="s"
            look="quiet"
            busy={end.busy}
            aria-label={`${say('mail.disconnect-mailbox')}: ${row.title}`}
            onClick={() => void end.run(versioned)}
          >
            {say('mail.disconnect-mailbox')}
          </Button>
        </span>
      ) : null}
    </li>
  )
}

function Standing({ row }: { readonly row: MailboxLine }) {
  const say = useSay<MailKeys>()
  if (row.problem) return <State glyph="blocked">{say('page.mail.mailboxes.fails')}</State>
  if (row.paused) return <State glyph="waits">{say('page.mail.rule.paused')}</State>
  if (row.way === 'none') return null
  return <State glyph="half">{say('page.mail.mailboxes.works')}</State>
}
