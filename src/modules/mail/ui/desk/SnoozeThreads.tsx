import { useState } from 'react'
import { addDays } from '../../../../web/format/day.ts'
import { momentOf } from '../../../../web/format/moment.ts'
import type { Formats } from '../../../../web/format/formats.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { InstantControl } from '../../../../web/kit/form/InstantControl.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { snoozeThreads } from '../../contract/desk.ts'
import type { MailKeys } from '../words.ts'
import type { OverThreads } from './AssignThreads.tsx'

interface Moment {
  readonly key: 'later' | 'tomorrow' | 'monday' | 'week'
  readonly at: string
}

const morning = '08:00'

/** Days until the next Monday, never today. */
const untilMonday = (day: string): number => {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return (8 - weekday) % 7 || 7
}

/** When one mostly wants to see something again: in three hours, tomorrow, on Monday, in a week. */
export function momentsAhead(formats: Pick<Formats, 'today' | 'zone'>, now = Date.now()): Moment[] {
  const today = formats.today()
  const at = (days: number) => momentOf(addDays(today, days), morning, formats.zone)
  const later = new Date(Math.ceil((now + 3 * 3_600_000) / 900_000) * 900_000).toISOString().replace('.000Z', 'Z')
  return [
    { key: 'later', at: later },
    { key: 'tomorrow', at: at(1) },
    { key: 'monday', at: at(untilMonday(today)) },
    { key: 'week', at: at(7) },
  ]
}

export function SnoozeThreads({ ids, onClose, onDone }: OverThreads & { readonly onDone: () => void }) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const [own, setOwn] = useState<string | null>(null)
  const count = ids.length
  const snoozing = useCommand<typeof snoozeThreads>('mail.snooze-threads', {
    said: say('done.mail.snooze-threads', { count }),
  })
  const snooze = async (until: string) => {
    const answer = await snoozing.run({ ids: [...ids], until })
    if (answer.status !== 'done') return
    onClose()
    onDone()
  }
  return (
    <Dialog title={say('mail.snooze-threads')} about={say('page.mail.count', { count })} width={420} onClose={onClose}>
      <div className="dialog-form form">
        <ul className="snooze-moments">
          {momentsAhead(formats).map(({ key, at }, index) => (
            <li key={key}>
              <button type="button" data-autofocus={index === 0 || undefined} onClick={() => void snooze(at)}>
                <span>{say(`page.mail.snooze.${key}`)}</span>
                <span className="t3 num">
                  {formats.weekday(formats.dayOf(at))} {formats.time(at)}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <InstantControl
          label={say('page.mail.snooze.own')}
          schema={{ control: 'instant' }}
          value={own}
          onChange={value => setOwn((value as string | undefined) ?? null)}
          words={String}
        />
        {own ? (
          <div className="form-foot">
            <Button look="primary" busy={snoozing.busy} onClick={() => void snooze(own)}>
              {say('page.mail.act.snooze')}
            </Button>
          </div>
        ) : null}
      </div>
    </Dialog>
  )
}
