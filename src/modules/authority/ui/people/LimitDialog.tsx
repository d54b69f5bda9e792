import { useState } from 'react'
import type { WireMoney } from '../../../../web/answers.ts'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { MoneyControl } from '../../../../web/kit/form/MoneyControl.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useRegistry } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listRoles, setLimit } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { areaOf, rightWords } from '../shared/words.ts'
import type { PersonDetail } from './personDetail.ts'

export interface LimitDialogProps {
  readonly person: PersonDetail
  /** Whose, and which version. */
  readonly input: Readonly<Record<string, unknown>>
  readonly onClose: () => void
}

/** What this person's roles give, as what a limit can be set for: areas first, then the acts given one by one. */
function useLimitable(person: PersonDetail): string[] {
  const registry = useRegistry()
  const roles = useQuery<typeof listRoles>('authority.list-roles')
  const held = new Set((person.roles as readonly { id: string }[]).map(({ id }) => id))
  const granted = ((roles.data?.rows ?? []) as readonly { id: string; grants: readonly { permission: string }[] }[])
    .filter(({ id }) => held.has(id))
    .flatMap(({ grants }) => grants.map(({ permission }) => permission))
  const areas = granted.includes('*')
    ? [...new Set(registry?.commands.map(({ name }) => `${areaOf(name)}.*`))]
    : granted.filter(permission => permission.endsWith('.*'))
  const reads = new Set(registry?.queries.map(({ name }) => name))
  const acts = granted.filter(permission => !permission.endsWith('*') && !reads.has(permission))
  return [...new Set([...areas.toSorted(), ...acts])]
}

/** Up to which amount somebody may do something without asking. */
export function LimitDialog({ person, input, onClose }: LimitDialogProps) {
  const say = useSay<Keys>()
  const limitable = useLimitable(person)
  const [permission, setPermission] = useState('')
  const [limit, setMoney] = useState<WireMoney | undefined>()
  const [unreadable, setUnreadable] = useState(false)
  const set = useCommand<typeof setLimit>('authority.set-limit', { said: say('done.authority.set-limit') })
  const send = async () => {
    if (!permission || !limit || unreadable) return
    const answer = await set.run({ ...input, permission, limit } as never)
    if (answer.status === 'done') onClose()
  }
  return (
    <Dialog title={say('authority.set-limit')} about={person.record.title} onClose={onClose}>
      <SendForm sending={set} submit={say('authority.set-limit')} onSend={send} onCancel={onClose}>
        <Field label={say('field.permission')} hint={say('page.limit.hint')}>
          {control => (
            <select
              className="input"
              {...control}
              value={permission}
              data-autofocus
              onChange={event => setPermission(event.target.value)}
            >
              <option value="">{say('form.choose')}</option>
              {limitable.map(one => (
                <option key={one} value={one}>
                  {rightWords(say, one)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <MoneyControl
          label={say('field.limit')}
          schema={{}}
          value={limit}
          words={String}
          onChange={value => setMoney(value as WireMoney | undefined)}
          onUnreadable={setUnreadable}
        />
      </SendForm>
    </Dialog>
  )
}
