import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { fileUnder, listClasses } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'

export interface FileManyProps {
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Under which class of the file plan shall these lie? */
export function FileMany({ ids, onClose, onDone }: FileManyProps) {
  const say = useSay<DocumentKeys>()
  const [classCodeId, setClass] = useState<string | null>(null)
  const plan = useQuery<typeof listClasses>('documents.list-classes', {}, { fresh_ms: 300_000 })
  const filing = useCommand<typeof fileUnder>('documents.file-under')
  const file = async () => {
    if (!classCodeId) return
    const answer = await filing.run({ ids: [...ids], classCodeId })
    if (answer.status !== 'done') return
    onClose()
    onDone()
  }
  return (
    <Dialog
      title={say('documents.file-under')}
      about={say('page.documents.count', { count: ids.length })}
      onClose={onClose}
    >
      <SendForm
        sending={{ answer: null, busy: filing.busy }}
        submit={say('page.documents.file')}
        refused={classCodeId ? undefined : say('page.documents.choose-class')}
        onSend={file}
        onCancel={onClose}
      >
        <Field label={say('field.classCodeId')}>
          {control => (
            <select
              className="input"
              {...control}
              data-autofocus
              value={classCodeId ?? ''}
              onChange={event => setClass(event.target.value || null)}
            >
              <option value="" />
              {plan.data?.rows.map(({ id, code, name }) => (
                <option key={id} value={id}>
                  {code} {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </SendForm>
    </Dialog>
  )
}
