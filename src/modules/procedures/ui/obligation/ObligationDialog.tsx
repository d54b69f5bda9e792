import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useSession } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { changeObligation, createObligation } from '../../contract.ts'
import { RuleField } from '../shared/RuleField.tsx'
import type { WireRule } from '../shared/rules.ts'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { usePeople } from '../shared/usePeople.ts'
import type { Words } from '../shared/words.ts'
import type { ObligationDetail } from './Obligation.tsx'

/** A new obligation, or the dates and facts of one that is there. */
export function ObligationDialog({
  detail,
  onClose,
}: {
  readonly detail?: ObligationDetail
  readonly onClose: () => void
}) {
  const say = useSay<Words>()
  const formats = useFormats()
  const navigate = useNavigate()
  const people = usePeople()
  const { principal } = useSession()
  const [title, setTitle] = useState(detail?.record.title ?? '')
  const [rule, setRule] = useState<WireRule | null>(detail?.rule ?? null)
  const [dueOn, setDueOn] = useState(
    detail && !detail.rule ? (detail.days[0]?.dueOn ?? formats.today()) : formats.today(),
  )
  const [basis, setBasis] = useState<string>(detail?.basis ?? 'contract')
  const [basisText, setBasisText] = useState(detail?.basisText ?? '')
  const [ownerId, setOwnerId] = useState(detail ? (detail.owner?.id ?? '') : principal.id)
  const [leadDays, setLeadDays] = useState(detail?.leadDays ?? 7)
  const making = useCommand<typeof createObligation>('procedures.create-obligation', { quiet: true })
  const changing = useCommand<typeof changeObligation>('procedures.change-obligation', { quiet: true })
  const sending = detail ? changing : making
  const send = async () => {
    const facts = {
      title,
      ...(rule ? { rule } : { dueOn }),
      basis,
      basisText: basisText.trim() || null,
      ownerId: ownerId || null,
      leadDays,
    }
    if (detail) {
      const { status } = await changing.run({
        id: detail.record.id,
        expectedVersion: detail.record.version,
        ...facts,
      } as never)
      if (status === 'done') onClose()
      return
    }
    const answer = await making.run(facts as never)
    if (answer.status === 'done') await navigate({ to: `/obligations/${answer.output.id}` })
  }
  return (
    <Dialog
      title={say(detail ? 'procedures.change-obligation' : 'procedures.create-obligation')}
      about={detail?.record.title}
      onClose={onClose}
    >
      <SendForm
        className="proc-editor"
        sending={sending}
        submit={say('page.procedure.save')}
        onSend={send}
        onCancel={onClose}
      >
        <TextField
          label={say('field.title')}
          value={title}
          maxLength={200}
          required
          onChange={event => setTitle(event.target.value)}
        />
        <RuleField value={rule} none={say('page.rule.once')} onChange={setRule} />
        {rule ? null : (
          <TextField
            label={say('field.dueOn')}
            type="date"
            value={dueOn}
            onChange={event => setDueOn(event.target.value)}
          />
        )}
        <div className="two">
          <SelectField
            label={say('field.basis')}
            value={basis}
            options={(['law', 'contract', 'decision', 'custom'] as const).map(
              one => [one, say(`choice.basis.${one}`)] as const,
            )}
            onChange={setBasis}
          />
          <TextField
            label={say('field.basisText')}
            value={basisText}
            maxLength={300}
            onChange={event => setBasisText(event.target.value)}
          />
        </div>
        <div className="two">
          <SelectField
            label={say('field.ownerId')}
            value={ownerId}
            options={[['', say('page.run.nobody')], ...people.map(({ id, name }) => [id, name] as const)]}
            onChange={setOwnerId}
          />
          <TextField
            label={say('field.leadDays')}
            type="number"
            min={0}
            max={366}
            value={leadDays}
            onChange={event => setLeadDays(Math.max(0, Math.trunc(Number(event.target.value)) || 0))}
          />
        </div>
      </SendForm>
    </Dialog>
  )
}
