import type { Done } from '../../answers.ts'
import { useSay } from '../../language/Say.tsx'
import { tellAnswer } from '../../useCommand.ts'
import { Dialog } from '../Dialog.tsx'
import { commandStore, type OpenCommand } from '../openers.ts'
import { commandWords } from '../words.ts'
import { CommandForm } from './CommandForm.tsx'

/** New things often come in piles; where the page has something to do with the answer, it comes one at a time. */
const isEnteredOften = ({ command, done }: OpenCommand): boolean => !done && /\.(create|add)-/.test(command)

/** A command's form over the page; closing it keeps the draft. */
export default function CommandDialog({ open }: { readonly open: OpenCommand }) {
  const say = useSay<string>()
  const close = () => commandStore.set(null)
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
            else tellAnswer(answer, say.maybe(`done.${open.command}`))
          }}
          {...(isEnteredOften(open)
            ? { onNext: (answer: Done) => tellAnswer(answer, say.maybe(`done.${open.command}`)) }
            : {})}
          onAsked={answer => {
            close()
            tellAnswer(answer)
          }}
        />
      </div>
    </Dialog>
  )
}
