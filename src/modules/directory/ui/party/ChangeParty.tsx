import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { PropertyField } from '../../../../web/kit/form/PropertyField.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
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
  const form = useRef<HTMLFormElement>(null)
  const changing = useCommand<typeof changeParty>(command, { quiet: true })
  useHotkeys([{ keys: 'mod+enter', label: say('directory.change-party'), run: () => form.current?.requestSubmit() }])
  const refusal = changing.answer?.status === 'refused' ? changing.answer.refusal : null
  const problems: Record<string, string> = {
    ...(refusal?.field ? { [refusal.field]: refusal.message } : {}),
    ...(isBlank(now.name) ? { name: say('form.required') } : {}),
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
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
      <form className="form dialog-form" ref={form} noValidate onSubmit={event => void send(event)}>
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
        {refusal && !refusal.field ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
        {changing.answer?.status === 'offline' ? <Problem title={say('notice.offline')} /> : null}
        <div className="form-foot">
          <Button look="primary" type="submit" keys="mod+enter" busy={changing.busy}>
            {say('page.party.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {say('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
