import type { ReactNode } from 'react'
import { useSay } from '../language/Say.tsx'
import { useGo } from '../Link.tsx'
import { usePermission } from '../session.ts'
import { Button } from './Button.tsx'
import { openCommand } from './openers.ts'
import { commandWords } from './words.ts'

interface Props {
  readonly command: string
  /** Where what was made has its page: its id is put behind it. */
  readonly path: string
  readonly look?: 'primary' | 'quiet'
  /** Another permission than the command's own name. */
  readonly permission?: string
  readonly children?: ReactNode
}

/** Makes a new thing by its command's form, and goes to its page; nothing for whoever may not. */
export function MakeButton({ command, path, look = 'quiet', permission = command, children }: Props) {
  const say = useSay<string>()
  const go = useGo()
  if (!usePermission(permission)) return null
  const open = () =>
    openCommand({ command, done: answer => go(`${path}/${(answer.output as { readonly id: string }).id}`) })
  return (
    <Button look={look} icon="plus" onClick={open}>
      {children ?? commandWords(say, command)}
    </Button>
  )
}
