import { useState } from 'react'
import type { WireMoney } from '../../../../web/answers.ts'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { InstantControl } from '../../../../web/kit/form/InstantControl.tsx'
import { MoneyControl } from '../../../../web/kit/form/MoneyControl.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { ClassControl, TextControl } from '../../../../web/kit/form/PlainControls.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { grantMandate } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { ColleagueSelect } from '../shared/ColleagueSelect.tsx'
import { RightsPicker } from '../shared/RightsPicker.tsx'
import { useDraft } from '../shared/useDraft.ts'
import { useGivable } from '../shared/useGivable.ts'

export interface GrantDialogProps {
  /** Known already: the person whose page it is. */
  readonly to?: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

interface Draft {
  readonly toId: string | undefined
  readonly permissions: readonly string[]
  readonly limit: WireMoney | undefined
  readonly clearance: number
  readonly until: string | undefined
  readonly purpose: string | undefined
}

/** Lends one's own authority: to whom, what, how far, until when. */
export function GrantDialog({ to, onClose }: GrantDialogProps) {
  const say = useSay<Keys>()
  const givable = useGivable()
  const draft = useDraft<Draft>('authority.grant-mandate', to?.id ?? '', {
    toId: to?.id,
    permissions: [],
    limit: undefined,
    clearance: 1,
    until: undefined,
    purpose: undefined,
  })
  const { toId, permissions, limit, clearance, until, purpose } = draft.value
  const [tried, setTried] = useState(false)
  const [unreadable, setUnreadable] = useState(false)
  const grant = useCommand<typeof grantMandate>('authority.grant-mandate', {
    said: say('done.authority.grant-mandate'),
  })
  const needed = (given: unknown) => (tried && !given ? say('form.required') : undefined)
  const send = async () => {
    setTried(true)
    if (!toId || !permissions.length || !until || unreadable || grant.busy) return
    const answer = await grant.run({ toId, permissions, limit: limit ?? null, clearance, until, purpose } as never)
    if (answer.status !== 'done') return
    draft.drop()
    onClose()
  }
  return (
    <Dialog title={say('authority.grant-mandate')} about={to?.name} width={620} onClose={onClose}>
      <SendForm sending={grant} submit={say('authority.grant-mandate')} kept onSend={send} onCancel={onClose}>
        <p className="t2">{say('page.mandate.what')}</p>
        {to ? null : (
          <ColleagueSelect
            label={say('field.toId')}
            value={toId}
            problem={needed(toId)}
            onChange={id => draft.change({ toId: id })}
          />
        )}
        <fieldset>
          <legend>{say('page.mandate.may')}</legend>
          <RightsPicker
            available={givable}
            chosen={new Set(permissions)}
            onChange={chosen => draft.change({ permissions: [...chosen] })}
          />
          {needed(permissions.length) ? <p className="field-problem">{say('form.required')}</p> : null}
        </fieldset>
        <div className="two">
          <MoneyControl
            label={say('page.mandate.limit')}
            optional={say('form.optional')}
            schema={{}}
            value={limit}
            words={String}
            onChange={value => draft.change({ limit: value as WireMoney | undefined })}
            onUnreadable={setUnreadable}
          />
          <ClassControl
            label={say('field.clearance')}
            schema={{}}
            value={clearance}
            words={String}
            onChange={value => draft.change({ clearance: Number(value ?? 1) })}
          />
        </div>
        <InstantControl
          label={say('field.until')}
          schema={{}}
          value={until}
          words={String}
          problem={needed(until)}
          onChange={value => draft.change({ until: value as string | undefined })}
        />
        <TextControl
          label={say('field.purpose')}
          optional={say('form.optional')}
          schema={{ maxLength: 300 }}
          value={purpose}
          words={String}
          onChange={value => draft.change({ purpose: value as string | undefined })}
        />
      </SendForm>
    </Dialog>
  )
}
