import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { PropertyField } from '../../../../web/kit/form/PropertyField.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useRegisteredCommand } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { changeParty } from '../../contract.ts'
import type { DirectoryKeys } from '../words.ts'
import type { PartyDetail } from './offers.ts'

const command = 'directory.change-party' satisfies (typeof changeParty)['name']
const common = ['country', 'language', 'languages', 'preferredWay', 'website', 'manner', 'note'] as const
const fieldsOf = {
  person: ['name', 'givenName', 'familyName', 'role', ...common],
  organisation: ['name', 'companyNumber', 'vatNumber', ...common],
} as const

type FieldName = (typeof fieldsOf)['person' | 'organisation'][number]
type Values = Partial<Record<FieldName, unknown>>

/** Texts that are emptied as words; all else is emptied as null. */
const words: ReadonlySet<string> = new Set(['note', 'manner'])
const isBlank = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const emptied = (name: FieldName) => (name === 'languages' ? [] : words.has(name) ? '' : null)

export interface ChangePartyProps {
  readonly party: PartyDetail
  /** The party and its version, as the server offers the command. */
  readonly input: Readonly<Record<string, unknown>>
  readonly onClose: () => void
}

/** The facts as they are, to be written over; only what differs is sent. */
export function ChangeParty({ party, input, onClose }: ChangePartyProps) {
  const say = useSay<DirectoryKeys>()
  const properties = useRegisteredCommand(command)?.inputSchema.properties
  const fields: readonly FieldName[] = fieldsOf[party.record.kind]
  const [before] = useState<Values>(() => Object.fromEntries(fields.map(name => [name, party[name]])))
  const [now, setNow] = useState<Values>(before)
  const changing = useCommand<typeof changeParty>(command, { quiet: true })
  const refusal = changing.answer?.status === 'refused' ? changing.answer.refusal : null
  const problems: Record<string, string> = {
    ...(refusal?.field ? { [refusal.field]: refusal.message } : {}),
    ...(isBlank(now.name) ? { name: say('form.required') } : {}),
  }
  const send = async () => {
    if (isBlank(now.name)) return
    const changed = fields.filter(
      name => !(isBlank(before[name]) && isBlank(now[name])) && !isSame(before[name], now[name]),
    )
    if (!changed.length) return onClose()
    const changes = Object.fromEntries(changed.map(name => [name, isBlank(now[name]) ? emptied(name) : now[name]]))
    const { status } = await changing.run({ ...input, ...changes } as never)
    if (status === 'done' || status === 'asked') onClose()
  }
  return (
    <Dialog title={say('directory.change-party')} about={party.record.title} onClose={onClose}>
      <SendForm
        sending={changing}
        submit={say('page.party.save')}
        saysItself={() => true}
        onSend={send}
        onCancel={onClose}
      >
        {fields.map((name, index) => {
          const schema = properties?.[name]
          if (!schema) return null
          return (
            <PropertyField
              key={name}
              command={command}
              path={name}
              schema={schema}
              required={name === 'name'}
              value={now[name] ?? undefined}
              onChange={value => setNow(was => ({ ...was, [name]: value }))}
              problems={problems}
              onUnreadable={() => {}}
              autoFocus={index === 0}
            />
          )
        })}
      </SendForm>
    </Dialog>
  )
}
