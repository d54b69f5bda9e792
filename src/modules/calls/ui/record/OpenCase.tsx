import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { commandWords } from '../../../../web/kit/words.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission, useRegistry } from '../../../../web/session.ts'

const command = 'cases.open-case'

interface OpenCaseProps {
  readonly title: string
  /** What was written down of it: its first line is what the case is about. */
  readonly said: string
  readonly partyId: string | undefined
  readonly sourceId: string
  readonly onOpen?: () => void
}

/** As much of the first line as a title takes. */
const longest = 200

/** A call or a message becomes a case, where the office keeps such. */
export function OpenCase({ title, said, partyId, sourceId, onOpen }: OpenCaseProps) {
  const say = useSay<string>()
  const may = usePermission(command)
  const isThere = useRegistry()?.commands.some(({ name }) => name === command) ?? false
  if (!may || !isThere) return null
  const words = said.trim()
  const input = {
    title: words.split('\n', 1)[0]?.slice(0, longest) || title,
    channel: 'call',
    sourceId,
    ...(words ? { said: words } : {}),
    ...(partyId ? { partyId } : {}),
  }
  const open = () => {
    onOpen?.()
    openCommand({ command, input, about: title })
  }
  return (
    <Button size="s" icon="briefcase" onClick={open}>
      {commandWords(say, command)}
    </Button>
  )
}
