import './interviews.css'
import type { Can } from '../../../web/answers.ts'
import { ButtonLink } from '../../../web/kit/Button.tsx'
import { RecordOf, RecordPage } from '../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { State } from '../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { Link } from '../../../web/Link.tsx'
import { useParams } from '../../../web/useAddress.ts'
import { CardForm } from './CardForm.tsx'
import { glyphs, type InterviewDetail, type InterviewKeys } from './words.ts'

export default function InterviewPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<InterviewDetail> query="interviews.get-interview" id={id}>
      {detail => <Interview detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = { 'interviews.decide-interview': 'e' }

function Interview({ detail }: { readonly detail: InterviewDetail }) {
  const say = useSay<InterviewKeys>()
  const formats = useFormats()
  const { record, candidate } = detail
  const isOpen = record.state === 'open'
  const guest = encodeURIComponent(`${candidate.name} <${candidate.email}>`)
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.interviews'), href: '/interviews' }]}
      state={
        <>
          <State glyph={glyphs[record.state]} loud>
            {say(`state.interview.${record.state}`)}
          </State>
          <span>{say('page.interviews.confidential')}</span>
        </>
      }
      can={detail.can as readonly Can[]}
      keys={keys}
      first={
        isOpen && detail.events.length === 0 ? (
          <ButtonLink look="primary" href={`/calendar/find?about=${record.id}&guest=${guest}`}>
            {say('page.interviews.find')}
          </ButtonLink>
        ) : undefined
      }
      facts={[
        { label: say('field.interviews.candidateName'), value: candidate.name },
        { label: say('field.interviews.candidateEmail'), value: candidate.email },
        { label: say('field.interviews.minutes'), value: formats.minutes(detail.minutes) },
        ...(detail.decider ? [{ label: say('field.interviews.deciderId'), value: detail.decider.title }] : []),
        ...(detail.outcome
          ? [{ label: say('field.interviews.outcome'), value: say(`choice.interviews.outcome.${detail.outcome}`) }]
          : []),
        ...(detail.reason ? [{ label: say('field.interviews.reason'), value: detail.reason }] : []),
        ...(detail.note ? [{ label: say('field.interviews.note'), value: detail.note }] : []),
      ]}
      side={<RecordSide id={record.id} documents={detail.documents} linked={detail.events.map(one => one.event)} />}
    >
      <Times detail={detail} />
      {detail.isOfPanel && isOpen ? <CardForm detail={detail} key={record.version} /> : null}
      <Cards detail={detail} />
    </RecordPage>
  )
}

function Times({ detail }: { readonly detail: InterviewDetail }) {
  const say = useSay<InterviewKeys>()
  const formats = useFormats()
  return (
    <Section title={say('page.interviews.time')}>
      {detail.events.length === 0 ? <p className="t2">{say('page.interviews.time.none')}</p> : null}
      {detail.events.map(({ event, start }) => (
        <p key={event.id}>
          {start ? <span className="num">{formats.moment(start)} </span> : null}
          <Link href={`/calendar/${event.id}`}>{event.title}</Link>
        </p>
      ))}
    </Section>
  )
}

/** Each of the panel beside the others, criterion by criterion, with the mean of what may be seen. */
function Cards({ detail }: { readonly detail: InterviewDetail }) {
  const say = useSay<InterviewKeys>()
  const formats = useFormats()
  const { panel, criteria, means, hidden } = detail
  const sent = panel.filter(one => one.sentAt !== null).length
  const meanOf = (n: number) => {
    const mean = means[n] ?? null
    return mean === null ? '–' : formats.number(mean / 10)
  }
  return (
    <Section title={say('page.interviews.cards')} count={sent}>
      {hidden ? <p className="t2">{say('page.interviews.hidden')}</p> : null}
      <div className="cards-wrap" role="region" aria-label={say('page.interviews.cards')} tabIndex={0}>
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{say('field.interviews.criteria')}</th>
              {panel.map(({ person }) => (
                <th key={person.id} scope="col">
                  {person.title}
                </th>
              ))}
              <th scope="col">{say('page.interviews.mean')}</th>
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion, n) => (
              <tr key={criterion}>
                <th scope="row">{criterion}</th>
                {panel.map(({ person, card }) => (
                  <td key={person.id}>
                    <b className="num">{card?.scores[n]?.score ?? '–'}</b>
                    {card?.scores[n]?.word ? <span>{card.scores[n].word}</span> : null}
                  </td>
                ))}
                <td>
                  <b className="num">{meanOf(n)}</b>
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say('field.interviews.recommends')}</th>
              {panel.map(({ person, sentAt, card }) => (
                <td key={person.id}>
                  {card ? (
                    <>
                      <b>{say(`choice.interviews.recommends.${card.recommends}`)}</b>
                      {card.summary ? <span>{card.summary}</span> : null}
                    </>
                  ) : sentAt ? (
                    <State glyph="done">{formats.moment(sentAt)}</State>
                  ) : (
                    <span>{say('page.interviews.waits')}</span>
                  )}
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  )
}
