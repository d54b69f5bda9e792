import type { JsonSchema } from '../../../../web/answers.ts'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { PropertyField } from '../../../../web/kit/form/PropertyField.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useRegisteredCommand } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { changeMatter } from '../../contract.ts'
import type { MatterDetail } from '../words.ts'
import { useDraftOf } from './useDraftOf.ts'

const command = 'matters.change-matter'
const fields = ['name', 'forId', 'startOn', 'targetOn', 'budget', 'note'] as const

export interface ChangeMatterProps {
  readonly detail: MatterDetail
  readonly input: Readonly<Record<string, unknown>>
  readonly onClose: () => void
}

/** The facts as they are, to be written over. */
export function ChangeMatter({ detail, input, onClose }: ChangeMatterProps) {
  const say = useSay<string>()
  const { matter, note, budget } = detail
  const schema = useRegisteredCommand(command)?.inputSchema
  const changing = useCommand<typeof changeMatter>(command, { quiet: true })
  const draft = useDraftOf({
    name: matter.name,
    forId: matter.for?.id ?? null,
    startOn: matter.startOn,
    targetOn: matter.targetOn,
    budget,
    note: note || null,
  })
  const send = async () => {
    const { changes } = draft
    if (!draft.isReadable() || changes['name'] === null || changes['startOn'] === null) return
    if (Object.keys(changes).length === 0) return onClose()
    const sent = { ...input, ...changes, ...(changes['note'] === null ? { note: '' } : {}) }
    const { status } = await changing.run(sent as never)
    if (status === 'done' || status === 'asked') onClose()
  }
  return (
    <Dialog title={say(command)} about={detail.record.title} onClose={onClose}>
      <SendForm sending={changing} submit={say('page.matter.save')} onSend={send} onCancel={onClose}>
        {fields.map((name, index) => {
          const property: JsonSchema | undefined = schema?.properties?.[name]
          if (!property) return null
          const kind = name === 'forId' && matter.for && draft.now['forId'] === matter.for.id ? matter.for.kind : null
          return (
            <PropertyField
              key={name}
              command={command}
              path={name}
              schema={kind ? { ...property, kind } : property}
              required={name === 'name' || name === 'startOn'}
              value={draft.now[name] ?? undefined}
              onChange={value => draft.set(name, value)}
              problems={
                (name === 'name' || name === 'startOn') && draft.changes[name] === null
                  ? { [name]: say('form.required') }
                  : {}
              }
              onUnreadable={draft.mark}
              autoFocus={index === 0}
            />
          )
        })}
      </SendForm>
    </Dialog>
  )
}
