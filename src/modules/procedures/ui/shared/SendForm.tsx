import type { FormEvent, ReactNode } from 'react'
import type { CommandAnswer } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Words } from './words.ts'

export interface SendFormProps {
  readonly answer: CommandAnswer | null | undefined
  readonly busy: boolean
  readonly submit: string
  readonly onSend: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** Fields, what was refused, and the two buttons. */
export function SendForm({ answer, busy, submit, onSend, onCancel, children }: SendFormProps) {
  const say = useSay<Words>()
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSend()
  }
  return (
    <form className="form dialog-form proc-editor" noValidate onSubmit={send}>
      {children}
      {answer?.status === 'refused' ? <Problem title={answer.refusal.message} todo={answer.refusal.todo} /> : null}
      {answer?.status === 'offline' ? <Problem title={say('notice.offline')} /> : null}
      <div className="form-foot">
        <Button look="primary" type="submit" busy={busy}>
          {submit}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}
