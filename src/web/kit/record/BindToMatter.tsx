import { useSay } from '../../language/Say.tsx'
import { usePermission } from '../../session.ts'
import { Button } from '../Button.tsx'
import { openCommand } from '../openers.ts'

/** Binds any record to a matter that is picked by number or words; nothing where one may not. */
export function BindToMatter({
  recordId,
  about,
  size,
  inText,
}: {
  readonly recordId: string
  readonly about: string
  readonly size?: 's'
  /** In a sentence: a link instead of a button. */
  readonly inText?: boolean
}) {
  const say = useSay<string>()
  if (!usePermission('matters.bind-record')) return null
  const bind = () => openCommand({ command: 'matters.bind-record', input: { recordId }, about })
  if (inText)
    return (
      <button type="button" className="link" onClick={bind}>
        {say('matters.bind-record')}
      </button>
    )
  return (
    <Button look="quiet" icon="briefcase" {...(size ? { size } : {})} onClick={bind}>
      {say('matters.bind-record')}
    </Button>
  )
}
