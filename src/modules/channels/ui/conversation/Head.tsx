import { addDays } from '../../../../web/format/day.ts'
import { momentOf } from '../../../../web/format/moment.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission, useSession } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type {
  assignConversation,
  finishConversation,
  reopenConversation,
  setAside,
  snoozeConversation,
} from '../../contract.ts'
import { type ConversationDetail, conversationGlyphs, type Keys, wireIcons } from '../words.ts'
import { TurnInto } from './TurnInto.tsx'

export interface HeadProps {
  readonly talk: ConversationDetail
  readonly back: string
  readonly onGone: () => void
}

/** Who it is with, how it stands, and what one does with it. */
export function Head({ talk, back, onGone }: HeadProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { record, owner, wire, channel, snoozedUntil } = talk
  return (
    <header className="talk-title">
      <div className="line">
        <Link className="back" href={back}>
          <Icon name="chevron-left" /> {say('page.channels.back')}
        </Link>
        <h2 className="h2">{record.title}</h2>
      </div>
      <p className="standing">
        <State glyph={conversationGlyphs[record.state]}>{say(`state.conversation.${record.state}`)}</State>
        {snoozedUntil ? <span className="t2">{formats.moment(snoozedUntil)}</span> : null}
        <span className={owner ? 't2' : 'blocked'}>{owner?.title ?? say('page.channels.nobodys')}</span>
        <span className="t3">
          <Icon name={wireIcons[wire]} small /> {channel.title || say(`choice.channels.wire.${wire}`)}
        </span>
      </p>
      <Acts talk={talk} onGone={onGone} />
    </header>
  )
}

function Acts({ talk, onGone }: Omit<HeadProps, 'back'>) {
  const say = useSay<Keys>()
  const me = useSession().principal.id
  const may = usePermission('channels.answer-conversations')
  const { id, state } = talk.record
  const isOver = state === 'done' || state === 'unwanted'
  const isMine = talk.owner?.id === me
  const finish = useCommand<typeof finishConversation>('channels.finish-conversation', {
    said: say('done.channels.finish-conversation'),
  })
  const reopen = useCommand<typeof reopenConversation>('channels.reopen-conversation', {
    said: say('done.channels.reopen-conversation'),
  })
  const assign = useCommand<typeof assignConversation>('channels.assign-conversation', {
    said: say(isMine ? 'done.channels.lay-back' : 'done.channels.assign-conversation'),
  })
  const aside = useCommand<typeof setAside>('channels.set-aside', { said: say('done.channels.set-aside') })
  const leaving = async (running: Promise<{ readonly status: string }>) => {
    if ((await running).status === 'done') onGone()
  }
  const done = () => void (isOver ? reopen.run({ id }) : leaving(finish.run({ id })))
  const take = () => void assign.run({ id, ownerId: isMine ? null : me })
  const give = () => openCommand({ command: 'channels.assign-conversation', input: { id }, about: talk.record.title })
  const group = say('kind.conversation')
  useHotkeys([
    may && { keys: 'e', label: say(isOver ? 'page.channels.act.reopen' : 'page.channels.act.done'), group, run: done },
    may && {
      keys: 't',
      label: say(isMine ? 'page.channels.act.lay-back' : 'page.channels.act.take'),
      group,
      run: take,
    },
    may && { keys: 'a', label: say('page.channels.act.assign'), group, run: give },
    may && {
      keys: 'r',
      label: say('page.channels.answer'),
      group,
      run: () => document.querySelector<HTMLTextAreaElement>('.talk-write textarea')?.focus(),
    },
  ])
  if (!may) return null
  return (
    <div className="acts">
      <Button keys="e" icon={isOver ? 'refresh' : 'check'} onClick={done}>
        {say(isOver ? 'page.channels.act.reopen' : 'page.channels.act.done')}
      </Button>
      <Button keys="t" onClick={take}>
        {say(isMine ? 'page.channels.act.lay-back' : 'page.channels.act.take')}
      </Button>
      {isOver ? null : <Snooze id={id} onDone={onGone} />}
      <TurnInto talk={talk} />
      <Menu
        label={say('record.more' as Keys)}
        width={240}
        align="end"
        button={opener => (
          <Button look="quiet" {...opener}>
            {say('record.more' as Keys)} <Icon name="chevron-down" small />
          </Button>
        )}
      >
        <MenuItem icon="user" onSelect={give}>
          {say('page.channels.act.assign')}
        </MenuItem>
        <MenuItem
          icon="user-check"
          onSelect={() => openCommand({ command: 'channels.set-party', input: { id }, about: talk.record.title })}
        >
          {say('channels.set-party')}
        </MenuItem>
        {state === 'unwanted' ? null : (
          <MenuItem icon="eye-off" onSelect={() => void leaving(aside.run({ id }))}>
            {say('page.channels.act.aside')}
          </MenuItem>
        )}
      </Menu>
    </div>
  )
}

const morning = '08:00'

/** When one mostly wants to see something again. */
function Snooze({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const snoozing = useCommand<typeof snoozeConversation>('channels.snooze-conversation', {
    said: say('done.channels.snooze-conversation'),
  })
  const today = formats.today()
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay()
  const moments = [
    [
      'later',
      new Date(Math.ceil((Date.now() + 3 * 3_600_000) / 900_000) * 900_000).toISOString().replace('.000Z', 'Z'),
    ],
    ['tomorrow', momentOf(addDays(today, 1), morning, formats.zone)],
    ['monday', momentOf(addDays(today, (8 - weekday) % 7 || 7), morning, formats.zone)],
  ] as const
  const snooze = async (until: string) => {
    if ((await snoozing.run({ id, until })).status === 'done') onDone()
  }
  return (
    <Menu
      label={say('page.channels.act.snooze')}
      width={250}
      button={opener => (
        <Button look="quiet" {...opener}>
          {say('page.channels.act.snooze')} <Icon name="chevron-down" small />
        </Button>
      )}
    >
      {moments.map(([key, at]) => (
        <MenuItem
          key={key}
          icon="clock"
          end={
            <span className="t3 num">
              {formats.weekday(formats.dayOf(at))} {formats.time(at)}
            </span>
          }
          onSelect={() => void snooze(at)}
        >
          {say(`page.channels.snooze.${key}`)}
        </MenuItem>
      ))}
      <MenuItem
        icon="calendar"
        onSelect={() => openCommand({ command: 'channels.snooze-conversation', input: { id } })}
      >
        {say('field.channels.until')}
      </MenuItem>
    </Menu>
  )
}
