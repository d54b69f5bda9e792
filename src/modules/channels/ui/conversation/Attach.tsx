import { useRef, useState } from 'react'
import { QueryFailure, runQuery, storeFile } from '../../../../web/client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { tell } from '../../../../web/kit/notices.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { ConversationDetail, Keys } from '../words.ts'

export interface StoredFile {
  readonly id: string
  readonly name: string
}

interface AttachProps {
  readonly talk: ConversationDetail
  readonly file: StoredFile | null
  readonly onFile: (file: StoredFile | null) => void
  readonly onLink: (link: string) => void
}

/** A file where the channel sends them; elsewhere one of the office's papers as a link that expires. */
export function Attach({ talk, file, onFile, onLink }: AttachProps) {
  return talk.capabilities.sendsFiles ? (
    <AttachFile file={file} onFile={onFile} />
  ) : (
    <AttachLink title={talk.record.title} onLink={onLink} />
  )
}

function AttachFile({ file, onFile }: Pick<AttachProps, 'file' | 'onFile'>) {
  const say = useSay<Keys>()
  const input = useRef<HTMLInputElement>(null)
  const [isBusy, setIsBusy] = useState(false)
  const take = async (chosen: File | undefined) => {
    if (!chosen) return
    setIsBusy(true)
    try {
      onFile({ id: (await storeFile(chosen)).id, name: chosen.name.slice(0, 200) })
    } catch (fault) {
      if (!(fault instanceof QueryFailure)) throw fault
      tell({ kind: 'offline', text: null })
    } finally {
      setIsBusy(false)
    }
  }
  if (file)
    return (
      <Button
        look="quiet"
        icon="x"
        aria-label={say('page.channels.attach.remove', { name: file.name })}
        onClick={() => onFile(null)}
      >
        {file.name}
      </Button>
    )
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={say('page.channels.attach')}
        onChange={event => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button look="quiet" icon="paperclip" busy={isBusy} onClick={() => input.current?.click()}>
        {say('page.channels.attach')}
      </Button>
    </>
  )
}

function AttachLink({ title, onLink }: { readonly title: string; readonly onLink: (link: string) => void }) {
  const say = useSay<Keys>()
  if (!usePermission('documents.share')) return null
  const shared = async (id: string) => {
    const { path } = (await runQuery('documents.show-share-link', { id })) as { readonly path: string }
    onLink(new URL(path, location.origin).href)
  }
  return (
    <Button
      look="quiet"
      icon="link"
      onClick={() =>
        openCommand({
          command: 'documents.share',
          input: { recipient: title.slice(0, 200) },
          done: answer => void shared((answer.output as { readonly id: string }).id),
        })
      }
    >
      {say('page.channels.attach.link')}
    </Button>
  )
}
