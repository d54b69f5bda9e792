import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { Keys, RotaDetail } from '../words.ts'
import { LayersDialog } from './LayersDialog.tsx'
import { StepsDialog } from './StepsDialog.tsx'
import { useWeekdays } from './useWeekdays.ts'

/** Who takes turns, in which order. */
export function Layers({ rota }: { readonly rota: RotaDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const weekdays = useWeekdays()
  const [open, setOpen] = useState(false)
  const covers = (layer: RotaDetail['layers'][number]) => {
    const isWhole = layer.from === layer.until
    if (layer.days.length === 7 && isWhole) return ''
    const days = layer.days.length === 7 ? '' : layer.days.map(day => weekdays[day - 1]).join(' ')
    return isWhole ? days : say('page.rota.covers', { days, from: layer.from, until: layer.until }).trim()
  }
  return (
    <Section
      title={say('page.rota.layers')}
      count={rota.layers.length}
      more={
        rota.mayChange ? (
          <Button size="s" icon="edit" onClick={() => setOpen(true)}>
            {say('page.rota.layers.change')}
          </Button>
        ) : null
      }
    >
      {rota.layers.length === 0 ? <p className="t3">{say('page.rota.layers.empty')}</p> : null}
      <ol className="rota-lines">
        {rota.layers.map(layer => (
          <li key={layer.id}>
            <b>{layer.name}</b>
            <span className="what">{layer.people.map(person => person.title).join(' → ')}</span>
            <span className="t2">
              {say('page.rota.at', {
                every: say(`page.rota.every.${layer.unit}`, { count: layer.every }),
                at: layer.handOver,
              })}
            </span>
            <span className="t3">{[covers(layer), formats.day(layer.startsOn)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
      {rota.layers.length > 1 ? <p className="t3">{say('page.rota.layers.top')}</p> : null}
      {open ? <LayersDialog rota={rota} onClose={() => setOpen(false)} /> : null}
    </Section>
  )
}

/** How an alarm goes on until somebody takes it. */
export function Steps({ rota }: { readonly rota: RotaDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [open, setOpen] = useState(false)
  const used = [...new Set(rota.steps.flatMap(step => step.ways))]
  const missing = used.filter(way => !rota.ways.includes(way))
  const whom = (step: RotaDetail['steps'][number]) => {
    if (step.whom === 'person') return step.person?.title ?? '–'
    const layer = rota.layers.find(one => one.id === step.layerId)
    return step.whom === 'layer' && layer ? layer.name : say(`choice.oncall.whom.${step.whom}`)
  }
  return (
    <Section
      title={say('page.rota.steps')}
      count={rota.steps.length}
      more={
        rota.mayChange ? (
          <Button size="s" icon="edit" onClick={() => setOpen(true)}>
            {say('page.rota.steps.change')}
          </Button>
        ) : null
      }
    >
      <ol className="rota-lines rota-steps">
        {rota.steps.map((step, n) => (
          <li key={n}>
            <b>{whom(step)}</b>
            <span className="what">{step.ways.map(way => say(`choice.oncall.ways.${way}`)).join(', ')}</span>
            <span className="t2">{say('page.rota.steps.then', { length: formats.minutes(step.minutes) })}</span>
          </li>
        ))}
      </ol>
      <p className="t3">{say('page.rota.steps.rounds', { count: rota.rounds })}</p>
      {missing.length > 0 ? (
        <p className="blocked">
          {say('page.rota.steps.no-way', { ways: missing.map(way => say(`choice.oncall.ways.${way}`)).join(', ') })}
        </p>
      ) : null}
      {open ? <StepsDialog rota={rota} onClose={() => setOpen(false)} /> : null}
    </Section>
  )
}
