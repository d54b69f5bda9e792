import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { InstantControl } from '../../../../web/kit/form/InstantControl.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { momentsAhead } from '../desk/SnoozeThreads.tsx'
import type { MailKeys } from '../words.ts'

/** What becomes of the thread once the answer is sent. */
export type Leaves = 'waiting' | 'done'

/** Sent and done with it; or at a time of its own. */
export function SendMenu({
  send,
  inThread,
}: {
  readonly send: (leaves: Leaves, sendAt?: string) => Promise<void>
  readonly inThread: boolean
}) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const [own, setOwn] = useState<string | null>(null)
  const [asks, setAsks] = useState(false)
  return (
    <>
      <Menu
        label={say('page.mail.send-how')}
        width={280}
        button={opener => (
          <Button aria-label={say('page.mail.send-how')} {...opener}>
            <Icon name="chevron-down" small />
          </Button>
        )}
      >
        {inThread ? (
          <MenuItem icon="check" onSelect={() => void send('done')}>
            {say('page.mail.send-done')}
          </MenuItem>
        ) : null}
        {momentsAhead(formats).map(({ key, at }) => (
          <MenuItem
            key={key}
            icon="clock"
            end={
              <span className="t3 num">
                {formats.weekday(formats.dayOf(at))} {formats.time(at)}
              </span>
            }
            onSelect={() => void send('waiting', at)}
          >
            {say(`page.mail.snooze.${key}`)}
          </MenuItem>
        ))}
        <MenuItem icon="calendar" onSelect={() => setAsks(true)}>
          {say('page.mail.send-at')}
        </MenuItem>
      </Menu>
      {asks ? (
        <span className="send-at">
          <InstantControl
            label={say('page.mail.send-at')}
            schema={{ control: 'instant' }}
            value={own}
            onChange={value => setOwn((value as string | undefined) ?? null)}
            words={String}
          />
          {own ? <Button onClick={() => void send('waiting', own)}>{say('page.mail.send')}</Button> : null}
        </span>
      ) : null}
    </>
  )
}
