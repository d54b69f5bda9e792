import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { RecordPicker } from '../../../../web/kit/form/RecordPicker.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { assignMany } from '../../contract.ts'
import type { WorkKeys } from '../desk/deskTypes.ts'

/** As the command declares its owner: somebody with an account. */
const colleague = { control: 'person', kind: 'principal' } as const

export interface AssignManyProps {
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Whose shall these be? Nobody chosen lays them back to be taken. */
export function AssignMany({ ids, onClose, onDone }: AssignManyProps) {
  const say = useSay<WorkKeys>()
  const [ownerId, setOwner] = useState<string | null>(null)
  const assigning = useCommand<typeof assignMany>('work.assign-many', { said: say('page.tasks.assigned') })
  const assign = async (to: string | null) => {
    const answer = await assigning.run({ ids: [...ids], ownerId: to })
    if (answer.status !== 'done') return
    onClose()
    onDone()
  }
  return (
    <Dialog title={say('work.assign-many')} about={say('page.tasks.count', { count: ids.length })} onClose={onClose}>
      <form
        className="dialog-form form"
        onSubmit={event => {
          event.preventDefault()
          if (ownerId) void assign(ownerId)
        }}
      >
        <RecordPicker
          label={say('field.ownerId')}
          schema={colleague}
          value={ownerId}
          onChange={value => setOwner((value as string | undefined) ?? null)}
          words={String}
          autoFocus
        />
        <div className="form-foot">
          <Button
            look="primary"
            type="submit"
            busy={assigning.busy}
            {...(ownerId ? {} : { refused: say('page.tasks.choose-owner') })}
          >
            {say('work.assign-task')}
          </Button>
          <Button look="quiet" onClick={() => void assign(null)}>
            {say('page.tasks.lay-back')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
