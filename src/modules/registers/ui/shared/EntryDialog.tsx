import { type FormEvent, useRef, useState } from 'react'
import type { Refusal } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { tell } from '../../../../web/kit/notices.ts'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { addRow, changeRow } from '../../contract.ts'
import { formOf, type FormValues, givenOf, problemsOf } from './entryForm.ts'
import { ValueControl } from './ValueControl.tsx'
import type { EntryLine, FieldLine, RegisterKeys } from './words.ts'

export interface EntryDialogProps {
  readonly title: string
  readonly fields: readonly FieldLine[]
  /** Into which register a new one goes. */
  readonly register?: string
  /** The entry that is changed, with the version seen. */
  readonly entry?: { readonly id: string; readonly version: number; readonly values: EntryLine['values'] }
  readonly onClose: () => void
}

/** One form for a new entry and for one that is changed; what is wrong stands beside its field. */
export function EntryDialog({ title, fields, register, entry, onClose }: EntryDialogProps) {
  const say = useSay<RegisterKeys>()
  const [before, setBefore] = useState<FormValues>(() => formOf(fields, entry?.values))
  const [now, setNow] = useState(before)
  const [round, setRound] = useState(0)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const unreadable = useRef(new Set<string>())
  const again = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const adding = useCommand<typeof addRow>('registers.add-row', { quiet: true })
  const changing = useCommand<typeof changeRow>('registers.change-row', { quiet: true })
  useHotkeys([{ keys: 'mod+enter', label: say('page.registers.save'), run: () => form.current?.requestSubmit() }])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (unreadable.current.size) return
    const values = givenOf(fields, entry ? before : {}, now)
    const answer = entry
      ? await changing.run({ id: entry.id, expectedVersion: entry.version, values } as never)
      : await adding.run({ register, values } as never)
    const next = again.current
    again.current = false
    setRefusal(answer.status === 'refused' ? answer.refusal : null)
    if (answer.status !== 'done') return
    tell({ kind: 'done', text: say(entry ? 'page.registers.changed' : 'page.registers.added'), undo: answer.undo })
    if (!next) return onClose()
    const fresh = formOf(fields, undefined)
    setBefore(fresh)
    setNow(fresh)
    setRound(one => one + 1)
  }
  const problems = problemsOf(refusal, say)
  const shown = fields.filter(field => field.type !== 'computed')
  return (
    <Dialog title={title} width={560} onClose={onClose}>
      <form className="form dialog-form" ref={form} onSubmit={event => void send(event)} noValidate>
        {shown.map((field, at) => (
          <ValueControl
            key={`${round}:${field.id}`}
            field={field}
            value={now[field.key]}
            onChange={value => setNow(was => ({ ...was, [field.key]: value ?? null }))}
            problem={problems[field.key]}
            autoFocus={at === 0}
            onUnreadable={is => (is ? unreadable.current.add(field.key) : unreadable.current.delete(field.key))}
          />
        ))}
        {refusal && Object.keys(problems).length === 0 ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
        <div className="register-ends">
          <Button type="submit" look="primary" keys="mod+enter" busy={adding.busy || changing.busy}>
            {say('page.registers.save')}
          </Button>
          {entry ? null : (
            <Button
              onClick={() => {
                again.current = true
                form.current?.requestSubmit()
              }}
            >
              {say('page.registers.next')}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {say('page.registers.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
