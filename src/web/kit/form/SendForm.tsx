import { type FormEvent, type ReactNode, useRef } from 'react'
import type { CommandAnswer } from '../../answers.ts'
import { useSay } from '../../language/Say.tsx'
import { Button } from '../Button.tsx'
import { Problem } from '../Problem.tsx'
import { useHotkeys } from '../useHotkeys.ts'

export interface SendFormProps {
  /** The command that sends it: what it answered last, and whether it is under way. */
  readonly sending: { readonly answer: CommandAnswer | null; readonly busy: boolean }
  readonly submit: string
  /** Why it cannot be sent yet. */
  readonly refused?: string | undefined
  /** Fields that say themselves what was refused of them. */
  readonly saysItself?: (field: string) => boolean
  /** What is typed is kept as a draft, and stays where nobody is reached. */
  readonly kept?: boolean
  readonly className?: string
  readonly onSend: () => unknown
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** A form of one's own in a dialog: its fields, what was refused, and the two buttons; Ctrl+Enter sends. */
export function SendForm({ sending, submit, onSend, onCancel, children, ...rest }: SendFormProps) {
  const { refused, saysItself, kept, className } = rest
  const say = useSay()
  const form = useRef<HTMLFormElement>(null)
  useHotkeys([{ keys: 'mod+enter', label: submit, run: () => form.current?.requestSubmit() }])
  const { answer, busy } = sending
  const refusal = answer?.status === 'refused' ? answer.refusal : null
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSend()
  }
  return (
    <form className={['form dialog-form', className].filter(Boolean).join(' ')} ref={form} noValidate onSubmit={send}>
      {children}
      {refusal && !(refusal.field && saysItself?.(refusal.field)) ? (
        <Problem title={refusal.message} todo={refusal.todo} />
      ) : null}
      {answer?.status === 'offline' ? (
        <Problem title={say('notice.offline')} {...(kept ? { safe: say('offline.kept') } : {})} />
      ) : null}
      <div className="form-foot">
        <Button look="primary" type="submit" keys="mod+enter" busy={busy} refused={refused}>
          {submit}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}
