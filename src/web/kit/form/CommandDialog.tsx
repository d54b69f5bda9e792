import type { Done, Registry } from '../../answers.ts'
import { useSay } from '../../language/Say.tsx'
import { recordHref, useRegistry } from '../../session.ts'
import { tellAnswer } from '../../useCommand.ts'
import { Dialog } from '../Dialog.tsx'
import { commandStore, type OpenCommand } from '../openers.ts'
import { commandWords } from '../words.ts'
import { CommandForm } from './CommandForm.tsx'

/** New things often come in piles; where the page has something to do with the answer, it comes one at a time. */
const isEnteredOften = ({ command, done }: OpenCommand): boolean => !done && /\.(create|add)-/.test(command)

/** The page of what a command made that acts on no record yet. */
function madeBy(name: string, { output }: Done, { commands, kinds }: Registry): string | null {
  const command = commands.find(one => one.name === name)
  const id = (output as { readonly id?: unknown } | null)?.id
  const [kind, ...others] = command?.kinds ?? []
  if (!command || command.subject || !kind || others.length > 0 || typeof id !== 'string') return null
  return recordHref(kinds, kind, id)
}

/** A command's form over the page; closing it keeps the draft. */
export default function CommandDialog({ open }: { readonly open: OpenCommand }) {
  const say = useSay<string>()
  const registry = useRegistry()
  const close = () => commandStore.set(null)
  const tell = (answer: Done) =>
    tellAnswer(answer, say.maybe(`done.${open.command}`), registry && madeBy(open.command, answer, registry))
  return (
    <Dialog title={commandWords(say, open.command)} about={open.about} onClose={close}>
      <div className="dialog-form">
        <CommandForm
          command={open.command}
          {...(open.input ? { input: open.input } : {})}
          {...(open.effects ? { effects: open.effects } : {})}
          onCancel={close}
          onDone={answer => {
            close()
            if (open.done) open.done(answer)
            else tell(answer)
            open.also?.()
          }}
          {...(isEnteredOften(open) ? { onNext: tell } : {})}
          onAsked={answer => {
            close()
            tellAnswer(answer)
          }}
        />
      </div>
    </Dialog>
  )
}
