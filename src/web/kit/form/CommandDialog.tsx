import '@mantine/core/styles/Modal.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/CloseButton.layer.css'
import { Modal } from '@mantine/core'
import { useSay } from '../../language/Say.tsx'
import { tellAnswer } from '../../useCommand.ts'
import { commandStore, type OpenCommand } from '../openers.ts'
import { commandWords } from '../words.ts'
import { CommandForm } from './CommandForm.tsx'

/** A command's form over the page; closing it keeps the draft. */
export default function CommandDialog({ open }: { readonly open: OpenCommand }) {
  const say = useSay<string>()
  const close = () => commandStore.set(null)
  return (
    <Modal opened onClose={close} title={commandWords(say, open.command)} size={520} yOffset="9vh" closeButtonProps={{ 'aria-label': say('close') }}>
      {open.about ? <p className="dialog-about">{open.about}</p> : null}
      <div className="dialog-form">
        <CommandForm
          command={open.command}
          {...(open.input ? { input: open.input } : {})}
          onCancel={close}
          onDone={(answer) => {
            close()
            if (open.done) open.done(answer)
            else tellAnswer(answer, say.maybe(`done.${open.command}`))
          }}
        />
      </div>
    </Modal>
  )
}
