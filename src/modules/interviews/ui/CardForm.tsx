import { type FormEvent, useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { Field } from '../../../web/kit/form/Field.tsx'
import { Problem } from '../../../web/kit/Problem.tsx'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { useSession } from '../../../web/session.ts'
import { useCommand } from '../../../web/useCommand.ts'
import type { sendCard } from '../contract.ts'
import { type InterviewDetail, type InterviewKeys, recommendations } from './words.ts'

const marks = [1, 2, 3, 4, 5] as const

/** One's own card: each criterion from 1 to 5 with a word, and what one recommends. */
export function CardForm({ detail }: { readonly detail: InterviewDetail }) {
  const say = useSay<InterviewKeys>()
  const { principal } = useSession()
  const own = detail.panel.find(({ person }) => person.id === principal.id)?.card ?? null
  const [open, setOpen] = useState(own === null)
  const [scores, setScores] = useState<readonly { readonly score: number; readonly word: string }[]>(
    own?.scores ?? detail.criteria.map(() => ({ score: 0, word: '' })),
  )
  const [recommends, setRecommends] = useState(own?.recommends ?? null)
  const [summary, setSummary] = useState(own?.summary ?? '')
  const send = useCommand<typeof sendCard>('interviews.send-card', { said: say('page.interviews.sent') })
  const isReady = recommends !== null && scores.every(({ score }) => score > 0)
  const put = (at: number, part: Partial<(typeof scores)[number]>) =>
    setScores(scores.map((one, n) => (n === at ? { ...one, ...part } : one)))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || send.busy) return
    const words = scores.map(({ score, word }) => ({ score, ...(word.trim() ? { word } : {}) }))
    await send.run({ id: detail.record.id, scores: words, recommends, ...(summary.trim() ? { summary } : {}) })
  }
  if (!open)
    return (
      <Section title={say('page.interviews.own')}>
        <Button onClick={() => setOpen(true)}>{say('page.interviews.own.again')}</Button>
      </Section>
    )
  const refusal = send.answer?.status === 'refused' ? send.answer.refusal : null
  return (
    <Section title={say('page.interviews.own')}>
      <form className="form card-form" noValidate onSubmit={event => void submit(event)}>
        {detail.criteria.map((criterion, at) => (
          <Criterion
            key={criterion}
            criterion={criterion}
            score={scores[at]?.score ?? 0}
            word={scores[at]?.word ?? ''}
            onPut={part => put(at, part)}
          />
        ))}
        <fieldset className="card-marks">
          <legend>{say('field.interviews.recommends')}</legend>
          {recommendations.map(one => (
            <label key={one} className="tick">
              <input type="radio" name="recommends" checked={recommends === one} onChange={() => setRecommends(one)} />
              {say(`choice.interviews.recommends.${one}`)}
            </label>
          ))}
        </fieldset>
        <Field label={say('field.interviews.summary')}>
          {control => (
            <textarea
              className="input"
              {...control}
              maxLength={2000}
              rows={3}
              value={summary}
              onChange={event => setSummary(event.target.value)}
            />
          )}
        </Field>
        {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
        <div className="form-foot">
          <Button
            look="primary"
            type="submit"
            busy={send.busy}
            refused={isReady ? undefined : say('page.interviews.all')}
          >
            {say('interviews.send-card')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

interface CriterionProps {
  readonly criterion: string
  readonly score: number
  readonly word: string
  readonly onPut: (part: { readonly score?: number; readonly word?: string }) => void
}

function Criterion({ criterion, score, word, onPut }: CriterionProps) {
  const say = useSay<InterviewKeys>()
  return (
    <fieldset className="card-marks">
      <legend>{criterion}</legend>
      <div className="card-scores">
        {marks.map(mark => (
          <label key={mark} className={mark === score ? 'on' : undefined}>
            <input type="radio" name={criterion} checked={mark === score} onChange={() => onPut({ score: mark })} />
            <span className="num">{mark}</span>
          </label>
        ))}
      </div>
      <input
        className="input"
        aria-label={`${criterion}: ${say('field.interviews.word')}`}
        placeholder={say('field.interviews.word')}
        maxLength={500}
        value={word}
        onChange={event => onPut({ word: event.target.value })}
      />
    </fieldset>
  )
}
