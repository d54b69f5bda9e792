import { useState } from 'react'
import { readTime } from '../../../../web/format/moment.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { Finder } from '../../../../web/kit/form/Finder.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { setLayers } from '../../contract.ts'
import type { Keys, RotaDetail } from '../words.ts'
import { useWeekdays } from './useWeekdays.ts'

type Layer = Omit<RotaDetail['layers'][number], 'id'> & { readonly id?: string; readonly key: string }

const plain = { schema: {}, words: (value: string) => value }
const units = ['hour', 'day', 'week'] as const
let made = 0
const keyed = (layer: Omit<Layer, 'key'>): Layer => ({ ...layer, key: layer.id ?? `new-${++made}` })

/** All layers of a rota in one form; they count once the rota is published. */
export function LayersDialog({ rota, onClose }: { readonly rota: RotaDetail; readonly onClose: () => void }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [layers, setLayers_] = useState<readonly Layer[]>(() => rota.layers.map(keyed))
  const save = useCommand<typeof setLayers>('oncall.set-layers', { said: say('page.rota.layers.saved') })
  const put = (key: string, part: Partial<Layer>) =>
    setLayers_(before => before.map(one => (one.key === key ? { ...one, ...part } : one)))
  const add = () =>
    setLayers_(before => [
      ...before,
      keyed({
        name: `${say('field.oncall.layerId')} ${before.length + 1}`,
        people: [],
        unit: 'week',
        every: 1,
        startsOn: formats.today(),
        handOver: '09:00',
        days: [1, 2, 3, 4, 5, 6, 7],
        from: '00:00',
        until: '00:00',
      }),
    ])
  const send = async () => {
    const answer = await save.run({
      id: rota.record.id,
      expectedVersion: rota.record.version,
      layers: layers.map(({ key: _key, people, ...layer }) => ({ ...layer, people: people.map(({ id }) => id) })),
    })
    if (answer.status === 'done') onClose()
  }
  const up = (index: number) =>
    setLayers_(before => before.with(index - 1, before[index]!).with(index, before[index - 1]!))
  return (
    <Dialog title={say('page.rota.layers.change')} onClose={onClose}>
      <SendForm sending={save} submit={say('page.rota.layers.save')} onSend={() => void send()} onCancel={onClose}>
        {layers.map((layer, n) => (
          <fieldset key={layer.key} className="rota-edit">
            <legend>{layer.name}</legend>
            <LayerFields layer={layer} onPut={part => put(layer.key, part)} />
            <div className="rota-edit-foot">
              {n > 0 ? (
                <Button size="s" look="quiet" onClick={() => up(n)}>
                  {say('page.rota.layers.up', { name: layer.name })}
                </Button>
              ) : null}
              <Button
                size="s"
                look="quiet"
                onClick={() => setLayers_(before => before.filter(one => one.key !== layer.key))}
              >
                {say('page.rota.layers.remove')}
              </Button>
            </div>
          </fieldset>
        ))}
        {layers.length < 8 ? (
          <Button size="s" icon="plus" onClick={add}>
            {say('page.rota.layers.add')}
          </Button>
        ) : null}
      </SendForm>
    </Dialog>
  )
}

interface FieldsProps {
  readonly layer: Layer
  readonly onPut: (part: Partial<Layer>) => void
}

function LayerFields({ layer, onPut }: FieldsProps) {
  const say = useSay<Keys>()
  return (
    <>
      <TextField
        label={say('field.oncall.name')}
        value={layer.name}
        maxLength={80}
        onChange={event => onPut({ name: event.target.value })}
      />
      <People layer={layer} onPut={onPut} />
      <div className="two">
        <TextField
          label={say('field.oncall.every')}
          className="num"
          inputMode="numeric"
          value={String(layer.every)}
          onChange={event =>
            onPut({ every: Math.max(1, Math.min(366, Number(event.target.value.replace(/\D/g, '')) || 1)) })
          }
        />
        <SelectField
          label={say('field.oncall.unit')}
          value={layer.unit}
          options={units.map(unit => [unit, say(`choice.oncall.unit.${unit}`)] as const)}
          onChange={value => onPut({ unit: units.find(unit => unit === value) ?? 'week' })}
        />
      </div>
      <div className="two">
        <DateControl
          {...plain}
          label={say('field.oncall.startsOn')}
          value={layer.startsOn}
          onChange={value => (value ? onPut({ startsOn: String(value) }) : undefined)}
        />
        <Clock label={say('field.oncall.handOver')} value={layer.handOver} onClock={handOver => onPut({ handOver })} />
      </div>
      <Days layer={layer} onPut={onPut} />
      <div className="two">
        <Clock label={say('field.oncall.from')} value={layer.from} onClock={from => onPut({ from })} />
        <Clock label={say('field.oncall.until')} value={layer.until} onClock={until => onPut({ until })} />
      </div>
      <p className="t3">{say('page.rota.layers.whole-day')}</p>
    </>
  )
}

function People({ layer, onPut }: FieldsProps) {
  const say = useSay<Keys>()
  const { people } = layer
  return (
    <Field label={say('field.oncall.people')}>
      {control => (
        <>
          {people.length > 0 ? (
            <ol className="rota-people">
              {people.map((person, n) => (
                <li key={person.id}>
                  {person.title}
                  {n > 0 ? (
                    <button
                      type="button"
                      aria-label={say('page.rota.layers.up', { name: person.title })}
                      onClick={() => onPut({ people: people.with(n - 1, person).with(n, people[n - 1]!) })}
                    >
                      <Icon name="arrow-up" small />
                    </button>
                  ) : null}
                  <button
                    type="button"
                    aria-label={say('page.rota.layers.remove-person', { name: person.title })}
                    onClick={() => onPut({ people: people.filter(one => one.id !== person.id) })}
                  >
                    <Icon name="x" small />
                  </button>
                </li>
              ))}
            </ol>
          ) : null}
          <Finder
            control={control}
            query="authority.list-principals"
            kind="principal"
            autoFocus={false}
            icon="user"
            onPick={({ id, title }) =>
              people.some(one => one.id === id)
                ? undefined
                : onPut({ people: [...people, { id, kind: 'principal', title }] })
            }
          />
        </>
      )}
    </Field>
  )
}

function Days({ layer, onPut }: FieldsProps) {
  const say = useSay<Keys>()
  const weekdays = useWeekdays()
  const toggle = (day: number) => {
    const days = layer.days.includes(day)
      ? layer.days.filter(one => one !== day)
      : [...layer.days, day].toSorted((a, b) => a - b)
    if (days.length > 0) onPut({ days })
  }
  return (
    <fieldset className="rota-weekdays">
      <legend>{say('field.oncall.days')}</legend>
      {weekdays.map((name, n) => (
        <label key={name} className="tick">
          <input className="box" type="checkbox" checked={layer.days.includes(n + 1)} onChange={() => toggle(n + 1)} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}

interface ClockProps {
  readonly label: string
  readonly value: string
  readonly onClock: (value: string) => void
}

/** A time of day as one types it: 8, 8.30, 0830; always of 24 hours. */
export function Clock({ label, value, onClock }: ClockProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = () => {
    const read = readTime(typed ?? '')
    setTyped(null)
    if (read) onClock(read)
  }
  return (
    <TextField
      label={label}
      className="num"
      value={typed ?? value}
      maxLength={5}
      onChange={event => setTyped(event.target.value)}
      onBlur={leave}
    />
  )
}
