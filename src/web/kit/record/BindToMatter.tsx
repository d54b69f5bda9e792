import { useSay } from '../../language/Say.tsx'
import { usePermission } from '../../session.ts'
import { Button } from '../Button.tsx'
import { openCommand } from '../openers.ts'

/** Binds any record to a matter that is picked by number or words; nothing where one may not. */
export function BindToMatter({
  recordId,
  about,
  size,
}: {
  readonly recordId: string
  readonly about: string
  readonly size?: 's'
}) {
  const say = useSay<string>()
  if (!usePermission('matters.bind-record')) return null
  return (
    <Button
      look="quiet"
      icon="briefcase"
      {...(size ? { size } : {})}
      onClick={() => openCommand({ command: 'matters.bind-record', input: { recordId }, about })}
    >
      {say('matters.bind-record')}
    </Button>
  )
}
