import type { Done } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { GlyphMark } from '../../../../web/kit/State.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listPeriods } from '../../contract.ts'
import type { BookKeys, Period, Year } from '../words.ts'

const glyphs = { open: 'open', locked: 'half', closed: 'done' } as const

/** Years with their months: what is open, locked, closed. */
export function Years() {
  const say = useSay<BookKeys>()
  const { data } = useQuery<typeof listPeriods>('ledger.list-periods', {})
  if (!data || data.years.length === 0) return null
  const may = (command: string) => data.can.some(one => one.command === command)
  return (
    <Section
      title={say('page.years')}
      more={
        may('ledger.open-year') ? (
          <Button size="s" look="quiet" icon="plus" onClick={() => openCommand({ command: 'ledger.open-year' })}>
            {say('ledger.open-year')}
          </Button>
        ) : null
      }
    >
      {data.years.map(year => (
        <OneYear
          key={year.id}
          year={year}
          mayLock={may('ledger.lock-periods')}
          mayOpen={may('ledger.unlock-periods')}
        />
      ))}
    </Section>
  )
}

interface OneYearProps {
  readonly year: Year
  readonly mayLock: boolean
  readonly mayOpen: boolean
}

function OneYear({ year, mayLock, mayOpen }: OneYearProps) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const effects = (answer: Done) => [
    {
      icon: 'lock',
      text: say('page.years.closes', { count: (answer.output as { entryIds: readonly string[] }).entryIds.length }),
    },
  ]
  const name = `${formats.fullDay(year.startsOn)} – ${formats.fullDay(year.endsOn)}`
  return (
    <div className="book-year">
      <ul className="book-lines">
        <li>
          <b className="what">{name}</b>
          <span className="t3">{year.series.map(({ code, last }) => `${code}${last}`).join(' · ')}</span>
          <span>
            {say('page.years.result')} <span className="num">{formats.money(year.result)}</span>
          </span>
          {year.can.map(one => (
            <Button
              key={one.command}
              size="s"
              onClick={() =>
                openCommand({
                  command: one.command,
                  input: one.input,
                  about: name,
                  ...(one.command === 'ledger.close-year' ? { effects } : {}),
                })
              }
            >
              {say(one.command as BookKeys)}
            </Button>
          ))}
        </li>
      </ul>
      <ul className="book-months">
        {year.periods.map(period => (
          <Month key={period.startsOn} period={period} mayLock={mayLock} mayOpen={mayOpen} />
        ))}
      </ul>
    </div>
  )
}

/** The month a day is in, by name and year. */
const monthName = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

interface MonthProps {
  readonly period: Period
  readonly mayLock: boolean
  readonly mayOpen: boolean
}

function Month({ period, mayLock, mayOpen }: MonthProps) {
  const say = useSay<BookKeys>()
  const month = monthName(period.endsOn, useLanguage())
  const words = say(`state.period.${period.state}`)
  return (
    <li>
      <GlyphMark glyph={glyphs[period.state]} />
      <span className="vh">{words}</span>
      <span className="what">
        {month} <span className="t3">{period.entries || ''}</span>
      </span>
      {period.state === 'open' && mayLock ? (
        <Button
          size="s"
          look="quiet"
          icon="lock"
          onClick={() => openCommand({ command: 'ledger.lock-periods', input: { until: period.endsOn }, about: month })}
        >
          <span className="vh">{`${month}: ${say('page.years.lock')}`}</span>
        </Button>
      ) : null}
      {period.state === 'locked' && mayOpen ? (
        <Button
          size="s"
          look="quiet"
          icon="key"
          onClick={() =>
            openCommand({ command: 'ledger.unlock-periods', input: { from: period.startsOn }, about: month })
          }
        >
          <span className="vh">{`${month}: ${say('page.years.unlock')}`}</span>
        </Button>
      ) : null}
    </li>
  )
}
