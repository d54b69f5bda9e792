import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useStore } from '../../../../web/kit/store.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { forget, tryAgain, type Upload, uploadStore } from './uploads.ts'

interface UploadsProps {
  /** Whether the document is still being read, as far as the tray knows. */
  readonly isRead: (upload: Upload) => boolean
}

/** One line for all that was given: how much is taken in, then how much is read; what failed stands beneath, each with its reason. */
export function Uploads({ isRead }: UploadsProps) {
  const uploads = useStore(uploadStore)
  if (uploads.length === 0) return null
  const troubled = uploads.filter(({ state }) => state === 'failed' || state === 'offline')
  return (
    <div className="uploads">
      <Progress uploads={uploads} isRead={isRead} />
      {troubled.length > 0 ? (
        <ul role="alert">
          {troubled.map(upload => (
            <Trouble key={upload.key} upload={upload} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Progress({ uploads, isRead }: UploadsProps & { readonly uploads: readonly Upload[] }) {
  const say = useSay<DocumentKeys>()
  const taken = uploads.filter(({ state }) => state === 'taken')
  const under = uploads.filter(({ state }) => state === 'going' || state === 'waiting')
  const read = taken.filter(isRead).length
  const all = taken.length + under.length
  if (all === 0) return null
  const done = under.length === 0 && read === taken.length
  const going = under.find(({ state }) => state === 'going')
  const words = done
    ? say('page.in.all-read', { count: read })
    : under.length > 0
      ? say('page.in.taking', { done: taken.length, all })
      : say('page.in.being-read', { done: read, all })
  const part =
    under.length > 0 ? (taken.length + under.reduce((sum, upload) => sum + upload.part, 0)) / all : read / all
  return (
    <p className="going">
      <span role="status">{words}</span>
      {done ? (
        <Button look="quiet" size="s" onClick={() => forget(({ state }) => state === 'taken')}>
          {say('close')}
        </Button>
      ) : (
        <>
          <progress value={part} max={1} aria-label={words} />
          <span className="t3 clip">{going?.name ?? ''}</span>
        </>
      )}
    </p>
  )
}

function Trouble({ upload }: { readonly upload: Upload }) {
  const say = useSay<DocumentKeys>()
  const offline = upload.state === 'offline'
  const only = ({ key }: Upload) => key === upload.key
  return (
    <li className={offline ? 'blocked' : 'late'}>
      <Icon name={offline ? 'wifi-off' : 'alert-triangle'} small />
      <span>
        {say('page.in.upload-failed', { name: upload.name })}.{' '}
        {offline ? `${say('problem.offline')}.` : (upload.problem ?? '')}
      </span>
      <Button size="s" onClick={() => tryAgain(only)}>
        {say('again')}
      </Button>
      <Button size="s" look="quiet" onClick={() => forget(only)}>
        {say('close')}
      </Button>
    </li>
  )
}
