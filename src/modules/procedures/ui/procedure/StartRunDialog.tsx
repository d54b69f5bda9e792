import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { startRun } from '../../contract.ts'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import type { Words } from '../shared/words.ts'
import type { ProcedureDetail } from './Procedure.tsx'
import { Answer } from './StepsEditor.tsx'

/** What a procedure asks when it starts. */
export function StartRunDialog({
  detail,
  onClose,
}: {
  readonly detail: ProcedureDetail
  readonly onClose: () => void
}) {
  const say = useSay<Words>()
  const formats = useFormats()
  const navigate = useNavigate()
  const [anchorOn, setAnchorOn] = useState(formats.today())
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const starting = useCommand<typeof startRun>('procedures.start-run', { quiet: true })
  const send = async () => {
    const answer = await starting.run({ id: detail.record.id, anchorOn, answers } as never)
    if (answer.status === 'done') await navigate({ to: `/runs/${answer.output.runId}` })
  }
  return (
    <Dialog title={say('procedures.start-run')} about={detail.record.title} onClose={onClose}>
      <SendForm
        className="proc-editor"
        sending={starting}
        submit={say('procedures.start-run')}
        onSend={send}
        onCancel={onClose}
      >
        <TextField
          label={say('field.anchorOn')}
          type="date"
          value={anchorOn}
          onChange={event => setAnchorOn(event.target.value)}
        />
        {(detail.content.questions ?? []).map(question => (
          <Answer
            key={question.key}
            question={question}
            label={question.text}
            value={answers[question.key] ?? ''}
            onChange={answer => setAnswers({ ...answers, [question.key]: answer })}
          />
        ))}
      </SendForm>
    </Dialog>
  )
}
