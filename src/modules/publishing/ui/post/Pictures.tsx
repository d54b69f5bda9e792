import { useId, useState } from 'react'
import { QueryFailure, storeFile } from '../../../../web/client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { PublishingKeys } from '../words.ts'
import type { Draft, PictureDraft } from './useDraft.ts'

interface PicturesProps {
  readonly draft: Draft
  readonly put: (changes: Partial<Draft>) => void
}

/** Pictures, each with the words for who does not see it: they are asked for, since nobody thinks of them. */
export function Pictures({ draft, put }: PicturesProps) {
  const say = useSay<PublishingKeys>()
  const id = useId()
  const [failed, setFailed] = useState<string | null>(null)
  const set = (at: number, changes: Partial<PictureDraft>) =>
    put({ pictures: draft.pictures.map((one, index) => (index === at ? { ...one, ...changes } : one)) })
  const add = async (files: readonly File[]) => {
    setFailed(null)
    try {
      const stored: PictureDraft[] = []
      for (const file of files) {
        const { id: fileId } = await storeFile(file)
        stored.push({ fileId, documentId: null, alt: '', shown: URL.createObjectURL(file) })
      }
      put({ pictures: [...draft.pictures, ...stored] })
    } catch (fault) {
      setFailed(
        fault instanceof QueryFailure && fault.refusal ? fault.refusal.message : say('page.publishing.picture-failed'),
      )
    }
  }
  return (
    <div className="pub-add">
      <ul>
        {draft.pictures.map((one, index) => (
          <li key={one.fileId ?? one.documentId}>
            {one.shown ? <img src={one.shown} alt={one.alt} /> : null}
            <div className="field">
              <label htmlFor={`${id}-${index}`}>{say('page.publishing.alt')}</label>
              <textarea
                id={`${id}-${index}`}
                className="input"
                rows={2}
                maxLength={1500}
                value={one.alt}
                aria-invalid={one.alt.trim() === '' || undefined}
                onChange={event => set(index, { alt: event.target.value })}
              />
            </div>
            <Button
              size="s"
              look="quiet"
              icon="trash"
              aria-label={say('page.publishing.picture-remove', { count: index + 1 })}
              onClick={() => put({ pictures: draft.pictures.filter((_, at) => at !== index) })}
            />
          </li>
        ))}
      </ul>
      <label className="btn s">
        {say('page.publishing.picture-add')}
        <input
          className="vh"
          type="file"
          multiple
          accept="image/png,image/jpeg,image/webp,image/gif"
          onChange={event => {
            void add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </label>
      {failed ? <p className="field-problem">{failed}</p> : null}
    </div>
  )
}
