import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { PropertyField } from '../../../../web/kit/form/PropertyField.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useRegisteredCommand } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { closeMatter, OpenEnd } from '../../contract.ts'
import type { MatterDetail } from '../words.ts'

const command = 'matters.close-matter'
const ends = ['complete', 'drop', 'keep'] as const

/** Closing: what is still open is shown, and each must be decided; what is not ticked must be accepted. */
export function CloseMatter({
  detail,
  input,
  onClose,
}: {
  readonly detail: MatterDetail
  readonly input: Readonly<Record<string, unknown>>
  readonly onClose: () => void
}) {
  const say = useSay<string>()
  const properties = useRegisteredCommand(command)?.inputSchema.properties
  const closing = useCommand<typeof closeMatter>(command, { said: say('done.matters.close-matter') })
  const [outcome, setOutcome] = useState<unknown>('settled')
  const [result, setResult] = useState<unknown>()
  const [decided, setDecided] = useState<ReadonlyMap<string, OpenEnd>>(new Map())
  const [accepted, setAccepted] = useState<unknown>(false)
  const open = detail.tasks.filter(({ state }) => state === 'open' || state === 'waiting')
  const lacking = detail.checklist.filter(({ tickedAt }) => tickedAt === null)
  const undecided = open.some(({ id }) => !decided.has(id))
  const ready = outcome && !undecided && (lacking.length === 0 || accepted === true)
  const all = (how: OpenEnd) => setDecided(new Map(open.map(({ id }) => [id, how])))
  const send = async () => {
    if (!ready) return
    const { status } = await closing.run({
      ...input,
      outcome,
      ...(result ? { result } : {}),
      open: [...decided].map(([id, how]) => ({ id, how })),
      ...(lacking.length ? { despiteMissing: true } : {}),
    } as never)
    if (status === 'done' || status === 'asked') onClose()
  }
  const field = (name: string, value: unknown, change: (value: unknown) => void) =>
    properties?.[name] ? (
      <PropertyField
        command={command}
        path={name}
        schema={properties[name]}
        required={name === 'outcome'}
        value={value}
        onChange={change}
        problems={{}}
        onUnreadable={() => {}}
      />
    ) : null
  return (
    <Dialog title={say(command)} about={detail.record.title} width={620} onClose={onClose}>
      <SendForm
        sending={closing}
        submit={say(command)}
        refused={ready ? undefined : say(undecided ? 'page.matter.close.open' : 'page.matter.close.missing')}
        onSend={send}
        onCancel={onClose}
      >
        {field('outcome', outcome, setOutcome)}
        {field('result', result, setResult)}
        {open.length ? (
          <fieldset>
            <legend>{say('page.matter.close.open')}</legend>
            <div className="matter-all">
              <Button size="s" look="quiet" onClick={() => all('complete')}>
                {say('page.matter.close.all-done')}
              </Button>
              <Button size="s" look="quiet" onClick={() => all('keep')}>
                {say('page.matter.close.all-kept')}
              </Button>
            </div>
            <ul className="matter-open">
              {open.map(task => (
                <li key={task.id}>
                  <span>{task.title}</span>
                  <select
                    className="input"
                    aria-label={task.title}
                    value={decided.get(task.id) ?? ''}
                    onChange={event => setDecided(new Map(decided).set(task.id, event.target.value as OpenEnd))}
                  >
                    <option value="" disabled>
                      –
                    </option>
                    {ends.map(how => (
                      <option key={how} value={how}>
                        {say(`choice.how.${how}`)}
                      </option>
                    ))}
                  </select>
                </li>
              ))}
            </ul>
          </fieldset>
        ) : null}
        {lacking.length ? (
          <fieldset>
            <legend>{say('page.matter.close.missing')}</legend>
            <ul>
              {lacking.map(item => (
                <li key={item.itemId}>{item.text}</li>
              ))}
            </ul>
            {field('despiteMissing', accepted, setAccepted)}
          </fieldset>
        ) : null}
      </SendForm>
    </Dialog>
  )
}
