import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission, useRegistry } from '../../../../web/session.ts'
import type { ConversationDetail, Keys } from '../words.ts'

/** A conversation becomes work: other modules' commands, offered where they are there and permitted. */
export function TurnInto({ talk }: { readonly talk: ConversationDetail }) {
  const say = useSay<Keys>()
  const go = useGo()
  const commands = useRegistry()?.commands
  const mayFind = usePermission('scheduling.find-times')
  const offered = turned(talk).filter(one => commands?.some(({ name }) => name === one.command))
  const { id, title } = talk.record
  return (
    <Menu
      label={say('page.channels.turn')}
      width={230}
      button={opener => (
        <Button look="quiet" {...opener}>
          {say('page.channels.turn')} <Icon name="chevron-down" small />
        </Button>
      )}
    >
      {offered.map(({ key, command, icon, input }) => (
        <MenuItem key={key} icon={icon} onSelect={() => openCommand({ command, input, about: title })}>
          {say(`page.channels.turn.${key}`)}
        </MenuItem>
      ))}
      {mayFind ? (
        <MenuItem icon="calendar-event" onSelect={() => go(`/calendar/find?about=${id}`)}>
          {say('page.channels.turn.appointment')}
        </MenuItem>
      ) : null}
    </Menu>
  )
}

/** What they said last stands in it; the answer time of a case runs from when it came. */
function turned({ record, party, lines, lastInAt, wire, number, email }: ConversationDetail) {
  const said = lines.findLast(line => line.direction === 'in')
  const text = (said?.text ?? '').slice(0, 2_000)
  const about = (text.split('\n')[0] || record.title).slice(0, 120)
  const partyId = party ? { partyId: party.id } : {}
  const source = { sourceId: record.id }
  return [
    { key: 'task', command: 'work.create-task', icon: 'checklist', input: { title: about, note: text, ...source } },
    {
      key: 'case',
      command: 'cases.open-case',
      icon: 'message',
      input: {
        title: about,
        said: text,
        channel: wire === 'form' ? 'web' : 'message',
        ...partyId,
        ...(party ? {} : { contactName: record.title.slice(0, 200) }),
        ...(email && { contactEmail: email }),
        ...(number && { contactPhone: number }),
        ...(lastInAt && { receivedAt: lastInAt }),
        ...source,
      },
    },
    {
      key: 'slip',
      command: 'calls.take-slip',
      icon: 'phone',
      input: { callerName: record.title.slice(0, 200), about, body: text, ...partyId, ...(number && { number }) },
    },
    { key: 'matter', command: 'matters.bind-record', icon: 'briefcase', input: { recordId: record.id } },
  ] as const
}
