import { Icon } from '../../../../web/kit/Icon.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import type { Search } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listMailboxes } from '../../contract.ts'
import type { MailboxLine, MailKeys } from '../words.ts'
import { addressOf, boxes, boxOf } from './view.ts'

/** Views and mailboxes, with what waits in each; on narrow sheets they lie in a row above the list. */
export function Boxes({ search }: { readonly search: Search }) {
  const say = useSay<MailKeys>()
  const mailboxes = useQuery<typeof listMailboxes>('mail.list-mailboxes').data?.rows ?? []
  const at = boxOf(search)
  const counted = counts(mailboxes, search['mailbox'])
  return (
    <nav className="mail-boxes" aria-label={say('page.mail.views')}>
      <ul>
        {boxes.map(([box, icon]) => (
          <li key={box}>
            <Link
              href={addressOf({ ...(search['mailbox'] ? { mailbox: search['mailbox'] } : {}), box })}
              aria-current={at === box ? 'page' : undefined}
            >
              <Icon name={icon} small />
              <span className="clip">{say(`page.mail.box.${box}`)}</span>
              {counted[box] ? <span className="n">{counted[box]}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
      {mailboxes.length > 0 ? <Mailboxes mailboxes={mailboxes} search={search} /> : null}
      <ul className="settings">
        <li>
          <Link href="/mail/answers">
            <Icon name="message" small />
            <span className="clip">{say('page.mail.answers')}</span>
          </Link>
        </li>
        <li>
          <Link href="/mail/mailboxes">
            <Icon name="settings" small />
            <span className="clip">{say('kind.mail-mailbox.plural')}</span>
          </Link>
        </li>
        <li>
          <Link href="/mail/rules">
            <Icon name="filter" small />
            <span className="clip">{say('page.mail.rules')}</span>
          </Link>
        </li>
      </ul>
    </nav>
  )
}

function Mailboxes({ mailboxes, search }: { readonly mailboxes: readonly MailboxLine[]; readonly search: Search }) {
  const say = useSay<MailKeys>()
  const box = search['box'] ? { box: search['box'] } : {}
  return (
    <>
      <h2 className="t3">{say('kind.mail-mailbox.plural')}</h2>
      <ul>
        {mailboxes.map(one => {
          const here = search['mailbox'] === one.id
          return (
            <li key={one.id}>
              <Link
                href={addressOf(here ? box : { ...box, mailbox: one.id })}
                aria-current={here ? 'true' : undefined}
                title={one.address}
              >
                <Icon name={one.problem ? 'alert-triangle' : 'mailbox'} small />
                <span className="clip">{one.title}</span>
                {one.open ? <span className="n">{one.open}</span> : null}
              </Link>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** What waits: figures that are work, not those that are only many. */
function counts(mailboxes: readonly MailboxLine[], mailbox: string | undefined): Partial<Record<string, number>> {
  const of = mailbox ? mailboxes.filter(one => one.id === mailbox) : mailboxes
  return {
    open: of.reduce((sum, one) => sum + one.open, 0),
    unassigned: of.reduce((sum, one) => sum + one.unassigned, 0),
  }
}
