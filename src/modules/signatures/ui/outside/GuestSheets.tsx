import { useEffect, useState } from 'react'
import { useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { fetchOutside } from '../../../../web/outside.ts'
import type { Keys } from '../words.ts'

/** The pages of the document, fetched by the link one after the other. */
interface Props {
  readonly token: string
  readonly pages: number
  /** What the code gave, where the document is confidential. */
  readonly pass: string | null
}

export function GuestSheets({ token, pages, pass }: Props) {
  const say = useSay<Keys>()
  const language = useLanguage()
  const [pictures, setPictures] = useState<readonly string[]>([])
  useEffect(() => {
    let isGone = false
    const made: string[] = []
    const fetchAll = async () => {
      for (let page = 1; page <= pages && !isGone; page++) {
        const answer = await fetchOutside('sign/page', { token, language, body: { page, width: 1200, pass } })
        if (!answer.ok || isGone) return
        made.push(URL.createObjectURL(answer.body))
        setPictures([...made])
      }
    }
    void fetchAll()
    return () => {
      isGone = true
      for (const one of made) URL.revokeObjectURL(one)
    }
  }, [token, pages, pass, language])
  return (
    <div className="sign-sheets sign-scroll" role="region" aria-label={say('page.signatures.document')} tabIndex={0}>
      {pictures.map((src, index) => (
        <figure className="sign-sheet" key={src}>
          <div className="sign-paper">
            <img src={src} alt={say('page.signatures.page', { page: index + 1, pages })} />
          </div>
        </figure>
      ))}
      {pictures.length === 0 ? <span className="sign-blank" /> : null}
    </div>
  )
}
