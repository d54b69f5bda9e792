import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { MailKeys, MailLine } from '../words.ts'

/** Height of a designed mail that does not tell it, px. */
const unknownHeight = 520
const mostHeight = 2400

/**
 * A mail as its sender drew it: sanitised at the server, in a frame that runs nothing and fetches nothing from outside until one
 * asks for the pictures.
 */
export function Designed({ line, onText }: { readonly line: MailLine; readonly onText: () => void }) {
  const say = useSay<MailKeys>()
  const [remote, setRemote] = useState(false)
  const [height, setHeight] = useState(unknownHeight)
  return (
    <div className="designed">
      {line.hasRemote && !remote ? (
        <p className="told t3">
          {say('page.mail.remote')}{' '}
          <Button size="s" onClick={() => setRemote(true)}>
            {say('page.mail.remote.show')}
          </Button>
        </p>
      ) : null}
      <iframe
        key={String(remote)}
        title={say('page.mail.as-designed')}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        src={`/api/mail/messages/${line.id}/html${remote ? '?remote=yes' : ''}`}
        style={{ height }}
        onLoad={event => {
          const inside = heightOf(event.currentTarget)
          if (inside) setHeight(Math.min(inside, mostHeight))
        }}
      />
      <button type="button" className="link" onClick={onText}>
        {say('page.mail.as-text')}
      </button>
    </div>
  )
}

/** How high what stands inside is; a sealed frame does not tell. */
function heightOf(frame: HTMLIFrameElement): number | null {
  try {
    return frame.contentDocument?.documentElement.scrollHeight ?? null
  } catch {
    return null
  }
}
