import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { findPromises, offerAnswers, sendAnswer } from '../../contract.ts'
import type { CaseDetail, CaseKeys, Offered } from '../words.ts'

/** What is typed waits so long for the next letter before it is looked through, ms. */
const pause_ms = 350

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause_ms)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** Kept on this computer until it is sent. */
const draftKey = (id: string) => `kontor.case-answer.${id}`

function useDraft(id: string): [text: string, set: (text: string) => void] {
  const [text, setText] = useState(() => localStorage.getItem(draftKey(id)) ?? '')
  const set = (next: string) => {
    setText(next)
    if (next) localStorage.setItem(draftKey(id), next)
    else localStorage.removeItem(draftKey(id))
  }
  return [text, set]
}

/** The answer: written beside the answers that fit, in the customer's language, with what it promises found while one writes. */
export function AnswerWriter({ detail }: { readonly detail: CaseDetail }) {
  const say = useSay<CaseKeys>()
  const { record, contact, language } = detail
  const [body, setBody] = useDraft(record.id)
  const [way, setWay] = useState<'mail' | 'told'>(contact.email ? 'mail' : 'told')
  const [apology, setApology] = useState(detail.kind.sort === 'complaint')
  const [asksVerdict, setAsksVerdict] = useState(detail.asksVerdict)
  const [used, setUsed] = useState<readonly string[]>([])
  const area = useRef<HTMLTextAreaElement>(null)
  const send = useCommand<typeof sendAnswer>('cases.send-answer', { said: say('done.cases.send-answer') })
  useHotkeys([{ keys: 'n', label: say('page.case.write'), run: () => area.current?.focus() }])
  const submit = async () => {
    if (!body.trim() || send.busy) return
    const answer = await send.run({
      id: record.id,
      body,
      way,
      apology,
      ...(way === 'mail' ? { asksVerdict } : {}),
      ...(used.length > 0 ? { answerIds: [...used] } : {}),
    })
    if (answer.status === 'done') setBody('')
  }
  const use = (one: Offered) => {
    setBody(body.trim() ? `${body.trimEnd()}\n\n${one.body}` : one.body)
    setUsed([...new Set([...used, one.id])].slice(0, 10))
    area.current?.focus()
  }
  const named = { name: contact.name ?? detail.party?.title ?? '', language: say(`choice.cases.language.${language}`) }
  const hint = named.name ? say('page.case.write.words', named) : say('page.case.write.nobody', named)
  const refusal = send.answer?.status === 'refused' ? send.answer.refusal : null
  return (
    <Section title={say('page.case.write')}>
      <div className="case-write">
        <form
          className="form"
          onSubmit={event => {
            event.preventDefault()
            void submit()
          }}
        >
          <textarea
            ref={area}
            className="input"
            rows={9}
            lang={language}
            aria-label={hint}
            placeholder={hint}
            maxLength={20_000}
            value={body}
            onChange={event => setBody(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
            }}
          />
          <Promising text={body} language={language} />
          <div className="case-ticks">
            {contact.email ? (
              <label className="tick">
                <input type="radio" name="way" checked={way === 'mail'} onChange={() => setWay('mail')} />
                {say('page.case.write.to', { email: contact.email })}
              </label>
            ) : null}
            <label className="tick">
              <input type="radio" name="way" checked={way === 'told'} onChange={() => setWay('told')} />
              {say('page.case.write.told')}
            </label>
            <label className="tick">
              <input
                className="box"
                type="checkbox"
                checked={apology}
                onChange={event => setApology(event.target.checked)}
              />
              {say('page.case.write.apology')}
            </label>
            {way === 'mail' ? (
              <label className="tick">
                <input
                  className="box"
                  type="checkbox"
                  checked={asksVerdict}
                  onChange={event => setAsksVerdict(event.target.checked)}
                />
                {say('page.case.write.verdict')}
              </label>
            ) : null}
          </div>
          {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
          <div className="form-foot">
            <Button look="primary" type="submit" keys="Ctrl Enter" busy={send.busy}>
              {say('cases.send-answer')}
            </Button>
          </div>
        </form>
        <Offers detail={detail} body={body} onUse={use} />
      </div>
    </Section>
  )
}

/** Days that the text promises, while it is written. */
function Promising({ text, language }: { readonly text: string; readonly language: CaseDetail['language'] }) {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  const settled = useSettled(text)
  const { data } = useQuery<typeof findPromises>(
    'cases.find-promises',
    { text: settled, language },
    { when: settled.trim().length > 8, keep: true },
  )
  const rows = settled.trim() ? (data?.rows ?? []) : []
  return (
    <p className="t2 case-promising" role="status">
      {rows.length > 0
        ? `${say('page.case.write.promises')}: ${rows.map(one => formats.weekday(one.on)).join(', ')}`
        : null}
    </p>
  )
}

/** Answers that fit what is asked and what is written so far. */
function Offers({
  detail,
  body,
  onUse,
}: {
  readonly detail: CaseDetail
  readonly body: string
  readonly onUse: (one: Offered) => void
}) {
  const say = useSay<CaseKeys>()
  const settled = useSettled(body)
  const asked = [
    detail.record.title,
    ...detail.entries.filter(one => one.what === 'said').map(one => one.body),
    settled,
  ]
  const { data } = useQuery<typeof offerAnswers>(
    'cases.offer-answers',
    { text: asked.join('\n').slice(0, 20_000), language: detail.language, limit: 4 },
    { keep: true },
  )
  const rows = data?.rows ?? []
  return (
    <div className="case-offers" role="region" aria-label={say('page.case.offered')}>
      <h3>{say('page.case.offered')}</h3>
      {data && rows.length === 0 ? <p className="t3">{say('page.case.offered.none')}</p> : null}
      <ul>
        {rows.map(one => (
          <li key={one.id}>
            <b lang={one.language}>{one.question}</b>
            <p lang={one.language} className="t2">
              {one.body}
            </p>
            <span>
              <Button
                size="s"
                icon="plus"
                aria-label={`${say('page.case.offered.use')}: ${one.question}`}
                onClick={() => onUse(one)}
              >
                {say('page.case.offered.use')}
              </Button>
              <span className="t3">
                {one.language === detail.language ? '' : `${say(`choice.cases.language.${one.language}`)} · `}
                {one.used > 0 ? say('page.case.offered.used', { count: one.used }) : ''}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
