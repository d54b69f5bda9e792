import '../permits.css'
import type { Can } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Alarm } from '../../../../web/kit/record/Alarm.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { type Step, Steps } from '../../../../web/kit/record/Steps.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { type ApplicationDetail, applicationGlyphs, type PermitKeys } from '../words.ts'

export default function ApplicationPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<ApplicationDetail> query="permits.get-application" id={id}>
      {detail => <Application detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = { 'permits.note-complete': 'e', 'permits.decide-application': 'e', 'permits.note-notified': 'e' }

function Application({ detail }: { readonly detail: ApplicationDetail }) {
  const say = useSay<PermitKeys>()
  const formats = useFormats()
  const { record } = detail
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.permits.desk'), href: '/permit-desk' }, { label: detail.number }]}
      state={
        <>
          <State glyph={detail.late ? 'late' : applicationGlyphs[record.state]} loud>
            {detail.late ? say('page.permits.overdue') : say(`state.permit-application.${record.state}`)}
          </State>
          {detail.outcome ? <span>{say(`choice.outcome.${detail.outcome}`)}</span> : null}
          {detail.permitType ? <span>{detail.permitType}</span> : null}
        </>
      }
      figure={detail.fee ? formats.money(detail.fee) : null}
      due={detail.outcome ? null : `${say('page.permits.decide-by')}: ${formats.weekday(detail.decideBy)}`}
      can={detail.can as readonly Can[]}
      keys={keys}
      alarm={
        record.state === 'completion' && detail.completionWhat ? (
          <Alarm
            title={say('state.permit-application.completion')}
            found={detail.completionDueOn ? formats.weekday(detail.completionDueOn) : ''}
            signs={[detail.completionWhat]}
          />
        ) : null
      }
      facts={useFacts(detail)}
      side={<RecordSide id={record.id} documents={detail.documents} linked={[detail.applicantRecord]} />}
    >
      <Steps steps={useSteps(detail)} />
      <Hearings detail={detail} />
      {detail.decision ? (
        <Section title={say('page.permit.decision')}>
          <p className="permit-text">{detail.decision}</p>
          <p className="permit-text t2">{detail.reasons}</p>
          <ButtonLink icon="printer" href={`/permit-decisions/${record.id}`}>
            {say('page.case.print')}
          </ButtonLink>
        </Section>
      ) : null}
      {detail.note ? <p className="permit-text">{detail.note}</p> : null}
    </RecordPage>
  )
}

function useFacts(detail: ApplicationDetail): readonly Fact[] {
  const say = useSay<PermitKeys>()
  const formats = useFormats()
  const facts: (Fact | null)[] = [
    { label: say('page.permits.number'), value: detail.number },
    { label: say('field.applicant'), value: detail.applicant },
    { label: say('field.handlerId'), value: detail.handler?.title ?? '–' },
    detail.appealUntil ? { label: say('field.appealUntil'), value: formats.weekday(detail.appealUntil) } : null,
    detail.isPublic
      ? { label: say('page.permits.diary'), value: <State glyph="settled">{detail.number}</State> }
      : null,
  ]
  return facts.filter(fact => fact !== null)
}

/** The way of an application: received, complete, decided, notified, final. */
function useSteps(detail: ApplicationDetail): readonly Step[] {
  const say = useSay<PermitKeys>()
  const formats = useFormats()
  const day = (on: string | null) => (on ? [formats.day(on)] : [])
  const waits = detail.record.state === 'completion' ? ('waits' as const) : ('open' as const)
  return [
    { title: say('field.receivedOn'), glyph: 'done', lines: day(detail.receivedOn) },
    {
      title: say('page.case.complete'),
      glyph: detail.completeOn ? 'done' : waits,
      lines: day(detail.completeOn),
    },
    {
      title: say('page.permit.decision'),
      glyph: detail.decidedOn ? 'done' : detail.late ? 'late' : 'open',
      lines: [...day(detail.decidedOn), ...(detail.decidedBy ? [detail.decidedBy.title] : [])],
    },
    {
      title: say('field.notifiedOn'),
      glyph: detail.notifiedOn ? 'done' : 'open',
      lines: day(detail.notifiedOn),
    },
    {
      title: say('page.case.legal-force'),
      glyph: detail.finalOn ? 'done' : detail.appealedOn ? 'blocked' : detail.notifiedOn ? 'waits' : 'open',
      lines: day(detail.finalOn ?? detail.appealUntil),
    },
  ]
}

function Hearings({ detail }: { readonly detail: ApplicationDetail }) {
  const say = useSay<PermitKeys>()
  const formats = useFormats()
  const { id, version } = detail.record
  const may = detail.can.some(({ command }) => command === 'permits.hear-party')
  if (!detail.hearings.length) return null
  return (
    <Section title={say('page.case.hearing')} count={detail.hearings.length}>
      <ul className="permit-lines">
        {detail.hearings.map(one => (
          <li key={one.id}>
            <b className="what">{one.party}</b>
            <State glyph={one.answeredOn ? 'done' : one.late ? 'late' : 'waits'}>
              {one.answeredOn
                ? formats.day(one.answeredOn)
                : say('page.case.asked', { on: formats.day(one.askedOn), due: formats.day(one.dueOn) })}
            </State>
            {may && !one.answeredOn ? (
              <Button
                size="s"
                icon="edit"
                onClick={() =>
                  openCommand({
                    command: 'permits.note-answer',
                    input: { id, expectedVersion: version, hearingId: one.id },
                    about: one.party,
                  })
                }
              >
                {say('permits.note-answer')}
              </Button>
            ) : null}
            {one.answer ? <p className="permit-text t2">{one.answer}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
