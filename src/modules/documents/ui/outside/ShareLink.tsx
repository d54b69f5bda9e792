import './outside.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { showShareLink } from '../../contract.ts'
import type { Words } from './outsideWords.ts'

/** An address to copy whole, with a button that does it. */
export function CopyLine({ label, text }: { readonly label: string; readonly text: string }) {
  const say = useSay<Words>()
  const [copied, setCopied] = useState(false)
  return (
    <div className="copy-line">
      <input className="input" readOnly value={text} aria-label={label} onFocus={event => event.target.select()} />
      <Button
        icon="copy"
        onClick={() =>
          void navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        {say(copied ? 'page.shares.copied' : 'page.shares.copy')}
      </Button>
    </div>
  )
}

/** The link of a live share, written again by the server for who may share that paper. */
export function ShareLink({ id }: { readonly id: string }) {
  const say = useSay<Words>()
  const asked = useQuery<typeof showShareLink>('documents.show-share-link', { id })
  if (!asked.data) return null
  return (
    <>
      <CopyLine label={say('page.shares.link')} text={location.origin + asked.data.path} />
      <p className="t3">{say('page.shares.link.hint')}</p>
    </>
  )
}
