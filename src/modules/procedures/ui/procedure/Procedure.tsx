import '../shared/procedures.css'
import { useState } from 'react'
import type { Can, OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { type SayFunction, useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { getProcedure } from '../../contract.ts'
import { useRuleWords } from '../shared/RuleField.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import type { Words } from '../shared/words.ts'
import { Figures } from './Figures.tsx'
import { glyphs } from './Procedures.tsx'
import { StartDialog } from './StartDialog.tsx'
import { StartRunDialog } from './StartRunDialog.tsx'
import { StepsEditor } from './StepsEditor.tsx'

export type ProcedureDetail = OutputOf<typeof getProcedure>

export default function ProcedurePage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<ProcedureDetail> query="procedures.get-procedure" id={id}>
      {detail => <ProcedureRecord detail={detail} key={id} />}
    </RecordOf>
  )
}

function ProcedureRecord({ detail }: { readonly detail: ProcedureDetail }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const [open, setOpen] = useState<'steps' | 'start' | 'run' | null>(null)
  const { record, content } = detail
  const may = (command: string) => detail.can.find(one => one.command === command && !one.refusedBecause)
  const asks = (content.questions ?? []).length > 0
  // what has a dialog of its own stands in its place
  const own = new Set(['procedures.set-start', ...(asks ? ['procedures.start-run'] : [])])
  const facts: readonly Fact[] = [
    {
      label: say('field.ownerId'),
      value: detail.owner?.title ?? detail.ownerRole ?? <span className="t3">{say('page.run.nobody')}</span>,
    },
    ...(detail.nextOn[0] ? [{ label: say('page.procedures.next'), value: formats.weekday(detail.nextOn[0]) }] : []),
  ]
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.procedures'), href: '/procedures' }]}
      state={
        <>
          <State glyph={glyphs[record.state as keyof typeof glyphs]} loud>
            {say(`choice.state.${record.state}`)}
          </State>
          {detail.number ? <span>{say('page.procedures.version', { number: detail.number })}</span> : null}
          {detail.draft && detail.number ? <span>{say('page.procedure.draft', { number: detail.number })}</span> : null}
        </>
      }
      can={detail.can.filter(({ command }) => !own.has(command)) as readonly Can[]}
      first={
        asks && may('procedures.start-run') ? (
          <Button look="primary" onClick={() => setOpen('run')}>
            {say('procedures.start-run')}…
          </Button>
        ) : null
      }
      facts={facts}
      side={<RecordTimeline id={record.id} />}
    >
      {detail.purpose ? (
        <Section title={say('page.procedure.purpose')}>
          <p className="note">{detail.purpose}</p>
        </Section>
      ) : null}
      <Section
        title={say('page.procedure.steps')}
        count={(detail.draft ?? content).steps.length}
        more={
          may('procedures.change-procedure') ? (
            <Button size="s" onClick={() => setOpen('steps')}>
              {say('page.procedure.edit')}
            </Button>
          ) : null
        }
      >
        <Steps detail={detail} />
      </Section>
      <Start detail={detail} onChange={may('procedures.set-start') ? () => setOpen('start') : null} />
      <Runs detail={detail} />
      <Figures id={record.id} />
      {open === 'steps' ? <StepsEditor detail={detail} onClose={() => setOpen(null)} /> : null}
      {open === 'start' ? <StartDialog detail={detail} onClose={() => setOpen(null)} /> : null}
      {open === 'run' ? <StartRunDialog detail={detail} onClose={() => setOpen(null)} /> : null}
    </RecordPage>
  )
}

/** The steps as they are, or as they will be once the change is in force. */
function Steps({ detail }: { readonly detail: ProcedureDetail }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const { steps, questions = [] } = detail.draft ?? detail.content
  if (steps.length === 0) return <p className="t2">{say('page.procedure.no-steps')}</p>
  return (
    <ol className="proc-steps">
      {steps.map((step, index) => {
        const person = detail.people.find(({ id }) => id === step.personId)?.title
        const who =
          step.who === 'person'
            ? person
            : step.who === 'role'
              ? step.role
              : say(`page.step.who.${step.who ?? 'procedure-owner'}`)
        const { due, when } = step
        const parts = [
          who,
          due ? dueWords(due, say) : null,
          step.effortMinutes ? formats.minutes(step.effortMinutes) : null,
          when
            ? `${say('page.step.when')}: ${questions.find(({ key }) => key === when.question)?.text ?? ''} ${when.is === 'yes' || when.is === 'no' ? say(`page.step.${when.is}`) : when.is}`
            : null,
          step.waits === 'step' ? say('page.run.waits-for', { steps: step.afterStep ?? '' }) : null,
          step.waits === 'all-before'
            ? `${say('page.step.waits')} ${say('page.step.waits.all-before')}`.toLocaleLowerCase()
            : null,
          step.evidence ? say('field.evidence') : null,
        ]
        return (
          <li key={step.key ?? index}>
            <span className="no num">{index + 1}</span>
            <div>
              <b>{step.title}</b>
              <p className="t2">{parts.filter(Boolean).join(' · ')}</p>
              {step.howTo ? <p className="how">{step.howTo}</p> : null}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

type Due = NonNullable<ProcedureDetail['content']['steps'][number]['due']>

/** `10 working days before the date`. */
function dueWords({ from, days, unit = 'day' }: Due, say: SayFunction<Words>): string {
  if (days === 0) return say(from === 'start' ? 'page.due.at-start' : 'page.due.on')
  const time = say(`page.due.${unit}s`, { count: Math.abs(days) })
  return say(days < 0 ? 'page.due.before' : from === 'start' ? 'page.due.after-start' : 'page.due.after', { time })
}

function Start({ detail, onChange }: { readonly detail: ProcedureDetail; readonly onChange: (() => void) | null }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const ruleWords = useRuleWords()
  const { rule, event } = detail
  return (
    <Section
      title={say('page.procedure.start')}
      more={
        onChange ? (
          <Button size="s" onClick={onChange}>
            {say('procedures.change-procedure')}
          </Button>
        ) : null
      }
    >
      <p>{rule ? ruleWords(rule) : event ? null : say('page.procedure.by-hand')}</p>
      {rule ? (
        <p className="t2">
          {say('page.procedure.next-days', { days: detail.nextOn.slice(0, 3).map(formats.weekday).join(', ') })}
        </p>
      ) : null}
      {event ? (
        <p>
          {say('page.procedure.by-event', {
            event: [event.event, event.field ? `${event.field} = ${event.is ?? ''}` : ''].filter(Boolean).join(', '),
          })}
        </p>
      ) : null}
    </Section>
  )
}

function Runs({ detail }: { readonly detail: ProcedureDetail }) {
  const say = useSay<Words>()
  const formats = useFormats()
  if (detail.runs.length === 0) return null
  return (
    <Section title={say('page.procedure.runs')} count={detail.runs.length}>
      <div className="proc-scroll" tabIndex={0} role="region" aria-label={say('page.procedure.runs')}>
        <table>
          <tbody>
            {detail.runs.map(run => (
              <tr key={run.id}>
                <td>
                  <Link href={`/runs/${run.id}`}>{run.title}</Link>
                </td>
                <td className="num">{say('page.run.progress', { done: run.done, steps: run.steps })}</td>
                <td>{say(`choice.state.${run.state}`)}</td>
                <td className="num">{formats.day(run.anchorOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
