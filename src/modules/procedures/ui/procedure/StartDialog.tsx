import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { setStart } from '../../contract.ts'
import { RuleField } from '../shared/RuleField.tsx'
import type { WireRule } from '../shared/rules.ts'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import type { Words } from '../shared/words.ts'
import type { ProcedureDetail } from './Procedure.tsx'

/** When the procedure starts by itself: a rhythm, an event, both or neither. */
export function StartDialog({ detail, onClose }: { readonly detail: ProcedureDetail; readonly onClose: () => void }) {
  const say = useSay<Words>()
  const [rule, setRule] = useState<WireRule | null>(detail.rule)
  const [lead, setLead] = useState(detail.rule?.leadDays ?? 0)
  const [event, setEvent] = useState(detail.event?.event ?? '')
  const [field, setField] = useState(detail.event?.field ?? '')
  const [is, setIs] = useState(detail.event?.is ?? '')
  const setting = useCommand<typeof setStart>('procedures.set-start', { quiet: true })
  const send = async () => {
    const { status } = await setting.run({
      id: detail.record.id,
      expectedVersion: detail.record.version,
      rule: rule && { ...rule, leadDays: lead },
      event: event ? { event, ...(field ? { field } : {}), ...(is ? { is } : {}) } : null,
    } as never)
    if (status === 'done' || status === 'asked') onClose()
  }
  return (
    <Dialog title={say('procedures.set-start')} about={detail.record.title} onClose={onClose}>
      <SendForm
        className="proc-editor"
        sending={setting}
        submit={say('page.procedure.save')}
        onSend={send}
        onCancel={onClose}
      >
        <RuleField value={rule} none={say('page.rule.none')} onChange={setRule} />
        {rule ? (
          <TextField
            label={say('page.rule.lead')}
            type="number"
            min={0}
            max={366}
            value={lead}
            onChange={typed => setLead(Math.max(0, Math.trunc(Number(typed.target.value)) || 0))}
          />
        ) : null}
        <TextField
          label={say('page.rule.event')}
          hint={say('page.rule.event.hint')}
          value={event}
          onChange={typed => setEvent(typed.target.value.trim())}
        />
        {event ? (
          <div className="two">
            <TextField
              label={say('page.rule.field')}
              value={field}
              onChange={typed => setField(typed.target.value.trim())}
            />
            <TextField label={say('page.rule.is')} value={is} onChange={typed => setIs(typed.target.value)} />
          </div>
        ) : null}
      </SendForm>
    </Dialog>
  )
}
