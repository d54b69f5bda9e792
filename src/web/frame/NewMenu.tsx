import type { RegisteredCommand } from '../answers.ts'
import { Icon } from '../kit/Icon.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import { Menu, MenuItem, MenuLabel } from '../kit/Menu.tsx'
import { newMenuStore, openCommand } from '../kit/openers.ts'
import { useStore } from '../kit/store.ts'
import { commandIcon, commandWords } from '../kit/words.ts'
import { useSay } from '../language/Say.tsx'
import { useRegistry, useSession } from '../session.ts'

const makesSomething = /\.(create|add|new|record|invite|book|request)-/

/** Commands that make something new from nothing: they act on no record yet. */
export const makingCommands = (
  commands: readonly RegisteredCommand[],
  permissions: readonly string[],
): RegisteredCommand[] =>
  commands.filter(
    command =>
      !command.subject &&
      makesSomething.test(command.name) &&
      (command.permission === undefined || permissions.includes('*') || permissions.includes(command.permission)),
  )

/** Everyday things first; what sets Kontor up comes last. */
const rankOf = ({ module }: RegisteredCommand): number =>
  ['work', 'documents', 'directory'].indexOf(module) + 1 || (['authority', 'kernel'].includes(module) ? 99 : 50)

export function NewMenu() {
  const say = useSay<string>()
  const opened = useStore(newMenuStore)
  const registry = useRegistry()
  const { permissions } = useSession()
  const commands = makingCommands(registry?.commands ?? [], permissions).toSorted((a, b) => rankOf(a) - rankOf(b))
  return (
    <Menu
      label={say('new')}
      align="end"
      width={250}
      opened={opened}
      onOpened={open => newMenuStore.set(open)}
      button={opener => (
        <button className="tool" type="button" {...opener}>
          <Icon name="plus" />
          {say('new')} <Kbd keys="c" />
        </button>
      )}
    >
      {commands.length ? (
        commands.map(command => (
          <MenuItem
            key={command.name}
            icon={commandIcon(command.name, command.icon)}
            onSelect={() => openCommand({ command: command.name })}
          >
            {commandWords(say, command.name)}
          </MenuItem>
        ))
      ) : (
        <MenuLabel>{say('new.none')}</MenuLabel>
      )}
    </Menu>
  )
}
