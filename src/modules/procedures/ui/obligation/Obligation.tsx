import '../shared/procedures.css'
import { useState } from 'react'
import type { Can, OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { getObligation } from '../../contract.ts'
import { RecordLink } from '../shared/RecordLink.tsx'
import { useRuleWords } from '../shared/RuleField.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import type { Words } from '../shared/words.ts'
import { ObligationDialog } from './ObligationDialog.tsx'
import { dayGlyphs } from './Obligations.tsx'

export type ObligationDetail = OutputOf<typeof getObligation>

export default function ObligationPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<ObligationDetail> query="procedures.get-obligation" id={id}>
      {detail => <ObligationRecord detail={detail} key={id} />}
    </RecordOf>
  )
}

function ObligationRecord({ detail }: { readonly detail: ObligationDetail }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const ruleWords = useRuleWords()
  const [dates, setDates] = useState(false)
  const { record, rule } = detail
  const first = detail.days[0]?.dueOn
  const facts: (Fact | null)[] = [
    {
      label: say('field.ownerId'),
      value: detail.owner?.title ?? detail.ownerRole ?? <span className="blocked">{say('page.run.nobody')}</span>,
    },
    {
      label: say('page.obligation.when'),
      value: rule
        ? rule.rrule
            .split('\n')
            .map(line => ruleWords({ ...rule, rrule: line }))
            .join('; ')
        : first
          ? say('page.obligation.once', { on: formats.fullDay(first) })
          : '',
    },
    {
      label: say(`choice.basis.${detail.basis}`),
      value: detail.basisText ?? (detail.basisRecord ? <RecordLink to={detail.basisRecord} /> : '–'),
    },
    detail.counterpart ? { label: say('field.counterpartId'), value: <RecordLink to={detail.counterpart} /> } : null,
    { label: say('field.ifLate'), value: detail.consequence ?? say(`choice.ifLate.${detail.ifLate}`) },
    { label: say('field.leadDays'), value: say('page.due.days', { count: detail.leadDays }) },
  ]
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.obligations'), href: '/obligations' }]}
      state={
        <State glyph={record.state === 'ended' ? 'ended' : 'open'} loud>
          {say(record.state === 'ended' ? 'choice.state.ended' : 'choice.state.in-force')}
        </State>
      }
      can={detail.can as readonly Can[]}
      facts={facts.filter(fact => fact !== null)}
      side={<RecordTimeline id={record.id} />}
    >
      {detail.note ? (
        <Section title={say('field.note')}>
          <p className="note">{detail.note}</p>
        </Section>
      ) : null}
      <Section
        title={say('page.obligation.days')}
        more={
          detail.can.some(({ command }) => command === 'procedures.change-obligation') ? (
            <Button size="s" onClick={() => setDates(true)}>
              {say('procedures.change-obligation')}
            </Button>
          ) : null
        }
      >
        <div className="proc-scroll proc-days" tabIndex={0} role="region" aria-label={say('page.obligation.days')}>
          <table>
            <tbody>
              {detail.days.map(day => (
                <tr key={day.dueOn}>
                  <td className="num">
                    {day.taskId ? (
                      <Link href={`/tasks/${day.taskId}`}>{formats.fullDay(day.dueOn)}</Link>
                    ) : (
                      formats.fullDay(day.dueOn)
                    )}
                  </td>
                  <td>
                    <State glyph={dayGlyphs[day.state]}>{say(`choice.day.${day.state}`)}</State>
                  </td>
                  <td>
                    {[day.fulfilledAt ? formats.moment(day.fulfilledAt) : null, day.by?.title, day.note]
                      .filter(Boolean)
                      .join(', ')}
                  </td>
                  <td>{day.evidence ? <RecordLink to={day.evidence} /> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
      {dates ? <ObligationDialog detail={detail} onClose={() => setDates(false)} /> : null}
    </RecordPage>
  )
}
