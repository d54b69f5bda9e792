import { useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { goInField } from '../../../../web/kit/proof/places.ts'
import { ProofPanel } from '../../../../web/kit/proof/ProofPanel.tsx'
import { useProof } from '../../../../web/kit/proof/useProof.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { sendAnswer } from '../../contract.ts'
import type { CaseDetail, CaseKeys, Offered } from '../words.ts'
import { Offers, Promising } from './Offers.tsx'
import { useDraft, useHolding } from './useAnswer.ts'

/** The answer: written beside the answers that fit, in the customer's language, with what it promises found while one writes. */
export function AnswerWriter({ detail }: { readonly detail: CaseDetail }) {
  const say = useSay<CaseKeys>()
  const { record, contact, language, answersBy } = detail
  const [body, setBody] = useDraft(record.id)
  const [way, setWay] = useState<'mail' | 'told'>(contact.email ? 'mail' : 'told')
  const [apology, setApology] = useState(detail.kind.sort === 'complaint')
  const [asksVerdict, setAsksVerdict] = useState(detail.asksVerdict)
  const [used, setUsed] = useState<readonly string[]>([])
  const [typed, setTyped] = useState(0)
  const area = useRef<HTMLTextAreaElement>(null)
  const byMail = way === 'mail' && contact.email !== null
  const holding = useHolding(byMail ? (answersBy?.threadId ?? null) : null, typed)
  const proof = useProof(byMail && body.trim() ? askedOf(detail, body) : null)
  const send = useCommand<typeof sendAnswer>('cases.send-answer', { said: say('done.cases.send-answer') })
  useHotkeys([{ keys: 'n', label: say('page.case.write'), run: () => area.current?.focus() }])
  const submit = async () => {
    if (!body.trim() || send.busy || !(await proof.settle())) return
    const answer = await send.run({
      id: record.id,
      body,
      way,
      apology,
      ...(way === 'mail' ? { asksVerdict } : {}),
      ...(used.length > 0 ? { answerIds: [...used] } : {}),
    })
    if (answer.status !== 'done') return
    setBody('')
    void proof.note('mail', record.title, record.id)
  }
  const write = (next: string) => {
    setTyped(count => count + 1)
    setBody(next)
  }
  const use = (one: Offered) => {
    write(body.trim() ? `${body.trimEnd()}\n\n${one.body}` : one.body)
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
            onChange={event => write(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
            }}
          />
          <Promising text={body} language={language} />
          <div className="case-ticks">
            {contact.email ? (
              <label className="tick">
                <input type="radio" name="way" checked={way === 'mail'} onChange={() => setWay('mail')} />
                {answersBy
                  ? say('page.case.write.by', { email: contact.email, address: answersBy.address })
                  : say('page.case.write.to', { email: contact.email })}
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
          <ProofPanel
            proof={proof}
            onGo={finding => goInField(area.current, finding)}
            onReplace={({ at, words }, by) => {
              if (at?.field === 'text' && body.slice(at.start, at.end) === words)
                write(body.slice(0, at.start) + by + body.slice(at.end))
            }}
            onSend={() => void submit()}
          />
          {holding.held ? (
            <Problem title={holding.held.message} todo={holding.held.todo}>
              <Button size="s" onClick={holding.takeOver}>
                {say('page.case.write.take-over')}
              </Button>
            </Problem>
          ) : null}
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

/** What is looked through before it leaves: the answer, to whom it goes. */
const askedOf = ({ record, contact, party, language }: CaseDetail, text: string) => ({
  purpose: 'mail' as const,
  language,
  subject: record.title,
  text,
  recipients: [
    {
      name: contact.name ?? party?.title ?? null,
      email: contact.email,
      role: 'to' as const,
      ...(party ? { partyId: party.id } : {}),
    },
  ],
  aboutIds: [record.id],
  spelling: true,
})
