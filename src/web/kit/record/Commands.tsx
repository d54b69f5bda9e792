import './record.css'
import { type ReactNode, useState } from 'react'
import { modulePages } from '../../../app/pages.ts'
import type { Call, Can, RegisteredCommand } from '../../answers.ts'
import { useSay } from '../../language/Say.tsx'
import { pagesAbout } from '../../frame/paletteOptions.ts'
import { useGo } from '../../Link.tsx'
import { useRegistry, useSession } from '../../session.ts'
import { tellAnswer, useCommand, useUndo } from '../../useCommand.ts'
import { Button } from '../Button.tsx'
import { asksSomething } from '../form/schema.ts'
import { Icon } from '../Icon.tsx'
import { Kbd } from '../Kbd.tsx'
import { Menu, MenuItem } from '../Menu.tsx'
import { openCommand } from '../openers.ts'
import { Problem } from '../Problem.tsx'
import { useHotkeys } from '../useHotkeys.ts'
import { commandIcon, commandWords, refusalWords } from '../words.ts'

/** How many stand open beside the primary one; the others are under More. */
const shownBeside = 2

export interface CommandsProps {
  readonly can: readonly Can[]
  /** The record itself: pages that may be opened about it stand under More. */
  readonly record?: { readonly id: string; readonly kind: string } | undefined
  /** The record's name: stands above a command's form. */
  readonly about: string
  /** Words instead of a command's own. */
  readonly words?: Readonly<Record<string, string>> | undefined
  /** Keys that run them: `{ 'work.complete-task': 'e' }`. */
  readonly keys?: Readonly<Record<string, string>> | undefined
  /** Buttons with a dialog of their own: the main one, before the others. */
  readonly first?: ReactNode
  /** Others of their own, after the commands. */
  readonly last?: ReactNode
}

/** What can be done now, the main one first; what cannot stays, dashed, with its reason. */
export function Commands({ can, about, record, words, keys, first, last }: CommandsProps) {
  const say = useSay<string>()
  const registry = useRegistry()
  const go = useGo()
  const [done, setDone] = useState<{ readonly words: string; readonly undo: Call | null } | null>(null)
  const possible = can
    .filter(one => !one.refusedBecause)
    .toSorted((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false))
  const refused = can.filter(one => one.refusedBecause)
  const beside = possible.slice(0, shownBeside + (possible[0]?.primary ? 1 : 0))
  const more = possible.slice(beside.length)
  const registered = (one: Can) => registry?.commands.find(({ name }) => name === one.command)
  const pages = usePagesAbout(record)
  const common = { about, words, keys, onDone: setDone }
  if (!can.length && !first && !last && !pages.length) return null
  return (
    <div className="acts">
      {first}
      {beside.map(one => (
        <OneCommand key={one.command} can={one} registered={registered(one)} {...common} />
      ))}
      {more.length || pages.length ? (
        <Menu
          label={say('record.more')}
          width={260}
          button={opener => (
            <Button look="quiet" {...opener}>
              {say('record.more')} <Icon name="chevron-down" small />
            </Button>
          )}
        >
          {more.map(one => (
            <CommandItem key={one.command} can={one} registered={registered(one)} {...common} />
          ))}
          {pages.map(page => (
            <MenuItem key={page.id} icon={page.icon} onSelect={() => go(page.act.go)}>
              {page.title}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
      {last}
      {done ? <InPlace words={done.words} undo={done.undo} onGone={() => setDone(null)} /> : null}
      {refused.map(one => (
        <Button key={one.command} refused={one.refusedBecause && refusalWords(say, one.refusedBecause)}>
          {words?.[one.command] ?? commandWords(say, one.command)}
        </Button>
      ))}
    </div>
  )
}

const modulesPages = modulePages.flatMap(({ pages }) => pages)

function usePagesAbout(record: CommandsProps['record']) {
  const say = useSay<string>()
  const { permissions } = useSession()
  return record ? pagesAbout(record.kind, record.id, { pages: modulesPages, permissions, say }) : []
}

interface OneCommandProps extends Omit<CommandsProps, 'can' | 'first' | 'last' | 'record'> {
  readonly can: Can
  readonly registered: RegisteredCommand | undefined
  readonly onDone: (done: { readonly words: string; readonly undo: Call | null }) => void
}

/** A command of the record with its key: it runs at once when nothing is left to ask; else its form opens. */
function useOneCommand({ can, registered, about, words, keys, onDone }: OneCommandProps) {
  const say = useSay<string>()
  const command = useCommand(can.command, { quiet: true })
  const label = words?.[can.command] ?? commandWords(say, can.command)
  const asks = !registered || asksSomething(registered.inputSchema, can.input)
  const run = async () => {
    if (asks) {
      openCommand({ command: can.command, input: can.input, about })
      return null
    }
    const answer = await command.run(can.input)
    if (answer.status === 'done')
      onDone({ words: say.maybe(`done.${can.command}`) ?? say('notice.done'), undo: answer.undo })
    if (answer.status === 'asked') onDone({ words: say('notice.asked'), undo: null })
    return answer
  }
  const key = keys?.[can.command] ?? registered?.key
  return { command, label, asks, key, run }
}

/** An open button: what came of it stands beside it. */
function OneCommand(props: OneCommandProps) {
  const say = useSay<string>()
  const { command, label, asks, key, run } = useOneCommand(props)
  useHotkeys([key ? { keys: key, label, run: () => void run() } : null])
  const refusal = command.answer?.status === 'refused' ? command.answer.refusal : null
  return (
    <>
      <Button
        {...(props.can.primary ? { look: 'primary' as const } : {})}
        keys={key}
        busy={command.busy}
        onClick={() => void run()}
      >
        {label}
        {asks ? '…' : ''}
      </Button>
      {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
      {command.answer?.status === 'offline' ? <Problem title={say('notice.offline')} /> : null}
    </>
  )
}

/** Under More: its key works all the same; a refusal is told at the foot of the page, as the menu is closed by then. */
function CommandItem(props: OneCommandProps) {
  const { label, asks, key, run } = useOneCommand(props)
  const act = async () => {
    const answer = await run()
    if (answer && (answer.status === 'refused' || answer.status === 'offline')) tellAnswer(answer)
  }
  useHotkeys([key ? { keys: key, label, run: () => void act() } : null])
  return (
    <MenuItem
      icon={commandIcon(props.can.command, props.registered?.icon)}
      end={key ? <Kbd keys={key} /> : null}
      onSelect={() => void act()}
    >
      {label}
      {asks ? '…' : ''}
    </MenuItem>
  )
}

/** `Confirmed · Undo`, where it was done. */
export function InPlace({
  words,
  undo,
  onGone,
}: {
  readonly words: string
  readonly undo: Call | null
  readonly onGone: () => void
}) {
  const say = useSay()
  const takeBack = useUndo()
  return (
    <span className="in-place" role="status">
      <Icon name="check" small />
      {words}
      {undo ? (
        <button
          type="button"
          className="link"
          onClick={() => {
            onGone()
            void takeBack(undo)
          }}
        >
          {say('undo')}
        </button>
      ) : (
        <span className="t3">{say('done.cannot-undo')}</span>
      )}
    </span>
  )
}
