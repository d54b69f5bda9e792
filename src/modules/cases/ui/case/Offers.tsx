import { useEffect, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { findPromises, offerAnswers } from '../../contract.ts'
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

/** Days that the text promises, while it is written. */
export function Promising({ text, language }: { readonly text: string; readonly language: CaseDetail['language'] }) {
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
export function Offers({
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
