import { type FormEvent, useRef, useState } from 'react'
import type { Refusal } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { answerRequest } from '../../contract.ts'
import type { AnnouncementDetail, AnnouncementKeys } from '../words.ts'

type Question = AnnouncementDetail['questions'][number]

/** The questions of a request: answered in place, and again until it is closed. */
export function Questions({ detail }: { readonly detail: AnnouncementDetail }) {
  const say = useSay<AnnouncementKeys>()
  const formats = useFormats()
  const answers = useCommand<typeof answerRequest>('announcements.answer-request', {
    said: say('page.announcement.sent'),
  })
  const [values, setValues] = useState<Readonly<Record<number, string>>>(() =>
    Object.fromEntries(detail.questions.flatMap(one => (one.answer === null ? [] : [[one.position, one.answer]]))),
  )
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const open = detail.record.state === 'published' && !detail.isAuthor
  const words = say(detail.mine?.answeredAt ? 'page.announcement.send-again' : 'page.announcement.send')
  useHotkeys([open ? { keys: 'mod+enter', label: words, run: () => form.current?.requestSubmit() } : null])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await answers.run({
      id: detail.record.id,
      answers: Object.entries(values)
        .filter(([, value]) => value.trim() !== '')
        .map(([position, value]) => ({ position: Number(position), value })),
    })
    setRefusal(answer.status === 'refused' ? answer.refusal : null)
  }
  return (
    <Section title={say(detail.isAuthor ? 'field.questions' : 'page.announcement.answers')}>
      {detail.mine?.answeredAt ? (
        <p className="t2">{say('page.announcement.answered', { at: formats.moment(detail.mine.answeredAt) })}</p>
      ) : null}
      {open ? (
        <form className="form announcement-form" ref={form} onSubmit={event => void send(event)}>
          {detail.questions.map(one => (
            <Answer
              key={one.position}
              question={one}
              value={values[one.position] ?? ''}
              onChange={value => setValues(was => ({ ...was, [one.position]: value }))}
            />
          ))}
          {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
          <div>
            <Button type="submit" look="primary" keys="mod+enter" busy={answers.busy}>
              {words}
            </Button>
          </div>
        </form>
      ) : (
        <ol>
          {detail.questions.map(one => (
            <li key={one.position}>
              {one.question} {one.answer ? <b>{shown(say, one, one.answer)}</b> : null}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

const shown = (say: ReturnType<typeof useSay<AnnouncementKeys>>, { answerKind }: Question, value: string): string =>
  answerKind === 'yes-no' ? say(value === 'yes' ? 'page.announcements.yes' : 'page.announcements.no') : value

interface AnswerProps {
  readonly question: Question
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One question by the control its kind asks for. */
function Answer({ question, value, onChange }: AnswerProps) {
  const say = useSay<AnnouncementKeys>()
  const { answerKind, optional } = question
  const label = question.question
  if (answerKind === 'date')
    return (
      <DateControl
        label={label}
        schema={{}}
        words={one => one}
        value={value || undefined}
        onChange={day => onChange(typeof day === 'string' ? day : '')}
        optional={optional ? say('form.optional') : undefined}
      />
    )
  if (answerKind === 'yes-no' || answerKind === 'choice') {
    const options = answerKind === 'yes-no' ? ['yes', 'no'] : question.options
    return (
      <Field label={label} optional={optional ? say('form.optional') : undefined}>
        {control => (
          <select
            className="input"
            {...control}
            value={value}
            required={!optional}
            onChange={event => onChange(event.target.value)}
          >
            <option value="" />
            {options.map(one => (
              <option key={one} value={one}>
                {shown(say, question, one)}
              </option>
            ))}
          </select>
        )}
      </Field>
    )
  }
  return (
    <TextField
      label={label}
      value={value}
      required={!optional}
      maxLength={2000}
      {...(answerKind === 'number' ? { inputMode: 'decimal' as const } : {})}
      onChange={event => onChange(event.target.value)}
    />
  )
}
