import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { RecordPicker } from '../../../../web/kit/form/RecordPicker.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { assignThreads } from '../../contract/desk.ts'
import type { MailKeys } from '../words.ts'

/** Somebody with an account. */
const colleague = { control: 'person', kind: 'principal' } as const

export interface OverThreads {
  readonly ids: readonly string[]
  readonly onClose: () => void
}

/** Whose shall these be? Laid back they are nobody's again. */
export function AssignThreads({ ids, onClose, onDone }: OverThreads & { readonly onDone: () => void }) {
  const say = useSay<MailKeys>()
  const [ownerId, setOwner] = useState<string | null>(null)
  const count = ids.length
  const assigning = useCommand<typeof assignThreads>('mail.assign-threads', {
    said: say('done.mail.assign-threads', { count }),
  })
  const assign = async (to: string | null) => {
    const answer = await assigning.run({ ids: [...ids], ownerId: to })
    if (answer.status !== 'done') return
    onClose()
    onDone()
  }
  useHotkeys([{ keys: 'mod+enter', label: say('page.mail.act.assign'), run: () => void (ownerId && assign(ownerId)) }])
  return (
    <Dialog title={say('mail.assign-threads')} about={say('page.mail.count', { count })} onClose={onClose}>
      <form
        className="dialog-form form"
        onSubmit={event => {
          event.preventDefault()
          if (ownerId) void assign(ownerId)
        }}
      >
        <RecordPicker
          label={say('field.mail.ownerId')}
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
            keys="mod+enter"
            busy={assigning.busy}
            {...(ownerId ? {} : { refused: say('page.mail.choose-owner') })}
          >
            {say('page.mail.act.assign')}
          </Button>
          <Button look="quiet" onClick={() => void assign(null)}>
            {say('page.mail.lay-back')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
