import { type FormEvent, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { RecordPicker } from '../../../../web/kit/form/RecordPicker.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { fileUnder } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'

export interface FileManyProps {
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}

const fileClass = { control: 'record', kind: 'class-code', optionsFrom: 'documents.list-classes' } as const

/** Under which class of the file plan shall these lie? */
export function FileMany({ ids, onClose, onDone }: FileManyProps) {
  const say = useSay<DocumentKeys>()
  const [classCodeId, setClass] = useState<string | null>(null)
  const filing = useCommand<typeof fileUnder>('documents.file-under')
  const file = async (event: FormEvent) => {
    event.preventDefault()
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
      <form className="dialog-form form" onSubmit={event => void file(event)}>
        <RecordPicker
          label={say('field.classCodeId')}
          schema={fileClass}
          value={classCodeId}
          onChange={value => setClass((value as string | undefined) ?? null)}
          words={String}
          autoFocus
        />
        <div className="form-foot">
          <Button
            look="primary"
            type="submit"
            busy={filing.busy}
            {...(classCodeId ? {} : { refused: say('page.documents.choose-class') })}
          >
            {say('page.documents.file')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {say('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
