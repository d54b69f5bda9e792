import { useState } from 'react'
import { QueryFailure, storeFile } from '../../client.ts'
import { useFormats, useSay } from '../../language/Say.tsx'
import type { ControlProps } from './control.ts'
import { Field } from './Field.tsx'

/** A file: stored when it is chosen, so that the command only carries its id. */
export function FileControl({ label, value, onChange, problem, hint, optional, onUnreadable }: ControlProps) {
  const say = useSay()
  const formats = useFormats()
  const [sending, setSending] = useState<number | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [name, setName] = useState<string | null>(null)
  const send = async (file: File) => {
    setFailed(null)
    setSending(0)
    onUnreadable?.(true)
    try {
      const stored = await storeFile(file, setSending)
      setName(`${file.name} · ${formats.size(file.size)}`)
      onChange(stored.id)
    } catch (fault) {
      setFailed(fault instanceof QueryFailure && fault.refusal ? fault.refusal.message : say('problem.offline'))
    } finally {
      setSending(null)
      onUnreadable?.(false)
    }
  }
  return (
    <Field label={label} optional={optional} hint={value && name ? name : hint} problem={failed ?? problem}>
      {control =>
        sending === null ? (
          <input
            className="input"
            type="file"
            {...control}
            style={{ paddingTop: 5 }}
            onChange={event => {
              const file = event.target.files?.[0]
              if (file) void send(file)
            }}
          />
        ) : (
          <progress value={sending} aria-label={say('form.file.sending')} />
        )
      }
    </Field>
  )
}
