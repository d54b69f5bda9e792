import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listUnsettled, settleMessage } from '../../contract.ts'
import { type InvitationKeys, reasonKey, type Unsettled } from '../words.ts'

/** What came from addresses of nobody invited: a person says whose it is. */
export function UnsettledAnswers() {
  const say = useSay<InvitationKeys>()
  const asked = useQuery<typeof listUnsettled>('invitations.list-unsettled', {})
  const rows = asked.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Section title={say('page.invitations.unsettled')} count={rows.length}>
      <p className="t2 inv-text">{say('page.invitations.unsettled.text')}</p>
      <ul className="inv-lines">
        {rows.map(row => (
          <Line key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  )
}

/** As many guests as a row can offer; with more, the meeting's page helps. */
const mostOffered = 6

function Line({ row }: { readonly row: Unsettled }) {
  const say = useSay<InvitationKeys>()
  const formats = useFormats()
  const may = usePermission('invitations.resend')
  const settle = useCommand<typeof settleMessage>('invitations.settle-message', {
    said: say('invitations.settle-message'),
  })
  const why = row.because ? reasonKey(row.because) : null
  const run = (email: string | null) => void settle.run({ messageId: row.id, email })
  return (
    <li>
      <span className="what">
        {row.name === row.email ? row.email : `${row.name} ${row.email}`}
        {row.event ? (
          <>
            {' · '}
            <Link className="link" href={`/invitations/${row.event.id}`}>
              {row.event.title}
            </Link>
          </>
        ) : null}
      </span>
      <span className="t2">{say(`page.invitations.message.${row.method}`)}</span>
      <span className="t3 nw">{formats.day(formats.dayOf(row.at))}</span>
      {row.document ? (
        <Link className="link" href={`/documents/${row.document.id}`}>
          {say('page.invitations.open-mail')}
        </Link>
      ) : null}
      <span className="why t3">
        {why ? say(why) : row.because}
        {row.said ? ` – ${row.said}` : ''}
      </span>
      {may ? (
        <>
          {row.guests.slice(0, mostOffered).map(guest => (
            <Button key={guest.email} size="s" busy={settle.busy} onClick={() => run(guest.email)}>
              {say('page.invitations.take-as', { name: guest.name })}
            </Button>
          ))}
          <Button size="s" look="quiet" busy={settle.busy} onClick={() => run(null)}>
            {say('page.invitations.leave')}
          </Button>
        </>
      ) : null}
    </li>
  )
}
