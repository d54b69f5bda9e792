import { Button } from '../../../../web/kit/Button.tsx'
import { tell } from '../../../../web/kit/notices.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { runQuery } from '../../../../web/client.ts'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { questionLetter, withdrawQuestion } from '../../contract.ts'
import type { BillDetail, BillKeys } from '../words.ts'

/** Whom it was asked of, and what they answered. */
export function Questions({ detail }: { readonly detail: BillDetail }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const may = usePermission('payables.ask-colleague')
  const withdraw = useCommand<typeof withdrawQuestion>('payables.withdraw-question', {
    said: say('payables.withdraw-question'),
  })
  const { id } = detail.record
  if (detail.questions.length === 0) return null
  const copy = async (questionId: string) => {
    const letter = await runQuery<typeof questionLetter>('payables.question-letter', { id, questionId })
    await navigator.clipboard.writeText(letter.body.replace('{link}', `${location.origin}${letter.path}`))
    tell({ kind: 'done', text: say('page.bill.copied') })
  }
  return (
    <Section title={say('page.bill.questions')} count={detail.questions.length}>
      <ul className="money-lines">
        {detail.questions.map(one => (
          <li key={one.id}>
            <span className="what">
              {one.askedOf}
              {one.question ? `: ${one.question}` : ''}
              {one.said ? <span className="t3"> – {one.said}</span> : null}
            </span>
            {one.answer ? (
              <State glyph={one.answer === 'right' ? 'done' : 'blocked'}>
                {say(`choice.payables.answer.${one.answer}`)}
              </State>
            ) : (
              <State glyph="waits">{say(`page.bill.mail.${one.mail}`)}</State>
            )}
            <span className="t3 nw">{formats.day(formats.dayOf(one.answeredAt ?? one.askedAt))}</span>
            {may && !one.answer ? (
              <>
                <Button size="s" look="quiet" icon="copy" onClick={() => void copy(one.id)}>
                  {say('page.bill.copy-question')}
                </Button>
                <Button
                  size="s"
                  look="quiet"
                  icon="x"
                  busy={withdraw.busy}
                  onClick={() => void withdraw.run({ id, questionId: one.id })}
                >
                  {say('payables.withdraw-question')}
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
