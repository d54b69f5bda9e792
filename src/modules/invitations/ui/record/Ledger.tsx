import '../invitations.css'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { commandWords } from '../../../../web/kit/words.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { acceptProposal, declineProposal, getLedger, remind } from '../../contract.ts'
import { type InvitationKeys, type Ledger, messageGlyphs, reasonKey, standGlyphs } from '../words.ts'

/** One meeting: how it stands with each guest from outside, other times, and every message. */
export default function LedgerPage() {
  const { id = '' } = useParams()
  const asked = useQuery<typeof getLedger>('invitations.get-ledger', { id })
  if (asked.isPending) return <PageSkeleton />
  if (asked.isError || !asked.data)
    return (
      <div className="body">
        <QueryProblem fault={asked.error as Error} again={() => void asked.refetch()} />
      </div>
    )
  return <View ledger={asked.data} />
}

function View({ ledger }: { readonly ledger: Ledger }) {
  const say = useSay<InvitationKeys>()
  const crumbs = [{ label: say('page.invitations'), href: '/invitations' }, { label: ledger.title }]
  return (
    <Page title={ledger.title} crumbs={crumbs} end={<Acts ledger={ledger} />}>
      <p className="t2">
        <Link className="link" href={`/calendar/${ledger.id}`}>
          {say('page.invitations.meeting')}
        </Link>
        {ledger.organiserEmail ? ` · ${say('page.invitations.by', { name: ledger.organiserEmail })}` : ''}
        {ledger.mailWorks ? '' : ` · ${say('page.invitations.no-mail')}`}
      </p>
      <Proposals ledger={ledger} />
      <Section title={say('page.invitations.outside')} count={ledger.guests.length}>
        {ledger.guests.length === 0 ? <Empty text={say('page.invitations.empty')} /> : <Guests ledger={ledger} />}
      </Section>
      {ledger.messages.length > 0 ? <Messages ledger={ledger} /> : null}
    </Page>
  )
}

function Acts({ ledger }: { readonly ledger: Ledger }) {
  const say = useSay<InvitationKeys>()
  const reminding = useCommand<typeof remind>('invitations.remind', { said: say('done.invitations.remind') })
  return (
    <>
      {ledger.can.map(({ command, input, primary }) => (
        <Button
          key={command}
          {...(primary ? { look: 'primary' as const } : {})}
          busy={command === 'invitations.remind' && reminding.busy}
          onClick={() =>
            command === 'invitations.remind'
              ? void reminding.run({ id: ledger.id })
              : openCommand({ command, input, about: ledger.title })
          }
        >
          {commandWords(say as never, command)}
        </Button>
      ))}
    </>
  )
}

function Proposals({ ledger }: { readonly ledger: Ledger }) {
  const say = useSay<InvitationKeys>()
  const formats = useFormats()
  const may = usePermission('invitations.accept-proposal')
  const accept = useCommand<typeof acceptProposal>('invitations.accept-proposal', {
    said: say('invitations.accept-proposal'),
  })
  const decline = useCommand<typeof declineProposal>('invitations.decline-proposal', {
    said: say('invitations.decline-proposal'),
  })
  const open = ledger.proposals.filter(({ state }) => state === 'open')
  if (open.length === 0) return null
  return (
    <Section title={say('page.invitations.proposals', { count: open.length })}>
      <ul className="inv-lines">
        {open.map(one => (
          <li key={one.id}>
            <span className="what">
              {say('page.invitations.proposed', {
                name: one.name,
                when: one.from ? formats.weekday(one.from) : `${formats.moment(one.start)}–${formats.time(one.end)}`,
              })}
              {one.said ? (
                <>
                  {' '}
                  <q className="t2">{one.said}</q>
                </>
              ) : null}
            </span>
            {may ? (
              <>
                <Button
                  size="s"
                  icon="check"
                  busy={accept.busy}
                  onClick={() => void accept.run({ id: ledger.id, proposalId: one.id })}
                >
                  {say('invitations.accept-proposal')}
                </Button>
                <Button
                  size="s"
                  look="quiet"
                  busy={decline.busy}
                  onClick={() => void decline.run({ id: ledger.id, proposalId: one.id })}
                >
                  {say('invitations.decline-proposal')}
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Guests({ ledger }: { readonly ledger: Ledger }) {
  const say = useSay<InvitationKeys>()
  const formats = useFormats()
  return (
    <ul className="inv-lines">
      {ledger.guests.map(guest => (
        <li key={guest.email}>
          <span className="what">
            {guest.name}
            {guest.name === guest.email ? null : <span className="t3"> {guest.email}</span>}
            {guest.note ? (
              <>
                {' '}
                <q className="t2">{guest.note}</q>
              </>
            ) : null}
          </span>
          <State glyph={standGlyphs[guest.stand]}>{say(`page.invitations.stand.${guest.stand}`)}</State>
          {(guest.answeredAt ?? guest.remindedAt ?? guest.askedAt) ? (
            <span className="t3 nw">
              {formats.day(formats.dayOf((guest.answeredAt ?? guest.remindedAt ?? guest.askedAt) as string))}
            </span>
          ) : null}
          {guest.bouncedBecause ? <span className="why t3">{guest.bouncedBecause}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function Messages({ ledger }: { readonly ledger: Ledger }) {
  const say = useSay<InvitationKeys>()
  const formats = useFormats()
  return (
    <Section title={say('page.invitations.messages')} count={ledger.messages.length}>
      <ul className="inv-lines">
        {ledger.messages.map(row => {
          const why = row.because ? (reasonKey(row.because) ?? null) : null
          return (
            <li key={row.id}>
              <span className="what">
                {say(`page.invitations.message.${row.method}`)} · {row.name || row.email}
                {row.answer
                  ? ` · ${say(`page.invitations.stand.${row.answer === 'none' ? 'asked' : row.answer}`)}`
                  : ''}
              </span>
              <State glyph={messageGlyphs[row.state]}>{say(`page.invitations.message.state.${row.state}`)}</State>
              <span className="t3 nw">{formats.moment(row.at)}</span>
              {row.because || row.said ? (
                <span className="why t3">
                  {why ? say(why) : row.because}
                  {row.said ? ` ${row.said}` : ''}
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
