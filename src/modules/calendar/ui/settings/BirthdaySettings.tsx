import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listBirthdays, removeBirthday, setBirthday } from '../../contract.ts'
import type { KeptSettings } from '../kept.ts'
import type { CalendarKeys } from '../words.ts'

/** Birthdays: whether they are shown, one's own, those of people who have allowed it. */
export function BirthdaySettings({ kept }: { readonly kept: KeptSettings }) {
  const say = useSay<CalendarKeys>()
  const language = useLanguage()
  const asked = useQuery<typeof listBirthdays>('calendar.list-birthdays', {})
  const set = useCommand<typeof setBirthday>('calendar.set-birthday')
  const remove = useCommand<typeof removeBirthday>('calendar.remove-birthday')
  const own = asked.data?.own ?? null
  const [chosen, setChosen] = useState<readonly [month: string, day: string] | null>(null)
  const [month, day] = chosen ?? ((own?.split('-') ?? ['', '']) as [string, string])
  const choose = (next: readonly [string, string]) => {
    setChosen(next)
    if (next[0] && next[1] && next.join('-') !== own) void set.run({ on: next.join('-') })
  }
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const monthFormat = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  const others = (asked.data?.rows ?? []).filter(({ kind }) => kind === 'person')
  return (
    <Section
      title={say('page.calendar.birthdays')}
      more={
        <Button size="s" icon="plus" onClick={() => openCommand({ command: 'calendar.set-birthday' })}>
          {say('page.calendar.birthdays.add')}
        </Button>
      }
    >
      <label className="tick">
        <input
          className="box"
          type="checkbox"
          checked={kept.birthdays}
          onChange={event => kept.change({ birthdays: event.target.checked })}
        />
        {say('page.calendar.birthdays.show')}
      </label>
      <div className="cal-share">
        <Field label={say('page.calendar.birthdays.own-month')}>
          {control => (
            <select className="input" {...control} value={month} onChange={event => choose([event.target.value, day])}>
              <option value="">{say('page.calendar.birthdays.not')}</option>
              {Array.from({ length: 12 }, (_, n) => (
                <option key={n} value={String(n + 1).padStart(2, '0')}>
                  {monthFormat.format(new Date(Date.UTC(2024, n, 1)))}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('page.calendar.birthdays.own-day')}>
          {control => (
            <select className="input" {...control} value={day} onChange={event => choose([month, event.target.value])}>
              <option value="">–</option>
              {Array.from({ length: daysIn(month) }, (_, n) => (
                <option key={n} value={String(n + 1).padStart(2, '0')}>
                  {n + 1}
                </option>
              ))}
            </select>
          )}
        </Field>
        {own ? (
          <Button
            look="quiet"
            icon="x"
            onClick={() => {
              setChosen(null)
              void remove.run({})
            }}
          >
            {say('page.calendar.birthdays.hide')}
          </Button>
        ) : null}
      </div>
      <p className="t3">{say('page.calendar.birthdays.why')}</p>
      <ul className="event-lines">
        {others.map(({ ofId, name, on }) => (
          <li key={ofId}>
            <span className="what">{name}</span>
            <span className="t3">{format.format(new Date(`2024-${on}T00:00:00Z`))}</span>
            <Button size="s" look="quiet" icon="x" onClick={() => void remove.run({ ofId })}>
              {say('page.calendar.days.off')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const daysIn = (month: string): number => (month ? new Date(Date.UTC(2024, Number(month), 0)).getUTCDate() : 31)
