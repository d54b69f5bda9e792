import './palette.css'
import { FocusTrap, Portal } from '@mantine/core'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { formPages, moduleNames, modulePages } from '../../app/pages.ts'
import { Icon } from '../kit/Icon.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import { pieces } from '../kit/match.ts'
import { openCommand, paletteStore } from '../kit/openers.ts'
import { selectionStore } from '../kit/selection.ts'
import { useStore } from '../kit/store.ts'
import { useSay } from '../language/Say.tsx'
import { useGo } from '../Link.tsx'
import { useRegistry, useSession } from '../session.ts'
import {
  commandGroup,
  type Option,
  type OptionGroup,
  pageGroup,
  recordGroup,
  selectionGroup,
  typedOf,
} from './paletteOptions.ts'
import { useRecordSearch } from './useRecordSearch.ts'

const pages = modulePages.flatMap(module => module.pages)

/** Every command and every record by name; what can be done with the selection first. */
export default function Palette({ opened }: { readonly opened: string }) {
  const say = useSay<string>()
  const go = useGo()
  const list = useId()
  const [input, setInput] = useState(opened)
  const [at, setAt] = useState(0)
  const groups = useGroups(input)
  const options = groups.flatMap(({ options: some }) => some)
  const here = Math.min(at, options.length - 1)
  const close = () => paletteStore.set(null)
  const take = (option: Option | undefined) => {
    if (!option || option.refused) return
    close()
    if ('go' in option.act) go(option.act.go)
    else openCommand(option.act)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step) setAt((here + step + options.length) % Math.max(1, options.length))
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter')
      take((event.ctrlKey || event.metaKey) && searchOf(options) ? searchOf(options) : options[here])
    else return
    event.preventDefault()
  }
  return (
    <Portal>
      <button type="button" className="scrim" tabIndex={-1} aria-label={say('close')} onClick={close} />
      <FocusTrap>
        <div className="pal pop" role="dialog" aria-modal="true" aria-label={say('commands')}>
          <div className="in">
            <Icon name="search" />
            <input
              autoFocus
              data-autofocus
              role="combobox"
              aria-expanded="true"
              aria-controls={list}
              aria-activedescendant={options[here] ? `${list}-${here}` : undefined}
              aria-label={say('palette.ask')}
              placeholder={say('palette.ask')}
              value={input}
              onChange={event => {
                setInput(event.target.value)
                setAt(0)
              }}
              onKeyDown={onKeyDown}
            />
            <Kbd keys="esc" />
          </div>
          <Results groups={groups} list={list} here={here} typed={typedOf(input).text} onPoint={setAt} onTake={take} />
          <footer>
            <span>
              <Kbd keys="arrowup" /> <Kbd keys="arrowdown" /> {say('palette.choose')}
            </span>
            <span>
              <Kbd keys=">" /> {say('palette.only-commands')}
            </span>
            <span>
              <Kbd keys="@" /> {say('palette.only-people')}
            </span>
          </footer>
        </div>
      </FocusTrap>
    </Portal>
  )
}

const searchOf = (options: readonly Option[]) => options.find(({ id }) => id === 'search')

function useGroups(input: string): readonly OptionGroup[] {
  const say = useSay<string>()
  const registry = useRegistry()
  const { permissions } = useSession()
  const selection = useStore(selectionStore)
  const typed = useMemo(() => typedOf(input), [input])
  const found = useRecordSearch(registry, typed)
  const known = { registry, permissions, selection, pages, forms: formPages, modules: moduleNames, say }
  const { mode, text } = typed
  const searchPage = pages.some(({ path }) => path === '/search')
  const search: OptionGroup = {
    title: say('palette.search'),
    options:
      text && searchPage
        ? [
            {
              id: 'search',
              icon: 'search',
              title: say('palette.everything', { text }),
              keys: 'mod+enter',
              act: { go: `/search?find=${encodeURIComponent(text)}` },
            },
          ]
        : [],
  }
  const records = recordGroup(found, registry?.kinds ?? [], say)
  const groups =
    mode === 'people'
      ? [records]
      : mode === 'commands'
        ? [selectionGroup(known, text), commandGroup(known, typed)]
        : [selectionGroup(known, text), records, commandGroup(known, typed), pageGroup(known, text), search]
  return groups.filter((group): group is OptionGroup => Boolean(group?.options.length))
}

interface ResultsProps {
  readonly groups: readonly OptionGroup[]
  readonly list: string
  readonly here: number
  readonly typed: string
  readonly onPoint: (index: number) => void
  readonly onTake: (option: Option) => void
}

function Results({ groups, list, here, typed, onPoint, onTake }: ResultsProps) {
  const say = useSay()
  let index = -1
  return (
    <div className="res" role="listbox" id={list} aria-label={say('commands')}>
      {groups.map(({ title, options }) => (
        <div role="group" aria-label={title} key={title}>
          <div className="gh" aria-hidden="true">
            {title}
          </div>
          {options.map(option => {
            index++
            const own = index
            return (
              <OptionLine
                key={`${title} ${option.id}`}
                option={option}
                id={`${list}-${own}`}
                selected={own === here}
                typed={typed}
                onPoint={() => onPoint(own)}
                onTake={() => onTake(option)}
              />
            )
          })}
        </div>
      ))}
      {groups.length ? null : (
        <div className="gh" role="option" aria-selected={false} tabIndex={-1}>
          {say('palette.none')}
        </div>
      )}
    </div>
  )
}

interface OptionLineProps {
  readonly option: Option
  readonly id: string
  readonly selected: boolean
  readonly typed: string
  readonly onPoint: () => void
  readonly onTake: () => void
}

function OptionLine({ option, id, selected, typed, onPoint, onTake }: OptionLineProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are the combobox’s
    <div
      className="opt"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-disabled={option.refused || undefined}
      ref={element => {
        if (selected) element?.scrollIntoView({ block: 'nearest' })
      }}
      onMouseMove={selected ? undefined : onPoint}
      onClick={onTake}
    >
      <Icon name={option.icon} />
      <span className="n1">
        {pieces(typed, option.title).map((piece, at) => (piece.hit ? <b key={at}>{piece.text}</b> : piece.text))}
        {option.detail ? <span>{option.detail}</span> : null}
      </span>
      <span className="r">
        {option.end}
        {option.keys && !option.refused ? <Kbd keys={option.keys} /> : null}
        {selected && !option.refused ? <Kbd keys="enter" /> : null}
      </span>
    </div>
  )
}
