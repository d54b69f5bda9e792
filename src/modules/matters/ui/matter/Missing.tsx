import { useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { addItem, removeItem, tickItem, untickItem } from '../../contract.ts'
import type { MatterDetail } from '../words.ts'

/** What the matter must have before it is closed: ticked by click or Space, a new line by `l`. */
export function Missing({ detail }: { readonly detail: MatterDetail }) {
  const say = useSay<string>()
  const { record, checklist } = detail
  const may = detail.can.some(({ command }) => command === 'matters.add-item')
  const ticking = useCommand<typeof tickItem>('matters.tick-item', { quiet: true })
  const unticking = useCommand<typeof untickItem>('matters.untick-item', { quiet: true })
  const removing = useCommand<typeof removeItem>('matters.remove-item')
  if (!checklist.length && !may) return null
  const ticked = checklist.filter(({ tickedAt }) => tickedAt).length
  return (
    <Section
      title={say('page.matter.missing')}
      count={checklist.length ? say('page.matter.missing.of', { ticked, total: checklist.length }) : undefined}
    >
      <ul className="matter-rows">
        {checklist.map(item => (
          <li key={item.itemId} className={item.tickedAt ? 'done' : undefined}>
            <label>
              <input
                className="box"
                type="checkbox"
                checked={item.tickedAt !== null}
                disabled={!may}
                onChange={() => void (item.tickedAt ? unticking : ticking).run({ id: record.id, itemId: item.itemId })}
              />
              <span>{item.text}</span>
            </label>
            <span className="d">{item.tickedBy?.title}</span>
            {may ? (
              <Button
                look="quiet"
                size="s"
                icon="x"
                aria-label={`${say('matters.remove-item')}: ${item.text}`}
                onClick={() => void removing.run({ id: record.id, itemId: item.itemId })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {may ? <NewLine id={record.id} /> : null}
    </Section>
  )
}

function NewLine({ id }: { readonly id: string }) {
  const say = useSay<string>()
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const adding = useCommand<typeof addItem>('matters.add-item', { quiet: true })
  const words = say('matters.add-item')
  useHotkeys([{ keys: 'l', label: words, group: say('kind.matter'), run: () => field.current?.focus() }])
  const add = async () => {
    if (!text.trim()) return
    const { status } = await adding.run({ id, text })
    if (status === 'done') setText('')
  }
  return (
    <form
      className="matter-new"
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
        {say('matters.add-item')}
      </Button>
    </form>
  )
}
