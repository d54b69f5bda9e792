import '../payables.css'
import { type FormEvent, useEffect, useState } from 'react'
import type { WireMoney } from '../../../../web/answers.ts'
import { EntryProblem } from '../../../../web/entry/EntryProblem.tsx'
import { EntrySheet } from '../../../../web/entry/EntrySheet.tsx'
import { tokenOf } from '../../../../web/entry/token.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { askOutside, type OutsideAnswer } from '../../../../web/outside.ts'
import type { BillKeys } from '../words.ts'

interface Asked {
  readonly office: string
  readonly askedBy: string
  readonly askedOf: string
  readonly question: string
  readonly supplier: string
  readonly number: string | null
  readonly issuedOn: string
  readonly total: WireMoney
  readonly texts: readonly string[]
  readonly answer: Answer | null
  readonly said: string
}

const answers = ['right', 'wrong', 'not-mine'] as const
type Answer = (typeof answers)[number]
type Fault = Extract<OutsideAnswer<unknown>, { ok: false }>['refusal']

/** Did you order this, is it right? For whoever has the link; three buttons and a line. */
export default function Question() {
  const say = useSay<BillKeys>()
  const language = useLanguage()
  const [token] = useState(() => tokenOf(location))
  const [asked, setAsked] = useState<Asked | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; another language asks nothing anew
  useEffect(() => {
    if (!token) return
    void askOutside<Asked>('bill-questions/open', { token, language }).then(answer =>
      answer.ok ? setAsked(answer.body) : setFault(answer.refusal),
    )
  }, [])
  if (asked) return <Form asked={asked} token={token} onAsked={setAsked} />
  return (
    <EntrySheet title={say('page.question')}>
      {token ? (
        <EntryProblem problem={fault} />
      ) : (
        <Problem title={say('refusal.question-link-closed')} todo={say('refusal.question-link-closed.todo')} />
      )}
    </EntrySheet>
  )
}

interface FormProps {
  readonly asked: Asked
  readonly token: string
  readonly onAsked: (asked: Asked) => void
}

function Form({ asked, token, onAsked }: FormProps) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const language = useLanguage()
  const [chosen, setChosen] = useState<Answer | null>(asked.answer)
  const [said, setSaid] = useState(asked.said)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return
    setBusy(true)
    const answer = await askOutside<Asked>('bill-questions/answer', { token, language, body: { answer: chosen, said } })
    setBusy(false)
    setFault(answer.ok ? null : answer.refusal)
    if (answer.ok) onAsked(answer.body)
  }
  return (
    <EntrySheet
      title={say('page.question')}
      text={say('page.question.asks', { name: asked.askedBy, office: asked.office })}
    >
      <dl className="question-facts">
        <dt>{say('field.payables.supplierId')}</dt>
        <dd>{asked.supplier}</dd>
        <dt>{say('field.payables.total')}</dt>
        <dd className="num">{formats.money(asked.total)}</dd>
        <dt>{say('field.payables.issuedOn')}</dt>
        <dd>{formats.fullDay(asked.issuedOn)}</dd>
        {asked.number ? (
          <>
            <dt>{say('field.payables.number')}</dt>
            <dd>{asked.number}</dd>
          </>
        ) : null}
      </dl>
      {asked.texts.length > 0 ? (
        <ul className="money-lines">
          {asked.texts.map((text, index) => (
            <li key={index}>
              <span className="what">{text}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {asked.question ? <p className="bill-say">{asked.question}</p> : null}
      <form className="form" noValidate onSubmit={event => void send(event)}>
        <fieldset className="question-answers">
          <legend className="vh">{say('page.question')}</legend>
          {answers.map(answer => (
            <label key={answer} className="tick">
              <input type="radio" name="answer" checked={chosen === answer} onChange={() => setChosen(answer)} />
              {say(`choice.payables.answer.${answer}`)}
            </label>
          ))}
        </fieldset>
        <Field label={say('page.question.say')}>
          {control => (
            <textarea
              className="input"
              {...control}
              maxLength={2000}
              value={said}
              onChange={event => setSaid(event.target.value)}
            />
          )}
        </Field>
        {fault ? <EntryProblem problem={fault} /> : null}
        <div className="form-foot">
          <Button look="primary" type="submit" busy={busy} refused={chosen ? undefined : say('page.question.choose')}>
            {say('page.question.send')}
          </Button>
        </div>
      </form>
      <p role="status">{asked.answer ? say('page.question.thanks', { office: asked.office }) : ''}</p>
    </EntrySheet>
  )
}
