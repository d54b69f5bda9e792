import '../task/task.css'
import type { Can, OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { kindWords } from '../../../../web/kit/words.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { getGoal, stopServing } from '../../contract.ts'
import { RecordLink } from '../task/RecordLink.tsx'

type GoalDetail = OutputOf<typeof getGoal>
const glyphs = { open: 'half', reached: 'done', dropped: 'ended' } as const

export default function GoalPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<GoalDetail> query="work.get-goal" id={id}>
      {detail => <Goal detail={detail} key={id} />}
    </RecordOf>
  )
}

/** What is changed begins as it is. */
const begun = ({ goal, note }: GoalDetail, can: Can): Can =>
  can.command === 'work.change-goal'
    ? {
        ...can,
        input: {
          ...can.input,
          title: goal.title,
          weight: goal.weight,
          fromOn: goal.fromOn,
          untilOn: goal.untilOn,
          ...(goal.owner ? { ownerId: goal.owner.id } : {}),
          ...(note ? { note } : {}),
        },
      }
    : can

function Goal({ detail }: { readonly detail: GoalDetail }) {
  const say = useSay<string>()
  const formats = useFormats()
  const may = usePermission('work.stop-serving')
  const stopping = useCommand<typeof stopServing>('work.stop-serving')
  const { goal, record } = detail
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.tasks'), href: '/tasks' },
        { label: say('page.goals'), href: '/goals' },
      ]}
      state={<State glyph={glyphs[goal.state]}>{say(`state.goal.${goal.state}`)}</State>}
      can={(detail.can as readonly Can[]).map(can => begun(detail, can))}
      keys={{ 'work.end-goal': 'e', 'work.reopen-goal': 'e' }}
      facts={[
        { label: say('field.ownerId'), value: goal.ofOffice ? say('page.goals.office') : (goal.owner?.title ?? '–') },
        { label: say('field.weight'), value: say(`choice.weight.${goal.weight}`) },
        {
          label: say('page.goal.period'),
          value: `${formats.weekday(goal.fromOn)} – ${formats.weekday(goal.untilOn)}`,
        },
        { label: say('kind.task.plural'), value: say('page.goals.progress', { done: goal.done, tasks: goal.tasks }) },
      ]}
    >
      {detail.note ? <p className="note">{detail.note}</p> : null}
      {detail.serving.length ? (
        <Section title={say('page.goal.serving')} count={detail.serving.length}>
          <ul className="check">
            {detail.serving.map(one => (
              <li key={one.id}>
                <RecordLink to={one} />
                <span className="who">{kindWords(say, one.kind)}</span>
                {may ? (
                  <Button
                    look="quiet"
                    size="s"
                    icon="x"
                    aria-label={`${say('work.stop-serving')}: ${one.title}`}
                    onClick={() => void stopping.run({ id: record.id, recordId: one.id })}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </RecordPage>
  )
}
