import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { type Keys, problemWords, type Schedule } from '../words.ts'

/** As many as are told at first. */
const shownFirst = 6

/** What speaks against the rota: first what keeps it from going live. */
export function Problems({ schedule }: { readonly schedule: Schedule }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [all, setAll] = useState(false)
  const sorted = schedule.problems.toSorted((a, b) => Number(b.hard) - Number(a.hard))
  const shown = all ? sorted : sorted.slice(0, shownFirst)
  return (
    <Section title={say('page.rota.problems')} count={sorted.length}>
      {sorted.length === 0 ? (
        <p className="rota-fine">
          <State glyph="done">{say('page.rota.problems.none')}</State>
        </p>
      ) : (
        <ul className="rota-problems">
          {shown.map((problem, n) => (
            <li key={`${problem.code}${problem.start ?? n}${problem.person?.id ?? ''}`}>
              <State glyph={problem.hard ? 'late' : 'blocked'}>{problemWords(say, formats, problem)}</State>
              {problem.hard ? <span className="t3"> {say('page.rota.problems.hard')}</span> : null}
            </li>
          ))}
        </ul>
      )}
      {sorted.length > shown.length ? (
        <Button size="s" look="quiet" onClick={() => setAll(true)}>
          {say('page.rota.problems.more', { count: sorted.length - shown.length })}
        </Button>
      ) : null}
    </Section>
  )
}

/** How much each has of the month that is shown. */
export function Load({ schedule }: { readonly schedule: Schedule }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const names = new Map(schedule.people.map(person => [person.id, person.title]))
  const rows = schedule.loads.toSorted((a, b) => b.minutes - a.minutes)
  if (rows.length === 0) return null
  return (
    <Section title={say('page.rota.load')}>
      <table className="rota-load">
        <thead>
          <tr>
            <th scope="col">{say('field.oncall.personId')}</th>
            <th scope="col">{say('page.rota.load.time')}</th>
            <th scope="col">{say('page.rota.load.nights')}</th>
            <th scope="col">{say('page.rota.load.free')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.personId}>
              <th scope="row">{names.get(row.personId)}</th>
              <td className="num">{hours(row.minutes, formats.number)}</td>
              <td className="num">{row.nights}</td>
              <td className="num">{hours(row.freeMinutes, formats.number)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

const hours = (minutes: number, number: (value: number) => string): string => `${number(Math.round(minutes / 60))} h`
