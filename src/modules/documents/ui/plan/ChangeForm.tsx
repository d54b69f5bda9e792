import { useRef, useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { PropertyField } from '../../../../web/kit/form/PropertyField.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { commandWords } from '../../../../web/kit/words.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useRegisteredCommand } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'

type Values = Readonly<Record<string, unknown>>

/** Something as it is, to be written over. */
export interface Changing {
  readonly command: string
  /** What it is about, beneath the title. */
  readonly about: string
  /** Which one, at which version. */
  readonly input: Values
  readonly fields: readonly string[]
  readonly values: Values
  /** Those that cannot be left empty. */
  readonly needed?: readonly string[]
}

const blank = (value: unknown) => value === undefined || value === ''

/** What differs from how it was; what was emptied is null. */
export function changesOf(fields: readonly string[], before: Values, now: Values): Values {
  const changed = fields.filter(name => (now[name] ?? null) !== (before[name] ?? null))
  return Object.fromEntries(changed.map(name => [name, blank(now[name]) ? null : now[name]]))
}

/** The facts as they are, written over; only what differs is sent. */
export function ChangeForm({ changing, onClose }: { readonly changing: Changing; readonly onClose: () => void }) {
  const { command, about, input, fields, values, needed = [] } = changing
  const say = useSay<string>()
  const schema = useRegisteredCommand(command)?.inputSchema
  const [now, setNow] = useState<Values>(values)
  const unreadable = useRef(new Set<string>())
  const sending = useCommand(command, { quiet: true })
  const refusal = sending.answer?.status === 'refused' ? sending.answer.refusal : null
  const send = async () => {
    const changes = changesOf(fields, values, now)
    if (unreadable.current.size > 0 || needed.some(name => blank(now[name]))) return
    if (Object.keys(changes).length === 0) return onClose()
    const { status } = await sending.run({ ...input, ...changes })
    if (status === 'done' || status === 'asked') onClose()
  }
  return (
    <Dialog title={commandWords(say, command)} about={about} onClose={onClose}>
      <SendForm
        sending={sending}
        submit={say('page.plan.save')}
        saysItself={field => fields.includes(field)}
        onSend={send}
        onCancel={onClose}
      >
        {fields.map((name, index) => {
          const property = schema?.properties?.[name]
          return property ? (
            <PropertyField
              key={name}
              command={command}
              path={name}
              schema={property}
              required={needed.includes(name)}
              value={now[name] ?? undefined}
              onChange={value => setNow(was => ({ ...was, [name]: value }))}
              problems={
                needed.includes(name) && blank(now[name])
                  ? { [name]: say('form.required') }
                  : refusal?.field
                    ? { [refusal.field]: refusal.message }
                    : {}
              }
              onUnreadable={(path, is) => (is ? unreadable.current.add(path) : unreadable.current.delete(path))}
              autoFocus={index === 0}
            />
          ) : null
        })}
      </SendForm>
    </Dialog>
  )
}
