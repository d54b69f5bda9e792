import { useId, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { setUpBooks } from '../../contract.ts'
import type { BookKeys, BookSettings } from '../words.ts'
import { DayField } from '../DayField.tsx'

/** Three questions, and the books are begun. */
export function SetUp({ settings }: { readonly settings: BookSettings }) {
  const say = useSay<BookKeys>()
  const name = useId()
  const may = usePermission('ledger.set-up-books')
  const [mode, setMode] = useState<'books' | 'none'>('books')
  const [chart, setChart] = useState(settings.proposed)
  const [yearFrom, setYearFrom] = useState<string | undefined>(settings.proposedFrom)
  const begin = useCommand<typeof setUpBooks>('ledger.set-up-books', { said: say('page.setup.done') })
  const refusal = begin.answer?.status === 'refused' ? begin.answer.refusal : null
  if (!may) return <p className="t2">{say('page.books.unset')}</p>
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void begin.run({ mode, chart, ...(yearFrom ? { yearFrom } : {}) })
      }}
    >
      <Section title={say('page.setup.mode')}>
        <div className="book-choices" role="radiogroup" aria-label={say('page.setup.mode')}>
          {(['books', 'none'] as const).map(one => (
            <label key={one} className="book-choice">
              <input type="radio" name={`${name}-mode`} checked={mode === one} onChange={() => setMode(one)} />
              <span>{say(`page.setup.mode.${one}`)}</span>
              <span className="t3">{say(`page.setup.mode.${one}.why`)}</span>
            </label>
          ))}
        </div>
      </Section>
      <Section title={say('page.setup.chart')}>
        <div className="book-choices" role="radiogroup" aria-label={say('page.setup.chart')}>
          {settings.charts.map(one => (
            <label key={one.chart} className="book-choice">
              <input
                type="radio"
                name={`${name}-chart`}
                checked={chart === one.chart}
                onChange={() => setChart(one.chart)}
              />
              <span>{say(`choice.chart.${one.chart}`)}</span>
              <span className="t3">
                {say('page.setup.chart.size', { accounts: one.accounts, codes: one.vatCodes })}
              </span>
            </label>
          ))}
        </div>
      </Section>
      <Section title={say('page.setup.year')}>
        <div className="book-head">
          <DayField label={say('field.yearFrom')} value={yearFrom} onChange={setYearFrom} />
        </div>
      </Section>
      {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
      <div className="book-send">
        <Button look="primary" type="submit" busy={begin.busy}>
          {say('ledger.set-up-books')}
        </Button>
      </div>
    </form>
  )
}
