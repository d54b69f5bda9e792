import './notices.css'
import { useState } from 'react'
import type { OutputOf } from '../../../web/answers.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { Icon } from '../../../web/kit/Icon.tsx'
import { Page } from '../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../web/kit/Problem.tsx'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../web/kit/Skeleton.tsx'
import { useFormats, useLanguage, useSay } from '../../../web/language/Say.tsx'
import { useCommand } from '../../../web/useCommand.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { allowBrowser, forgetBrowser, getSettings, NoticeSettings } from '../contract.ts'
import { browserName, canPush, subscribe } from './pushing.ts'
import type { NoticeKeys } from './words.ts'

type Answer = OutputOf<typeof getSettings>
const settingsKey = 'notifications.settings'
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** When and how one is told; each change is kept at once. */
export default function Settings() {
  const say = useSay<NoticeKeys>()
  const asked = useQuery<typeof getSettings>('notifications.get-settings')
  return (
    <Page title={say('page.notices.settings')} crumbs={[{ label: say('page.notices'), href: '/notices' }]}>
      {asked.isPending ? <SkeletonRows rows={6} /> : null}
      {asked.isError ? <QueryProblem fault={asked.error} again={() => void asked.refetch()} /> : null}
      {asked.data ? <Hours answer={asked.data} again={() => void asked.refetch()} /> : null}
      {asked.data ? <Browsers answer={asked.data} /> : null}
    </Page>
  )
}

function Hours({ answer, again }: { readonly answer: Answer; readonly again: () => void }) {
  const say = useSay<NoticeKeys>()
  const [now, setNow] = useState<NoticeSettings>(answer.settings)
  const keeping = useCommand('kernel.set-preference', { quiet: true })
  const change = async (some: Partial<NoticeSettings>) => {
    const next = { ...now, ...some }
    setNow(next)
    await keeping.run({ key: settingsKey, value: next } as never)
    again()
  }
  const time = (field: 'digestAt' | 'quietFrom' | 'quietUntil', label: string) => (
    <label>
      {label}
      <input
        className="input"
        type="time"
        required
        value={now[field]}
        onChange={({ target }) => (target.value ? void change({ [field]: target.value }) : null)}
      />
    </label>
  )
  return (
    <>
      {answer.mailWorks ? null : <Problem title={say('page.notices.no-mail')} />}
      {keeping.answer?.status === 'refused' ? <Problem title={keeping.answer.refusal.message} /> : null}
      <Section title={say('page.notices.digest')}>
        <div className="telling">
          <p className="t2">{say('page.notices.digest.what', { email: answer.email ?? '–' })}</p>
          <div className="row">{time('digestAt', say('page.notices.digest.at'))}</div>
          <Days
            legend={say('page.notices.digest.days')}
            chosen={now.digestDays}
            onChange={digestDays => void change({ digestDays })}
          />
        </div>
      </Section>
      <Section title={say('page.notices.quiet')}>
        <div className="telling">
          <p className="t2">{say('page.notices.quiet.what')}</p>
          <div className="row">
            {time('quietFrom', say('page.notices.quiet.from'))}
            {time('quietUntil', say('page.notices.quiet.until'))}
          </div>
          <Days
            legend={say('page.notices.quiet.off')}
            chosen={now.daysOff}
            onChange={daysOff => void change({ daysOff })}
          />
        </div>
      </Section>
      <Section title={say('page.notices.urgent')}>
        <div className="telling">
          <label>
            <input
              type="checkbox"
              checked={now.urgentMail}
              onChange={({ target }) => void change({ urgentMail: target.checked })}
            />
            {say('page.notices.urgent.mail')}
          </label>
        </div>
      </Section>
      <Section title={say('page.notices.reminders')}>
        <div className="telling">
          <p className="t2">{say('page.notices.reminders.what')}</p>
          {(['reminderPush', 'reminderMail'] as const).map(field => (
            <label key={field}>
              <input
                type="checkbox"
                checked={now[field]}
                onChange={({ target }) => void change({ [field]: target.checked })}
              />
              {say(field === 'reminderPush' ? 'page.notices.reminders.push' : 'page.notices.reminders.mail')}
            </label>
          ))}
        </div>
      </Section>
    </>
  )
}

interface DaysProps {
  readonly legend: string
  readonly chosen: readonly number[]
  readonly onChange: (days: number[]) => void
}

function Days({ legend, chosen, onChange }: DaysProps) {
  const language = useLanguage()
  // The 23rd of November 2026 is a Monday.
  const name = (day: number) =>
    new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, 10, 22 + day))
  return (
    <fieldset>
      <legend>{legend}</legend>
      {weekdays.map(day => (
        <label key={day}>
          <input
            type="checkbox"
            checked={chosen.includes(day)}
            onChange={({ target }) =>
              onChange(weekdays.filter(one => (one === day ? target.checked : chosen.includes(one))))
            }
          />
          {name(day)}
        </label>
      ))}
    </fieldset>
  )
}

/** The browsers that may be interrupted in, and this one. */
function Browsers({ answer }: { readonly answer: Answer }) {
  const say = useSay<NoticeKeys>()
  const formats = useFormats()
  const [refused, setRefused] = useState(false)
  const allowing = useCommand<typeof allowBrowser>('notifications.allow-browser')
  const forgetting = useCommand<typeof forgetBrowser>('notifications.forget-browser')
  const allow = async () => {
    const keys = answer.pushKey ? await subscribe(answer.pushKey).catch(() => null) : null
    setRefused(!keys)
    if (keys) await allowing.run({ ...keys, name: browserName(navigator.userAgent) })
  }
  return (
    <Section title={say('page.notices.browsers')} count={answer.browsers.length || undefined}>
      <ul className="told">
        {answer.browsers.map(browser => (
          <li key={browser.id} className="read">
            <Icon name="bell" small />
            <span>
              {browser.name} <span className="t3">{formats.moment(browser.since)}</span>
            </span>
            <Button size="s" look="quiet" onClick={() => void forgetting.run({ id: browser.id })}>
              {say('notifications.forget-browser')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="telling">
        {answer.browsers.length ? null : <p className="t3">{say('page.notices.browsers.none')}</p>}
        {refused || !canPush() ? <p className="t2">{say('page.notices.browsers.cannot')}</p> : null}
        {canPush() && answer.pushKey ? (
          <div className="row">
            <Button icon="bell" busy={allowing.busy} onClick={() => void allow()}>
              {say('notifications.allow-browser')}
            </Button>
          </div>
        ) : null}
      </div>
    </Section>
  )
}
