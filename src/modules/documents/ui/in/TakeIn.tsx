import { useRef } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { Uploads } from './Uploads.tsx'
import { takeFilesIn, type Upload } from './uploads.ts'

/** Choosing files, or photographing a paper; dropping works everywhere in the window. */
export function TakeIn({ isRead }: { readonly isRead: (upload: Upload) => boolean }) {
  const say = useSay<DocumentKeys>()
  const choose = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement) => {
    takeFilesIn([...(input.files ?? [])])
    // So that the same file, chosen a second time, counts again.
    input.value = ''
  }
  useHotkeys([{ keys: 'u', label: say('page.in.choose'), group: say('page.in'), run: () => choose.current?.click() }])
  return (
    <div className="take-in">
      <p>{say('page.in.drop')}</p>
      <Button icon="upload" keys="u" onClick={() => choose.current?.click()}>
        {say('page.in.choose')}
      </Button>
      <Button icon="camera" className="touch" onClick={() => camera.current?.click()}>
        {say('page.in.camera')}
      </Button>
      <input
        ref={choose}
        type="file"
        multiple
        hidden
        aria-label={say('page.in.choose')}
        onChange={event => take(event.target)}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={say('page.in.camera')}
        onChange={event => take(event.target)}
      />
      <Uploads isRead={isRead} />
    </div>
  )
}
