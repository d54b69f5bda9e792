import { Button } from '../../../../web/kit/Button.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { answerEvent } from '../../contract.ts'
import type { CalendarKeys, EventDetail } from '../words.ts'

const given = [
  { answer: 'accepted', icon: 'check' },
  { answer: 'tentative', icon: 'hourglass' },
  { answer: 'declined', icon: 'x' },
] as const

/** Comes, perhaps, does not: in place, for who is invited; of an instance of a series that one alone. */
export function AnswerButtons({
  detail,
  recurrence,
  small = false,
}: {
  readonly detail: EventDetail
  readonly recurrence: string | null
  readonly small?: boolean
}) {
  const say = useSay<CalendarKeys>()
  const answer = useCommand<typeof answerEvent>('calendar.answer-event', { said: say('page.calendar-event.answered') })
  const may = detail.can.some(({ command, refusedBecause }) => command === 'calendar.answer-event' && !refusedBecause)
  if (detail.answer === null || !may) return null
  return (
    <div className="cal-answers" role="group" aria-label={say('page.calendar-event.your-answer')}>
      {given.map(({ answer: one, icon }) => (
        <Button
          key={one}
          {...(small ? { size: 's' as const } : {})}
          icon={icon}
          busy={answer.busy}
          aria-pressed={detail.answer === one}
          onClick={() =>
            void answer.run({
              id: detail.record.id,
              expectedVersion: detail.record.version,
              answer: one,
              ...(recurrence ? { scope: 'this' as const, recurrence } : {}),
            })
          }
        >
          {say(`page.calendar-event.answer.${one}`)}
        </Button>
      ))}
    </div>
  )
}
