import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { useLinksTo } from '../../../../web/kit/record/RecordSide.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { recordHref, usePermission, useRegistry } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { callerCard } from '../../../directory/contract.ts'
import type { listThreads } from '../../contract.ts'
import type { threadLinks } from '../../contract/desk.ts'
import type { MailKeys, ThreadDetail } from '../words.ts'
import { type Sender, useSender } from './useSender.ts'

/** Who writes, in one line; opened, what is to be known of them, their last mails, what was made of this, what happened. */
export function Beside({ thread }: { readonly thread: ThreadDetail }) {
  const say = useSay<MailKeys>()
  const [open, setOpen] = useState(false)
  const links = useQuery<typeof threadLinks>('mail.thread-links', { id: thread.record.id }).data?.rows ?? []
  const kinds = useRegistry()?.kinds
  const { party, from } = thread
  const sender = useSender(party?.id ?? null)
  const href = party ? recordHref(kinds, party.kind, party.id) : null
  return (
    <section className="beside" aria-label={say('page.mail.party')}>
      <p className="who">
        <Icon name={party?.kind === 'organisation' ? 'building' : 'user'} small />
        {href && party ? (
          <Link className="link" href={href}>
            {party.title}
          </Link>
        ) : (
          <b>{from.name || from.address}</b>
        )}
        {party ? <span className="t3 clip">{from.address}</span> : <Unknown thread={thread} />}
        {sender.phones.slice(0, 1).map(phone => (
          <Phone key={phone.written} phone={phone} />
        ))}
        {sender.openCount > 0 ? (
          <button type="button" className="link" onClick={() => setOpen(true)}>
            {say('page.mail.open-count', { count: sender.openCount })}
          </button>
        ) : null}
        {links.length > 0 ? <span className="t2">{say('page.mail.made', { count: links.length })}</span> : null}
        <button type="button" className="unfolds" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say('page.mail.more-of')} <Icon name="chevron-down" small />
        </button>
      </p>
      {open ? (
        <div className="known">
          <Around sender={sender} />
          {party ? <Known partyId={party.id} threadId={thread.record.id} /> : null}
          <Made links={links} />
          <div className="happened">
            <RecordTimeline id={thread.record.id} of={thread} />
          </div>
        </div>
      ) : null}
    </section>
  )
}

/** Nobody of the directory: who writes can be taken into it with what the mail says. */
function Unknown({ thread }: { readonly thread: ThreadDetail }) {
  const say = useSay<MailKeys>()
  const may = usePermission('directory.create-person')
  const { name, address } = thread.from
  if (!may || !address.includes('@')) return null
  const add = (command: string) => () =>
    openCommand({ command, input: { name: name || address, emails: [{ email: address }] }, about: address })
  return (
    <>
      <Button size="s" icon="plus" onClick={add('directory.create-person')}>
        {say('page.mail.new-person')}
      </Button>
      <Button size="s" icon="plus" onClick={add('directory.create-organisation')}>
        {say('page.mail.new-organisation')}
      </Button>
    </>
  )
}

function Phone({ phone }: { readonly phone: Sender['phones'][number] }) {
  return (
    <a className="phone num" href={`tel:${phone.e164 ?? phone.written}`}>
      <Icon name="phone" small /> {phone.shown}
    </a>
  )
}

/** Further numbers, what is open with them, when one spoke last. */
function Around({ sender }: { readonly sender: Sender }) {
  const say = useSay<MailKeys>()
  const kindWord = useSay<string>()
  const formats = useFormats()
  const kinds = useRegistry()?.kinds
  const line = (one: { id: string; kind: string; title: string; number?: string }, end: string) => {
    const href = recordHref(kinds, one.kind, one.id)
    const words = [one.number, one.title].filter(Boolean).join(' ')
    return (
      <li key={one.id}>
        {href ? (
          <Link className="clip" href={href}>
            {words}
          </Link>
        ) : (
          <span className="clip">{words}</span>
        )}
        <span className="t3 clip">{end}</span>
      </li>
    )
  }
  return (
    <>
      {sender.phones.length > 1 ? (
        <p className="phones">
          {sender.phones.slice(1).map(phone => (
            <Phone key={phone.written} phone={phone} />
          ))}
        </p>
      ) : null}
      {sender.open.length > 0 ? (
        <>
          <h3 className="t3">{say('page.mail.open-with')}</h3>
          <ul>{sender.open.map(one => line(one, kindWord(`kind.${one.kind}`)))}</ul>
        </>
      ) : null}
      {sender.contacts.length > 0 ? (
        <>
          <h3 className="t3">{say('page.mail.last-calls')}</h3>
          <ul>{sender.contacts.map(one => line(one, formats.moment(one.at)))}</ul>
        </>
      ) : null}
    </>
  )
}

/** How to deal with them, and what they wrote last. */
function Known({ partyId, threadId }: { readonly partyId: string; readonly threadId: string }) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const mayCard = usePermission('directory.get-party')
  const card = useQuery<typeof callerCard>('directory.caller-card', { id: partyId }, { when: mayCard }).data?.parties[0]
  const last = useQuery<typeof listThreads>('mail.list-threads', { box: 'all', partyId, limit: 6 }).data
  const others = (last?.rows ?? []).filter(row => row.id !== threadId)
  const role = [card?.role, card?.memberOf?.title].filter(Boolean).join(', ')
  const notes = [...(card?.manner ?? []), ...(card?.maySay ?? [])]
  return (
    <>
      {role ? <p className="t2">{role}</p> : null}
      {notes.map(note => (
        <p key={note}>{note}</p>
      ))}
      {(card?.mustNotSay ?? []).map(note => (
        <p key={note} className="blocked">
          <Icon name="lock" small /> {note}
        </p>
      ))}
      {others.length > 0 ? (
        <>
          <h3 className="t3">{say('page.mail.last-mails')}</h3>
          <ul>
            {others.slice(0, 5).map(row => (
              <li key={row.id}>
                <Link className="clip" href={`/mail/${row.id}?box=all`}>
                  {row.subject || say('page.mail.no-subject')}
                </Link>
                <time className="t3" dateTime={row.lastAt}>
                  {formats.moment(row.lastAt)}
                </time>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

function Made({ links }: { readonly links: readonly { id: string; kind: string; title: string }[] }) {
  const say = useSay<MailKeys>()
  const things = useLinksTo(links)
  if (things.length === 0) return null
  return (
    <>
      <h3 className="t3">{say('page.mail.made-of')}</h3>
      <ul>
        {things.map(thing => (
          <li key={thing.id}>
            <Icon name={thing.icon} small />
            {thing.href ? (
              <Link className="clip" href={thing.href}>
                {thing.title}
              </Link>
            ) : (
              <span className="clip">{thing.title}</span>
            )}
            <span className="t3">{thing.detail}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
