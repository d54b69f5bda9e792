import { useRef, useState } from 'react'
import { storeFile } from '../../../../web/client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dropzone } from '../../../../web/kit/Dropzone.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { MailKeys } from '../words.ts'
import type { Enclosed, useDraft } from './useDraft.ts'

/** What goes with the mail: chosen, dropped anywhere or pasted; stored at once, taken off by a press. */
export function Enclosures({
  letter,
  change,
}: {
  readonly letter: ReturnType<typeof useDraft>['letter']
  readonly change: ReturnType<typeof useDraft>['change']
}) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const picker = useRef<HTMLInputElement>(null)
  const [part, setPart] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  const add = async (files: readonly File[]) => {
    setFailed(false)
    const added: Enclosed[] = []
    try {
      for (const file of files) {
        const stored = await storeFile(file, setPart)
        added.push({ fileId: stored.id, name: file.name.slice(0, 255), bytes: file.size })
      }
    } catch {
      setFailed(true)
    }
    setPart(null)
    // two lots may have been dropped one upon the other
    if (added.length > 0) change(now => ({ attachments: [...now.attachments, ...added] }))
  }
  return (
    <div className="enclosed">
      <Dropzone label={say('page.mail.enclose-here')} onFiles={files => void add(files)} />
      {letter.attachments.map(one => (
        <button
          key={one.fileId}
          type="button"
          className="chip"
          onClick={() => change({ attachments: letter.attachments.filter(other => other !== one) })}
        >
          <Icon name="paperclip" />
          <b>{one.name}</b>
          <span>{formats.size(one.bytes)}</span>
          <span className="vh">{say('page.mail.take-off')}</span>
          <Icon name="x" />
        </button>
      ))}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={event => {
          void add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button look="quiet" size="s" icon="paperclip" busy={part !== null} onClick={() => picker.current?.click()}>
        {say('page.mail.enclose')}
      </Button>
      {part === null ? null : <progress value={part} aria-label={say('page.mail.enclose')} />}
      {failed ? <span className="late">{say('page.mail.not-enclosed')}</span> : null}
    </div>
  )
}
