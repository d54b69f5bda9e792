import { Fragment, useState } from 'react'
import { formPages, moduleNames } from '../../app/pages.ts'
import type { RegisteredCommand } from '../answers.ts'
import { Icon } from '../kit/Icon.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import { Menu, MenuItem, MenuLabel } from '../kit/Menu.tsx'
import { newMenuStore, openCommand } from '../kit/openers.ts'
import { useStore } from '../kit/store.ts'
import { commandIcon, commandWords, moduleWords } from '../kit/words.ts'
import { useSay } from '../language/Say.tsx'
import { useGo } from '../Link.tsx'
import { useRegistry, useSession } from '../session.ts'
import { beginsAnywhere } from './begins.ts'

const makesSomething = /\.(create|add|new|record|invite|book|request)-/

/** Commands that make something new from nothing: they act on no record yet. */
export const makingCommands = (
  commands: readonly RegisteredCommand[],
  permissions: readonly string[],
): RegisteredCommand[] =>
  commands.filter(
    command =>
      beginsAnywhere(command, formPages) &&
      makesSomething.test(command.name) &&
      (command.permission === undefined || permissions.includes('*') || permissions.includes(command.permission)),
  )

/** What is made every day, in this order; everything else stands behind one line. */
const everyday = [
  'work.create-task',
  'calendar.create-event',
  'meetings.create-meeting',
  'directory.create-person',
  'directory.create-organisation',
  'letters.create-letter',
  'matters.create-matter',
  'post.add-item',
  'receivables.create-invoice',
  'expenses.create-report',
  'travel.create-trip',
  'announcements.create-announcement',
]
const rankOf = ({ name }: RegisteredCommand): number => everyday.indexOf(name)
/** What sets Kontor up comes last. */
const setsUp = ({ module }: RegisteredCommand): number => Number(['authority', 'kernel'].includes(module))

export function NewMenu() {
  const say = useSay<string>()
  const opened = useStore(newMenuStore)
  const [isWhole, setWhole] = useState(false)
  const registry = useRegistry()
  const { permissions } = useSession()
  const commands = makingCommands(registry?.commands ?? [], permissions)
  const first = commands.filter(one => rankOf(one) >= 0).toSorted((a, b) => rankOf(a) - rankOf(b))
  const rest = commands.filter(one => rankOf(one) < 0).toSorted((a, b) => setsUp(a) - setsUp(b))
  const shown = isWhole || first.length === 0 ? rest : []
  const modules = Map.groupBy(shown, ({ module }) => moduleWords(say, module, moduleNames) ?? '')
  return (
    <Menu
      label={say('new')}
      align="end"
      width={250}
      opened={opened}
      onOpened={open => {
        newMenuStore.set(open)
        if (!open) setWhole(false)
      }}
      button={opener => (
        <button className="tool" type="button" {...opener}>
          <Icon name="plus" />
          {say('new')} <Kbd keys="c" />
        </button>
      )}
    >
      {first.map(command => (
        <Make key={command.name} command={command} />
      ))}
      {rest.length > 0 && first.length > 0 ? (
        <MenuItem icon="dots" stays onSelect={() => setWhole(whole => !whole)}>
          {say('new.all')}
        </MenuItem>
      ) : null}
      {[...modules].map(([module, some]) => (
        <Fragment key={module}>
          <MenuLabel>{module}</MenuLabel>
          {some.map(command => (
            <Make key={command.name} command={command} />
          ))}
        </Fragment>
      ))}
      {commands.length === 0 ? <MenuLabel>{say('new.none')}</MenuLabel> : null}
    </Menu>
  )
}

/** By its own page where it has one, else by the plain form. */
function Make({ command: { name, icon } }: { readonly command: RegisteredCommand }) {
  const say = useSay<string>()
  const go = useGo()
  const page = formPages[name]
  return (
    <MenuItem icon={commandIcon(name, icon)} onSelect={() => (page ? go(page) : openCommand({ command: name }))}>
      {commandWords(say, name)}
    </MenuItem>
  )
}
