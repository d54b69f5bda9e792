import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { tell } from '../../../../web/kit/notices.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission, useRegistry, useSession } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { assignThreads } from '../../contract.ts'
import type { MailKeys, ThreadDetail } from '../words.ts'
import { useFiling } from './useFiling.ts'

interface Turned {
  readonly key: 'task' | 'case' | 'application' | 'matter'
  readonly command: string
  readonly icon: string
  readonly input: Readonly<Record<string, unknown>>
}

/** A mail becomes work: a task, a case, an application, an appointment, papers; what is made names the mail it came from. */
export function TurnInto({ thread }: { readonly thread: ThreadDetail }) {
  const say = useSay<MailKeys>()
  const go = useGo()
  const me = useSession().principal.id
  const commands = useRegistry()?.commands
  const mayFind = usePermission('scheduling.find-times')
  const mayFile = usePermission('documents.take-in')
  const filing = useFiling({ threadId: thread.record.id, classified: thread.record.class })
  const offered = useTurned(thread).filter(one => commands?.some(({ name }) => name === one.command))
  const enclosed = thread.lines.flatMap(line => line.attachments.filter(one => !one.inline).map(one => ({ line, one })))
  const fileAll = async () => {
    for (const line of new Set(enclosed.map(({ line }) => line)))
      await filing.file(
        line,
        line.attachments.filter(one => !one.inline),
      )
    tell({ kind: 'done', text: say('done.mail.filed', { count: enclosed.length }) })
  }
  const assign = useCommand<typeof assignThreads>('mail.assign-threads', { quiet: true })
  // Whoever made something of a mail has taken it: it is no longer nobody's.
  const take = () => {
    if (!thread.owner) void assign.run({ ids: [thread.record.id], ownerId: me })
  }
  const turn = async (one: Turned) => {
    const documents = one.key === 'application' ? await documentsOf(filing, thread) : []
    openCommand({
      command: one.command,
      input: { ...one.input, ...(documents.length > 0 && { documentIds: documents }) },
      about: thread.record.title,
      also: take,
    })
  }
  return (
    <Menu
      label={say('page.mail.turn')}
      width={240}
      button={opener => (
        <Button look="quiet" {...opener}>
          {say('page.mail.turn')} <Icon name="chevron-down" small />
        </Button>
      )}
    >
      {offered.map(one => (
        <MenuItem key={one.key} icon={one.icon} onSelect={() => void turn(one)}>
          {say(`page.mail.turn.${one.key}`)}
        </MenuItem>
      ))}
      {mayFind ? (
        <MenuItem
          icon="calendar-event"
          onSelect={() => go(`/calendar/find?about=${thread.record.id}${guestOf(thread)}`)}
        >
          {say('page.mail.turn.appointment')}
        </MenuItem>
      ) : null}
      {mayFile && enclosed.length > 0 ? (
        <MenuItem icon="receipt" onSelect={() => void fileAll()}>
          {say('page.mail.turn.papers')}
        </MenuItem>
      ) : null}
    </Menu>
  )
}

/** Who wrote is who comes, also where the directory does not know them. */
const guestOf = ({ from }: ThreadDetail): string =>
  from.address ? `&guest=${encodeURIComponent(`${from.name || from.address} <${from.address}>`)}` : ''

async function documentsOf(filing: ReturnType<typeof useFiling>, thread: ThreadDetail): Promise<string[]> {
  const ids: string[] = []
  for (const line of thread.lines) {
    const enclosed = line.attachments.filter(one => !one.inline)
    if (enclosed.length > 0) ids.push(...(await filing.take(line, enclosed)))
  }
  return ids
}

/** What knows of mail by its record alone: other modules' commands, offered where they are there and permitted. */
function useTurned(thread: ThreadDetail): readonly Turned[] {
  const { record, party } = thread
  const text = thread.lines.at(-1)?.text.slice(0, thread.lines.at(-1)?.quotedFrom).slice(0, 2_000) ?? ''
  const partyId = party ? { partyId: party.id } : {}
  return [
    {
      key: 'task',
      command: 'work.create-task',
      icon: 'checklist',
      input: { title: record.title.slice(0, 200), note: text, sourceId: record.id },
    },
    {
      key: 'case',
      command: 'cases.open-case',
      icon: 'message',
      input: {
        title: record.title.slice(0, 200),
        ...(text && { said: text }),
        channel: 'mail',
        ...partyId,
        sourceId: record.id,
      },
    },
    {
      key: 'application',
      command: 'permits.register-application',
      icon: 'certificate',
      input: { title: record.title.slice(0, 200), applicant: party?.title ?? thread.from.name },
    },
    { key: 'matter', command: 'matters.bind-record', icon: 'briefcase', input: { recordId: record.id } },
  ]
}
