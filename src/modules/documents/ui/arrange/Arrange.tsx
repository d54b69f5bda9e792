import './arrange.css'
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useParams } from '../../../../web/useAddress.ts'
import type { changePages, split } from '../../contract.ts'
import type { Words } from '../places/placesWords.ts'
import {
  begin,
  beginnings,
  differs,
  leaveOut,
  type ListedPages,
  move,
  pagesToKeep,
  type Tile,
  tilesOf,
  turn,
} from './arrangement.ts'

/** The contact sheet of a paper: its pages turned, left out, put in order, and parted into several papers. */
export default function ArrangePage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<ListedPages> query="documents.list-pages" id={id}>
      {pages => <Arrange key={`${id} ${pages.record.version}`} listed={pages} />}
    </RecordOf>
  )
}

function Arrange({ listed }: { readonly listed: ListedPages }) {
  const say = useSay<Words>()
  const { record } = listed
  const address = `/documents/${record.id}`
  const saved = tilesOf(listed.pages)
  const [tiles, setTiles] = useState<readonly Tile[]>(saved)
  const [at, setAt] = useState(0)
  const may = (command: string) => listed.can.some(one => one.command === command)
  const saving = useSaving(listed, tiles, saved)
  const act = (next: readonly Tile[], to = at) => {
    setTiles(next)
    setAt(to)
  }
  return (
    <Page
      title={say('page.pages')}
      crumbs={[
        { label: say('page.documents'), href: '/documents' },
        { label: record.title, href: address },
        { label: say('page.pages') },
      ]}
      end={
        <>
          <a className="btn quiet" href={`/api/documents/${record.id}/original`} download>
            {say('page.pages.as-it-came')}
          </a>
          <ButtonLink href={address} look="quiet">
            {say('cancel')}
          </ButtonLink>
        </>
      }
    >
      {tiles.length === 0 ? (
        <Empty text={say('page.pages.none')} />
      ) : (
        <>
          <p className="t2 arrange-how">{say('page.pages.how')}</p>
          <Tools tiles={tiles} at={at} act={act} maySplit={may('documents.split')} />
          <Sheets listed={listed} tiles={tiles} saved={saved} at={at} act={act} maySplit={may('documents.split')} />
          <div className="arrange-foot">
            {saving.parts > 1 ? (
              <Button look="primary" busy={saving.busy} onClick={() => void saving.split()}>
                {say('page.pages.split', { count: saving.parts })}
              </Button>
            ) : null}
            {saving.dirty && may('documents.change-pages') ? (
              <Button
                {...(saving.parts > 1 ? {} : { look: 'primary' as const })}
                busy={saving.busy}
                onClick={() => void saving.save()}
              >
                {say('page.pages.save')}
              </Button>
            ) : null}
            {saving.dirty || saving.parts > 1 ? (
              <Button look="quiet" onClick={() => act(saved, 0)}>
                {say('page.pages.reset')}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </Page>
  )
}

/** Keeps what was arranged, and parts it where that was asked for. */
function useSaving({ record }: ListedPages, tiles: readonly Tile[], saved: readonly Tile[]) {
  const go = useGo()
  const changing = useCommand<typeof changePages>('documents.change-pages')
  const splitting = useCommand<typeof split>('documents.split')
  const dirty = differs(tiles, saved)
  const before = beginnings(tiles)
  const keep = async (): Promise<number | null> => {
    if (!dirty) return record.version
    const answer = await changing.run({ id: record.id, pages: pagesToKeep(tiles), expectedVersion: record.version })
    return answer.status === 'done' ? answer.output.version : null
  }
  return {
    dirty,
    parts: before.length + 1,
    busy: changing.busy || splitting.busy,
    save: async () => {
      if ((await keep()) !== null) go(`/documents/${record.id}`)
    },
    split: async () => {
      const expectedVersion = await keep()
      if (expectedVersion === null) return
      const answer = await splitting.run({ id: record.id, before, expectedVersion })
      if (answer.status === 'done') go(`/documents/${record.id}`)
    },
  }
}

interface ToolsProps {
  readonly tiles: readonly Tile[]
  readonly at: number
  readonly act: (next: readonly Tile[], to?: number) => void
  readonly maySplit: boolean
}

/** What can be done with the page that is chosen; each has its key. */
function Tools({ tiles, at, act, maySplit }: ToolsProps) {
  const say = useSay<Words>()
  const tile = tiles[at]
  if (!tile) return null
  return (
    <div className="arrange-tools" role="toolbar" aria-label={say('page.pages.page', { number: tile.page })}>
      <Button size="s" icon="rotate" keys="r" onClick={() => act(turn(tiles, at, 90))}>
        {say('page.pages.turn-right')}
      </Button>
      <Button size="s" onClick={() => act(turn(tiles, at, -90))}>
        {say('page.pages.turn-left')}
      </Button>
      <Button size="s" icon="eye-off" keys="x" onClick={() => act(leaveOut(tiles, at))}>
        {say(tile.shown ? 'page.pages.leave-out' : 'page.pages.bring-back')}
      </Button>
      <Button size="s" onClick={() => act(move(tiles, at, at - 1), Math.max(0, at - 1))}>
        {say('page.pages.earlier')}
      </Button>
      <Button size="s" onClick={() => act(move(tiles, at, at + 1), Math.min(tiles.length - 1, at + 1))}>
        {say('page.pages.later')}
      </Button>
      {maySplit ? (
        <Button size="s" icon="arrows-split" keys="s" onClick={() => act(begin(tiles, at))}>
          {say(tile.begins ? 'page.pages.not-begin' : 'page.pages.begin')}
        </Button>
      ) : null}
    </div>
  )
}

interface SheetsProps extends ToolsProps {
  readonly listed: ListedPages
  readonly saved: readonly Tile[]
}

function Sheets({ listed, tiles, saved, at, act, maySplit }: SheetsProps) {
  const say = useSay<Words>()
  const list = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const name = (index: number) => `sheet-${index}`
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyed(event, { tiles, at, maySplit, row: rowOf(list.current) })
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    act(next.tiles, next.at)
    document.getElementById(name(next.at))?.scrollIntoView({ block: 'nearest' })
  }
  const drop = (to: number) => (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (dragged !== null) act(move(tiles, dragged, to), to)
    setDragged(null)
  }
  let part = 1
  return (
    <div
      ref={list}
      className="arrange"
      role="listbox"
      aria-label={say('page.pages')}
      tabIndex={0}
      aria-activedescendant={name(at)}
      onKeyDown={onKeyDown}
    >
      {tiles.map((tile, index) => {
        if (tile.begins) part++
        const was = listed.pages.find(({ page }) => page === tile.page)
        const turned = tile.turned - (saved.find(({ page }) => page === tile.page)?.turned ?? 0)
        const file = was?.number === null ? `left-${tile.page}` : String(was?.number)
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are the listbox’s
          <div
            key={tile.page}
            id={name(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={[index === at ? 'now' : '', tile.shown ? '' : 'unshown', tile.begins ? 'begins' : '']
              .join(' ')
              .trim()}
            draggable
            onClick={() => act(tiles, index)}
            onDragStart={() => setDragged(index)}
            onDragOver={event => event.preventDefault()}
            onDrop={drop(index)}
          >
            <span className="picture">
              <img
                src={`/api/documents/${listed.record.id}/pages/${file}.webp?width=240&v=${listed.record.version}`}
                alt=""
                draggable={false}
                loading="lazy"
                style={turned % 360 === 0 ? undefined : { transform: `rotate(${turned}deg)` }}
              />
            </span>
            <span className="under">
              {say('page.pages.page', { number: tile.page })}
              {was?.blank ? <span className="t2">{say('page.pages.blank')}</span> : null}
              {tile.shown ? null : <span className="t2">{say('page.pages.left-out')}</span>}
              {tile.begins ? <b>{say('page.pages.new-document', { number: part })}</b> : null}
            </span>
          </div>
        )
      })}
    </div>
  )
}

/** How many sheets stand in one row now. */
function rowOf(list: HTMLElement | null): number {
  const items = [...(list?.children ?? [])] as HTMLElement[]
  const top = items[0]?.offsetTop
  const count = items.findIndex(item => item.offsetTop !== top)
  return count < 1 ? Math.max(1, items.length) : count
}

interface Stand {
  readonly tiles: readonly Tile[]
  readonly at: number
  readonly maySplit: boolean
  readonly row: number
}

/** What a key does; null for one that means nothing here. */
function keyed({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent, { tiles, at, maySplit, row }: Stand) {
  if (ctrlKey || metaKey) return null
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -row, ArrowDown: row }
  const step = steps[key]
  if (step !== undefined) {
    const to = Math.max(0, Math.min(tiles.length - 1, at + step))
    return { tiles: altKey ? move(tiles, at, to) : tiles, at: to }
  }
  if (key === 'Home') return { tiles, at: 0 }
  if (key === 'End') return { tiles, at: tiles.length - 1 }
  switch (key.toLowerCase()) {
    case 'r':
      return { tiles: turn(tiles, at, shiftKey ? -90 : 90), at }
    case 'x':
    case 'delete':
      return { tiles: leaveOut(tiles, at), at }
    case 's':
      return maySplit ? { tiles: begin(tiles, at), at } : null
    default:
      return null
  }
}
