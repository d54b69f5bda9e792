import '../shared/procedures.css'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { adoptHabit, handOver, refuseHabit, takeUpHabit } from '../../contract.ts'
import { useWeekday } from '../shared/RuleField.tsx'
import type { Words } from '../shared/words.ts'

type Sheet = OutputOf<typeof handOver>
type Habit = Sheet['habits'][number]

/** Rhythms found in what somebody does: each may become a rule, or be refused for good. */
export function Habits({ sheet }: { readonly sheet: Sheet }) {
  const say = useSay<Words>()
  const mayPropose = usePermission('procedures.take-up-habit')
  const again = useCommand<typeof takeUpHabit>('procedures.take-up-habit')
  const personId = sheet.person.id
  return (
    <Section title={say('page.hand-over.habits')} count={sheet.habits.length}>
      {sheet.habits.length === 0 ? <p className="t2">{say('page.hand-over.habits.none')}</p> : null}
      <ul className="proc-steps">
        {sheet.habits.map(habit => (
          <HabitRow key={`${habit.rhythm} ${habit.title}`} habit={habit} personId={personId} />
        ))}
      </ul>
      {sheet.refused.length > 0 ? (
        <details className="no-print">
          <summary>{say('page.hand-over.refused')}</summary>
          <ul className="proc-steps">
            {sheet.refused.map(({ title, rhythm }) => (
              <li key={`${rhythm} ${title}`}>
                <span className="no" />
                <div>
                  {title} <span className="t2">{say(`choice.rhythm.${rhythm}`)}</span>
                </div>
                <div className="acts">
                  {mayPropose ? (
                    <Button
                      size="s"
                      busy={again.busy}
                      aria-label={`${say('procedures.take-up-habit')}: ${title}`}
                      onClick={() => void again.run({ personId, title, rhythm })}
                    >
                      {say('procedures.take-up-habit')}
                    </Button>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  )
}

/** A habit, and what it may become, each in one act. */
function HabitRow({ habit, personId }: { readonly habit: Habit; readonly personId: string }) {
  const say = useSay<Words>()
  const words = useHabitWords()
  const may = {
    adopt: usePermission('procedures.adopt-habit'),
    refuse: usePermission('procedures.refuse-habit'),
    procedure: usePermission('procedures.create-procedure'),
    obligation: usePermission('procedures.create-obligation'),
    task: usePermission('work.create-task'),
  }
  const adopt = useCommand<typeof adoptHabit>('procedures.adopt-habit', { said: say('page.hand-over.adopted') })
  const refuse = useCommand<typeof refuseHabit>('procedures.refuse-habit')
  const { title, rhythm } = habit
  const told = { personId, title, rhythm }
  return (
    <li>
      <span className="no" />
      <div>
        <b>{title}</b>
        <p className="t2">
          {words(habit)} · {say('page.hand-over.times', { count: habit.times })}
        </p>
      </div>
      <div className="acts no-print">
        {(['procedure', 'obligation', 'task'] as const)
          .filter(as => may.adopt && may[as])
          .map(as => (
            <Button
              key={as}
              size="s"
              busy={adopt.busy}
              aria-label={`${say(`page.hand-over.as-${as}`)}: ${title}`}
              onClick={() => void adopt.run({ ...told, as })}
            >
              {say(`page.hand-over.as-${as}`)}
            </Button>
          ))}
        {may.refuse ? (
          <Button
            size="s"
            look="quiet"
            busy={refuse.busy}
            aria-label={`${say('procedures.refuse-habit')}: ${title}`}
            onClick={() => void refuse.run(told)}
          >
            {say('procedures.refuse-habit')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}

function useHabitWords(): (habit: Habit) => string {
  const say = useSay<Words>()
  const formats = useFormats()
  const weekday = useWeekday()
  return ({ rhythm, n, weekday: day, lastOn }) => {
    if (rhythm === 'workday-of-month' && n === -1) return say('rhythm.last-workday')
    if (rhythm === 'day-of-month' && n === 31) return say('rhythm.last-day')
    if (rhythm === 'weekday-of-month')
      return say(n === 5 ? 'rhythm.last-weekday' : 'rhythm.weekday-of-month', { n, day: weekday(day ?? 1) })
    return say(`rhythm.${rhythm}`, { n, day: weekday(n), on: formats.day(lastOn) })
  }
}
