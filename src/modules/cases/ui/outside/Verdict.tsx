import '../cases.css'
import { useEffect, useState } from 'react'
import { EntryProblem } from '../../../../web/entry/EntryProblem.tsx'
import { EntrySheet } from '../../../../web/entry/EntrySheet.tsx'
import { tokenOf } from '../../../../web/entry/token.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { askOutside, type OutsideAnswer } from '../../../../web/outside.ts'
import type { CaseKeys } from '../words.ts'

const verdicts = ['content', 'partly', 'not'] as const
type Verdict = (typeof verdicts)[number]

interface Shown {
  readonly office: string
  readonly title: string | null
  readonly open: boolean
  readonly verdict: Verdict | null
}

type Fault = Extract<OutsideAnswer<unknown>, { ok: false }>['refusal']

/** Whether an answer helped: three buttons, of which one press is enough. Looking at the page says nothing. */
export default function VerdictPage() {
  const say = useSay<CaseKeys>()
  const language = useLanguage()
  const [token] = useState(() => tokenOf(location))
  const [shown, setShown] = useState<Shown | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const ask = async (path: string, body: object) => {
    if (!token) return
    const answer = await askOutside<Shown>(path, { token, language, body })
    if (answer.ok) setShown(answer.body)
    else setFault(answer.refusal)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; another language asks nothing anew
  useEffect(() => {
    void ask('verdict/open', {})
  }, [])
  if (!token)
    return (
      <EntrySheet title={say('page.verdict')}>
        <Problem title={say('refusal.verdict-link-closed')} todo={say('refusal.verdict-link-closed.todo')} />
      </EntrySheet>
    )
  if (!shown)
    return (
      <EntrySheet title={say('page.verdict')}>
        <EntryProblem problem={fault} />
      </EntrySheet>
    )
  const { office, title, verdict, open } = shown
  return (
    <EntrySheet title={say('page.verdict')} text={title ? say('page.verdict.about', { office, title }) : office}>
      {open ? (
        <div className="verdict-buttons">
          {verdicts.map(one => (
            <Button
              key={one}
              look={verdict === one ? 'primary' : 'quiet'}
              size="l"
              aria-pressed={verdict === one}
              onClick={() => void ask('verdict/give', { verdict: one })}
            >
              {say(`page.verdict.${one}`)}
            </Button>
          ))}
        </div>
      ) : null}
      <p role="status">{verdict ? say(verdict === 'not' ? 'page.verdict.thanks.not' : 'page.verdict.thanks') : ''}</p>
      {verdict && open ? (
        <Words verdict={verdict} onSend={words => void ask('verdict/give', { verdict, words })} />
      ) : null}
      {fault ? <EntryProblem problem={fault} /> : null}
    </EntrySheet>
  )
}

function Words({ onSend }: { readonly verdict: Verdict; readonly onSend: (words: string) => void }) {
  const say = useSay<CaseKeys>()
  const [words, setWords] = useState('')
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        if (!words.trim()) return
        onSend(words)
        setWords('')
      }}
    >
      <Field label={say('page.verdict.words')} optional={say('form.optional')}>
        {control => (
          <textarea
            className="input"
            {...control}
            rows={3}
            maxLength={1000}
            value={words}
            onChange={event => setWords(event.target.value)}
          />
        )}
      </Field>
      <div className="form-foot">
        <Button type="submit">{say('page.verdict.send')}</Button>
      </div>
    </form>
  )
}
