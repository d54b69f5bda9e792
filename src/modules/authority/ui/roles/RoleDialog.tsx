import { useState } from 'react'
import type { WireMoney } from '../../../../web/answers.ts'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { MoneyControl } from '../../../../web/kit/form/MoneyControl.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { ClassControl } from '../../../../web/kit/form/PlainControls.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { changeRole, createRole } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { RightsPicker } from '../shared/RightsPicker.tsx'
import { useDraft } from '../shared/useDraft.ts'
import { useGivable } from '../shared/useGivable.ts'

export interface Grant {
  readonly permission: string
  readonly limit: WireMoney | null
}

export interface RoleDialogProps {
  /** The role to change; without one a new role is made. */
  readonly role?: {
    readonly id: string
    readonly version: number
    readonly name: string
    readonly clearance: number
    readonly grants: readonly Grant[]
  }
  readonly onClose: () => void
}

/** A role's name, how confidential a thing it may see, and its rights with their limits. */
export function RoleDialog({ role, onClose }: RoleDialogProps) {
  const say = useSay<Keys>()
  const givable = useGivable()
  const act = role ? 'authority.change-role' : 'authority.create-role'
  const draft = useDraft(act, role?.id ?? '', {
    name: role?.name ?? '',
    clearance: role?.clearance ?? 1,
    grants: role?.grants ?? [],
  })
  const { name, clearance, grants } = draft.value
  const [tried, setTried] = useState(false)
  const create = useCommand<typeof createRole>('authority.create-role', { said: say('done.authority.create-role') })
  const change = useCommand<typeof changeRole>('authority.change-role', { said: say('done.authority.change-role') })
  const acting = role ? change : create
  const send = async () => {
    setTried(true)
    if (!name.trim() || !grants.length || acting.busy) return
    const given = { name: name.trim(), clearance, grants }
    const answer = role
      ? await change.run({ id: role.id, expectedVersion: role.version, ...given } as never)
      : await create.run(given as never)
    if (answer.status !== 'done') return
    draft.drop()
    onClose()
  }
  const choose = (chosen: ReadonlySet<string>) =>
    draft.change({
      grants: [...chosen].map(
        permission => grants.find(one => one.permission === permission) ?? { permission, limit: null },
      ),
    })
  const setLimit = (permission: string, limit: WireMoney | null) =>
    draft.change({ grants: grants.map(one => (one.permission === permission ? { permission, limit } : one)) })
  return (
    <Dialog title={say(act)} about={role?.name} width={680} onClose={onClose}>
      <SendForm sending={acting} submit={say(act)} kept onSend={send} onCancel={onClose}>
        <div className="two">
          <TextField
            label={say('field.name')}
            value={name}
            maxLength={100}
            data-autofocus
            problem={tried && !name.trim() ? say('form.required') : undefined}
            onChange={event => draft.change({ name: event.target.value })}
          />
          <ClassControl
            label={say('field.clearance')}
            schema={{}}
            value={clearance}
            words={String}
            onChange={value => draft.change({ clearance: Number(value ?? 1) })}
          />
        </div>
        <fieldset>
          <legend>{say('field.grants')}</legend>
          <RightsPicker
            available={[...new Set([...givable, ...(role?.grants ?? []).map(({ permission }) => permission)])]}
            chosen={new Set(grants.map(({ permission }) => permission))}
            onChange={choose}
            beside={permission => (
              <GrantLimit
                limit={grants.find(one => one.permission === permission)?.limit ?? null}
                onChange={limit => setLimit(permission, limit)}
              />
            )}
          />
          {tried && !grants.length ? <p className="field-problem">{say('form.required')}</p> : null}
        </fieldset>
      </SendForm>
    </Dialog>
  )
}

interface GrantLimitProps {
  readonly limit: WireMoney | null
  readonly onChange: (limit: WireMoney | null) => void
}

/** Without limit until one sets it; then up to an amount. */
function GrantLimit({ limit, onChange }: GrantLimitProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <button type="button" className="link grant-limit" onClick={() => setOpen(true)}>
        {limit ? say('page.machine.up-to', { amount: formats.money(limit) }) : say('page.machine.no-limit')}
      </button>
    )
  return (
    <div className="grant-limit">
      <MoneyControl
        label={say('field.limit')}
        hint={say('page.limit.empty')}
        schema={{}}
        value={limit ?? undefined}
        words={String}
        onChange={value => onChange((value as WireMoney | undefined) ?? null)}
      />
    </div>
  )
}
