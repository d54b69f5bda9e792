import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { commandWords } from '../../../../web/kit/words.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission, useRegistry } from '../../../../web/session.ts'

const command = 'cases.open-case'

/** A call or a message becomes a case, where the office keeps such. */
export function OpenCase({
  title,
  partyId,
  sourceId,
}: {
  readonly title: string
  readonly partyId: string | undefined
  readonly sourceId: string
}) {
  const say = useSay<string>()
  const may = usePermission(command)
  const isThere = useRegistry()?.commands.some(({ name }) => name === command) ?? false
  if (!may || !isThere) return null
  const input = { title, sourceId, ...(partyId ? { partyId } : {}) }
  return (
    <Button size="s" icon="briefcase" onClick={() => openCommand({ command, input, about: title })}>
      {commandWords(say, command)}
    </Button>
  )
}
