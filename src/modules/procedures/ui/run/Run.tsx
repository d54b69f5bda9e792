import '../shared/procedures.css'
import type { Can, OutputOf } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { completeStep, getRun, reopenStep } from '../../contract.ts'
import { RecordLink } from '../shared/RecordLink.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import type { Words } from '../shared/words.ts'
import { runGlyph, runTitle } from './Runs.tsx'

export type RunDetail = OutputOf<typeof getRun>
type Step = RunDetail['steps'][number]

const keys = { 'procedures.add-step': 'l' }
const glyphs = {
  waiting: 'waits',
  open: 'open',
  done: 'done',
  skipped: 'ended',
  otherwise: 'settled',
  'left-out': 'draft',
} as const

export default function RunPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<RunDetail> query="procedures.get-run" id={id}>
      {detail => <RunRecord detail={detail} key={id} />}
    </RecordOf>
  )
}

function RunRecord({ detail }: { readonly detail: RunDetail }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const { record, run } = detail
  const facts: (Fact | null)[] = [
    run.procedure ? { label: say('kind.procedure'), value: <RecordLink to={run.procedure} /> } : null,
    run.about ? { label: say('field.aboutId'), value: <RecordLink to={run.about} /> } : null,
    { label: say('field.anchorOn'), value: formats.weekday(run.anchorOn) },
    {
      label: say(`page.run.by.${run.how}`),
      value: [formats.moment(run.startedAt), detail.startedBy?.title].filter(Boolean).join(', '),
    },
    detail.endedAt ? { label: say('page.run.ended'), value: formats.moment(detail.endedAt) } : null,
    ...detail.answers.map(({ question, answer }) => ({
      label: question,
      value: answer === 'yes' || answer === 'no' ? say(`page.step.${answer}`) : answer,
    })),
  ]
  return (
    <RecordPage
      record={record}
      title={runTitle(record.title, formats)}
      crumbs={[
        { label: say('page.procedures'), href: '/procedures' },
        { label: say('page.runs'), href: '/runs' },
      ]}
      state={
        <>
          <State glyph={runGlyph(run)} loud>
            {say(`choice.state.${run.state}`)}
          </State>
          <span>{say('page.run.progress', { done: run.done, steps: run.steps })}</span>
          {run.late ? <span className="late">{say('page.run.late', { count: run.late })}</span> : null}
          {detail.because ? <span>{detail.because}</span> : null}
        </>
      }
      can={detail.can as readonly Can[]}
      keys={keys}
      facts={facts.filter(fact => fact !== null)}
      side={<RecordTimeline id={record.id} />}
    >
      <Section title={say('page.procedure.steps')} count={run.steps}>
        <ol className="proc-steps">
          {detail.steps.map(step => (
            <StepRow key={step.id} step={step} detail={detail} />
          ))}
        </ol>
      </Section>
    </RecordPage>
  )
}

function StepRow({ step, detail }: { readonly step: Step; readonly detail: RunDetail }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const ended = step.endedAt !== null
  const who = ended ? step.endedBy?.title : (step.owner?.title ?? step.ownerRole ?? say('page.run.nobody'))
  const parts = [
    step.state === 'left-out' ? null : who,
    step.standsInFor && !ended ? say('page.run.for', { name: step.standsInFor.title }) : null,
    step.endedAt ? formats.moment(step.endedAt) : null,
    step.state === 'waiting' && step.beginOn ? say('page.run.begins', { on: formats.weekday(step.beginOn) }) : null,
    step.state === 'waiting' && step.waitsFor.length > 0
      ? say('page.run.waits-for', { steps: step.waitsFor.join(', ') })
      : null,
    step.evidence && !ended ? say('field.evidence') : null,
    step.added ? say('page.run.added') : null,
  ]
  return (
    <li>
      <span className="no num">{step.position}</span>
      <div>
        <b>{step.title}</b>
        <p className="t2">
          <State glyph={step.late && !ended ? 'late' : glyphs[step.state]}>{say(`choice.step.${step.state}`)}</State>{' '}
          {parts.filter(Boolean).join(' · ')}
          {step.dueOn ? (
            <span className={step.late ? 'late' : undefined}>
              {' · '}
              {say('field.dueOn')} {formats.weekday(step.dueOn)}
            </span>
          ) : null}
        </p>
        {step.because ? <p>{step.because}</p> : null}
        {step.unexplained ? <p className="late">{say('page.run.unexplained')}</p> : null}
        {step.evidenceRecord ? (
          <p>
            <RecordLink to={step.evidenceRecord} />
          </p>
        ) : null}
        {step.howTo && !ended ? <p className="how t2">{step.howTo}</p> : null}
      </div>
      <Acts step={step} detail={detail} />
    </li>
  )
}

/** What can be done with a step now: at once where nothing is left to ask. */
function Acts({ step, detail }: { readonly step: Step; readonly detail: RunDetail }) {
  const say = useSay<Words>()
  const [mayDo, mayDeviate, mayReopen, mayExplain] = [
    usePermission('procedures.complete-step'),
    usePermission('procedures.deviate-step'),
    usePermission('procedures.reopen-step'),
    usePermission('procedures.explain-lateness'),
  ]
  const completing = useCommand<typeof completeStep>('procedures.complete-step')
  const reopening = useCommand<typeof reopenStep>('procedures.reopen-step')
  const input = { id: detail.record.id, expectedVersion: detail.record.version, stepId: step.id }
  const ask = (command: string) => openCommand({ command, input, about: step.title })
  const running = detail.record.state === 'running'
  const ended = step.endedAt !== null
  const complete = () =>
    step.late || step.evidence ? ask('procedures.complete-step') : void completing.run(input as never)
  return (
    <div className="acts">
      {running && step.state === 'open' && mayDo ? (
        <Button
          size="s"
          busy={completing.busy}
          aria-label={`${say('procedures.complete-step')}: ${step.title}`}
          onClick={complete}
        >
          {say('procedures.complete-step')}
        </Button>
      ) : null}
      {running && !ended && step.state !== 'left-out' && mayDeviate ? (
        <Button
          size="s"
          look="quiet"
          aria-label={`${say('procedures.deviate-step')}: ${step.title}`}
          onClick={() => ask('procedures.deviate-step')}
        >
          {say('procedures.deviate-step')}
        </Button>
      ) : null}
      {step.unexplained && mayExplain ? (
        <Button size="s" onClick={() => ask('procedures.explain-lateness')}>
          {say('procedures.explain-lateness')}
        </Button>
      ) : null}
      {ended && detail.record.state !== 'cancelled' && mayReopen ? (
        <Button
          size="s"
          busy={reopening.busy}
          aria-label={`${say('procedures.reopen-step')}: ${step.title}`}
          onClick={() => void reopening.run(input as never)}
        >
          {say('procedures.reopen-step')}
        </Button>
      ) : null}
      {step.taskId ? (
        <ButtonLink size="s" look="quiet" href={`/tasks/${step.taskId}`}>
          {say('page.run.task')}
        </ButtonLink>
      ) : null}
    </div>
  )
}
