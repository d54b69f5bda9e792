import '../scheduling.css'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { tell } from '../../../../web/kit/notices.ts'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { chooseTime } from '../../contract.ts'
import { hoursOf, type Keys, type ProposalDetail, proposalGlyphs } from '../words.ts'

export default function OfferPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<ProposalDetail> query="scheduling.get-proposal" id={id}>
      {detail => <Offer detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = { 'scheduling.remind-invitees': 'r' }

function Offer({ detail }: { readonly detail: ProposalDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { record, event } = detail
  const names = (people: readonly { readonly title: string }[]) => people.map(({ title }) => title).join(', ')
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.offers'), href: '/calendar/offers' }]}
      state={
        <>
          <State glyph={proposalGlyphs[record.state]} loud>
            {say(`state.time-proposal.${record.state}`)}
          </State>
          <span>{say(`choice.scheduling.way.${detail.way}`)}</span>
        </>
      }
      due={formats.moment(detail.answerUntil)}
      can={detail.can as readonly Can[]}
      keys={keys}
      facts={[
        { label: say('field.scheduling.minutes'), value: formats.minutes(detail.minutes) },
        { label: say('page.offers.until'), value: formats.moment(detail.answerUntil) },
        ...(detail.organiser ? [{ label: say('page.offers.from'), value: detail.organiser.title }] : []),
        ...(detail.must.length > 0 ? [{ label: say('field.scheduling.must'), value: names(detail.must) }] : []),
        ...(detail.may.length > 0 ? [{ label: say('field.scheduling.may'), value: names(detail.may) }] : []),
        ...(detail.place ? [{ label: say('field.scheduling.placeId'), value: detail.place.title }] : []),
        ...(event
          ? [{ label: say('page.offers.event'), value: <Link href={`/calendar/${event.id}`}>{event.title}</Link> }]
          : []),
        ...(detail.note ? [{ label: say('field.scheduling.note'), value: detail.note }] : []),
      ]}
      side={<RecordSide id={record.id} documents={detail.documents} linked={[detail.event, detail.place]} />}
    >
      <Times detail={detail} />
      <Invitees detail={detail} />
    </RecordPage>
  )
}

function Times({ detail }: { readonly detail: ProposalDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const may = usePermission('scheduling.choose-time')
  const choose = useCommand<typeof chooseTime>('scheduling.choose-time', { said: say('page.offers.chosen') })
  const { id, version, state } = detail.record
  return (
    <Section title={say('page.offers.times')} count={detail.times.length}>
      <ul className="offer-lines">
        {detail.times.map(time => (
          <li key={time.id}>
            <span className="what">
              {formats.weekday(formats.dayOf(time.start))} {hoursOf(formats, time)}
              {detail.way === 'poll' ? (
                <span className="t3">
                  {' '}
                  {say('page.offers.votes', { yes: time.yes, maybe: time.ifNeedBe, no: time.no })}
                </span>
              ) : null}
            </span>
            {time.chosen ? <State glyph="done">{say('page.offers.chosen')}</State> : null}
            {state === 'open' && may ? (
              <Button
                size="s"
                icon="check"
                busy={choose.busy}
                onClick={() => void choose.run({ id, expectedVersion: version, timeId: time.id })}
              >
                {say('scheduling.choose-time')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Invitees({ detail }: { readonly detail: ProposalDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  if (detail.invitees.length === 0) return null
  const copy = async (path: string) => {
    await navigator.clipboard.writeText(`${location.origin}${path}`)
    tell({ kind: 'done', text: say('page.offers.copied') })
  }
  const said = (votes: ProposalDetail['invitees'][number]['votes']) =>
    detail.times.flatMap(time => {
      const vote = votes.find(one => one.timeId === time.id)
      return vote
        ? [
            `${formats.weekday(formats.dayOf(time.start))} ${formats.time(time.start)}: ${say(`choice.scheduling.says.${vote.says}`)}`,
          ]
        : []
    })
  return (
    <Section title={say('page.offers.asked')} count={detail.invitees.length}>
      <ul className="offer-lines">
        {detail.invitees.map(one => (
          <li key={one.id}>
            <span className="what">
              {one.name} <span className="t3">{one.email}</span>
              {one.votes.length > 0 ? <span className="offer-said">{said(one.votes).join(' · ')}</span> : null}
              {one.note ? <span className="offer-said">{one.note}</span> : null}
            </span>
            {one.answeredAt ? (
              <State glyph="done">{formats.moment(one.answeredAt)}</State>
            ) : (
              <State glyph={one.mail === 'failed' ? 'late' : 'waits'}>{say(`page.offers.mail.${one.mail}`)}</State>
            )}
            {one.path ? (
              <Button size="s" look="quiet" icon="copy" onClick={() => void copy(one.path!)}>
                {say('page.offers.link')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
