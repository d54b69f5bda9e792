import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { addChecklistItem, removeChecklistItem, tickChecklistItem, untickChecklistItem } from '../../contract.ts'
import type { WorkKeys } from '../desk/deskTypes.ts'
import type { TaskDetail } from './Task.tsx'

type Item = TaskDetail['checklist'][number]

/** The first nine lines are ticked by their number. */
const numbered = 9

/** The checklist: ticked by click, Space or the number of its line; a new line by `l`. */
export function Checklist({ detail }: { readonly detail: TaskDetail }) {
  const say = useSay<WorkKeys>()
  const { record, checklist } = detail
  const mayAdd = detail.can.some(
    ({ command, refusedBecause }) => command === 'work.add-checklist-item' && !refusedBecause,
  )
  const { toggle, pending } = useTicking(detail)
  useHotkeys(
    checklist
      .slice(0, numbered)
      .map((item, index) =>
        mayAdd
          ? { keys: String(index + 1), label: item.text, group: say('page.task.checklist'), run: () => toggle(item) }
          : null,
      ),
  )
  const removing = useCommand<typeof removeChecklistItem>('work.remove-checklist-item')
  if (!checklist.length && !mayAdd) return null
  const ticked = checklist.filter(({ tickedAt }) => tickedAt).length
  return (
    <Section
      title={say('page.task.checklist')}
      count={checklist.length ? say('page.task.ticked', { ticked, total: checklist.length }) : undefined}
    >
      <ul className="check">
        {checklist.map(item => {
          const done = pending.get(item.itemId) ?? item.tickedAt !== null
          return (
            <li key={item.itemId} className={done ? 'done' : undefined}>
              <label>
                <input
                  className="box"
                  type="checkbox"
                  checked={done}
                  disabled={!mayAdd}
                  onChange={() => toggle(item)}
                />
                <span>{item.text}</span>
              </label>
              {item.tickedBy ? <span className="who">{item.tickedBy.title}</span> : null}
              {mayAdd ? (
                <Button
                  look="quiet"
                  size="s"
                  icon="x"
                  aria-label={`${say('work.remove-checklist-item')}: ${item.text}`}
                  onClick={() =>
                    void removing.run({ id: record.id, expectedVersion: record.version, itemId: item.itemId })
                  }
                />
              ) : null}
            </li>
          )
        })}
      </ul>
      {mayAdd ? <NewLine detail={detail} /> : null}
    </Section>
  )
}

/** Ticks at once and lets the server follow, one act after another, so that each knows the version before it. */
function useTicking({ record, checklist }: TaskDetail) {
  const ticking = useCommand<typeof tickChecklistItem>('work.tick-checklist-item', { quiet: true })
  const unticking = useCommand<typeof untickChecklistItem>('work.untick-checklist-item', { quiet: true })
  const [pending, setPending] = useState<ReadonlyMap<string, boolean>>(new Map())
  useEffect(() => {
    const arrived = new Set(
      checklist.filter(item => pending.get(item.itemId) === (item.tickedAt !== null)).map(({ itemId }) => itemId),
    )
    if (arrived.size) setPending(before => new Map([...before].filter(([id]) => !arrived.has(id))))
  }, [checklist, pending])
  const toggle = (item: Item) => {
    const done = !(pending.get(item.itemId) ?? item.tickedAt !== null)
    setPending(before => new Map(before).set(item.itemId, done))
    void (done ? ticking : unticking).run({ id: record.id, itemId: item.itemId }).then(({ status }) => {
      if (status === 'done') return
      setPending(before => new Map([...before].filter(([id]) => id !== item.itemId)))
    })
  }
  return { toggle, pending }
}

function NewLine({ detail: { record } }: { readonly detail: TaskDetail }) {
  const say = useSay<WorkKeys>()
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const adding = useCommand<typeof addChecklistItem>('work.add-checklist-item', { quiet: true })
  const words = say('work.add-checklist-item')
  useHotkeys([{ keys: 'l', label: words, group: say('page.task.checklist'), run: () => field.current?.focus() }])
  const add = async () => {
    if (!text.trim()) return
    const { status } = await adding.run({ id: record.id, text })
    if (status === 'done') setText('')
  }
  return (
    <form
      className="new-line"
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      <input
        className="input"
        ref={field}
        value={text}
        maxLength={300}
        placeholder={words}
        aria-label={words}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') field.current?.blur()
        }}
      />
      <Button type="submit" keys={text ? 'Enter' : 'l'} busy={adding.busy}>
        {say('page.desk.add')}
      </Button>
    </form>
  )
}
