import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { DurationControl } from '../../../../web/kit/form/DurationControl.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { RecordPicker } from '../../../../web/kit/form/RecordPicker.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { setSteps } from '../../contract.ts'
import type { Keys, RotaDetail } from '../words.ts'

interface Step {
  readonly key: number
  readonly minutes: number
  readonly whom: 'on-call' | 'layer' | 'person'
  readonly layerId: string | null
  readonly personId: string | null
  readonly ways: readonly ('push' | 'mail' | 'sms' | 'voice')[]
}

const ways = ['push', 'mail', 'sms', 'voice'] as const
const plain = { words: (value: string) => value }
const personSchema = { kind: 'principal', control: 'person' } as const

/** Whom an alarm calls, by what, and when the next follows. */
export function StepsDialog({ rota, onClose }: { readonly rota: RotaDetail; readonly onClose: () => void }) {
  const say = useSay<Keys>()
  const [rounds, setRounds] = useState(rota.rounds)
  const [steps, setSteps_] = useState<readonly Step[]>(() =>
    rota.steps.map(({ person, ...step }, key) => ({ ...step, key, personId: person?.id ?? null })),
  )
  const save = useCommand<typeof setSteps>('oncall.set-steps', { said: say('page.rota.steps.saved') })
  const put = (key: number, part: Partial<Step>) =>
    setSteps_(before => before.map(one => (one.key === key ? { ...one, ...part } : one)))
  const add = () =>
    setSteps_(before => [
      ...before,
      {
        key: Math.max(0, ...before.map(({ key }) => key)) + 1,
        minutes: 10,
        whom: 'on-call',
        layerId: null,
        personId: null,
        ways: ['push', 'mail'],
      },
    ])
  const send = async () => {
    const answer = await save.run({
      id: rota.record.id,
      expectedVersion: rota.record.version,
      rounds,
      steps: steps.map(({ minutes, whom, layerId, personId, ways: by }) => ({
        minutes,
        whom,
        ways: [...by],
        ...(whom === 'layer' ? { layerId } : {}),
        ...(whom === 'person' ? { personId } : {}),
      })),
    })
    if (answer.status === 'done') onClose()
  }
  return (
    <Dialog title={say('page.rota.steps.change')} onClose={onClose}>
      <SendForm sending={save} submit={say('page.rota.layers.save')} onSend={() => void send()} onCancel={onClose}>
        {steps.map((step, n) => (
          <fieldset key={step.key} className="rota-edit">
            <legend>{n + 1}</legend>
            <StepFields rota={rota} step={step} onPut={part => put(step.key, part)} />
            <div className="rota-edit-foot">
              <Button
                size="s"
                look="quiet"
                onClick={() => setSteps_(before => before.filter(one => one.key !== step.key))}
              >
                {say('page.rota.steps.remove')}
              </Button>
            </div>
          </fieldset>
        ))}
        <Button size="s" icon="plus" onClick={add}>
          {say('page.rota.steps.add')}
        </Button>
        <TextField
          label={say('field.oncall.rounds')}
          className="num"
          inputMode="numeric"
          value={String(rounds)}
          onChange={event => setRounds(Math.max(1, Math.min(10, Number(event.target.value.replace(/\D/g, '')) || 1)))}
        />
      </SendForm>
    </Dialog>
  )
}

interface FieldsProps {
  readonly rota: RotaDetail
  readonly step: Step
  readonly onPut: (part: Partial<Step>) => void
}

function StepFields({ rota, step, onPut }: FieldsProps) {
  const say = useSay<Keys>()
  // One value for each layer beside the two that stand for themselves.
  const value = step.whom === 'layer' ? (step.layerId ?? '') : step.whom
  const choose = (chosen: string) =>
    chosen === 'on-call' || chosen === 'person' ? onPut({ whom: chosen }) : onPut({ whom: 'layer', layerId: chosen })
  const toggle = (way: Step['ways'][number]) => {
    const next = step.ways.includes(way) ? step.ways.filter(one => one !== way) : [...step.ways, way]
    if (next.length > 0) onPut({ ways: next })
  }
  return (
    <>
      <Field label={say('field.oncall.whom')}>
        {control => (
          <select className="input" {...control} value={value} onChange={event => choose(event.target.value)}>
            <option value="on-call">{say('choice.oncall.whom.on-call')}</option>
            {rota.layers.map(layer => (
              <option key={layer.id} value={layer.id}>
                {say('field.oncall.layerId')}: {layer.name}
              </option>
            ))}
            <option value="person">{say('choice.oncall.whom.person')}</option>
          </select>
        )}
      </Field>
      {step.whom === 'person' ? (
        <RecordPicker
          {...plain}
          schema={personSchema}
          label={say('field.oncall.personId')}
          value={step.personId ?? undefined}
          onChange={id => onPut({ personId: typeof id === 'string' ? id : null })}
        />
      ) : null}
      <fieldset className="rota-weekdays">
        <legend>{say('field.oncall.ways')}</legend>
        {ways.map(way => (
          <label key={way} className="tick">
            <input className="box" type="checkbox" checked={step.ways.includes(way)} onChange={() => toggle(way)} />
            {say(`choice.oncall.ways.${way}`)}
          </label>
        ))}
      </fieldset>
      <DurationControl
        {...plain}
        schema={{}}
        label={say('field.oncall.minutes')}
        value={step.minutes}
        onChange={minutes => onPut({ minutes: Math.max(1, Math.min(1440, Number(minutes ?? step.minutes))) })}
      />
    </>
  )
}
