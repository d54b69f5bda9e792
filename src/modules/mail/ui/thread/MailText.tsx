import { useState } from 'react'
import { useSay } from '../../../../web/language/Say.tsx'
import type { MailKeys, MailLine } from '../words.ts'
import { pieces } from './pieces.ts'

/** A mail as text; what it quotes is folded away. */
export function MailText({ line }: { readonly line: MailLine }) {
  const say = useSay<MailKeys>()
  const [whole, setWhole] = useState(false)
  const own = line.text.slice(0, line.quotedFrom).trimEnd()
  const quoted = line.text.slice(line.quotedFrom).trim()
  return (
    <div className="mail-text">
      <Words text={own || (quoted ? '' : say('page.mail.no-text'))} />
      {quoted ? (
        <>
          <button type="button" className="unfold" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            <span aria-hidden="true">···</span>
            <span className="vh">{say('page.mail.quoted')}</span>
          </button>
          {whole ? (
            <blockquote>
              <Words text={quoted} />
            </blockquote>
          ) : null}
        </>
      ) : null}
    </div>
  )
}

/** Text with its addresses as links; they open apart and tell nobody where one came from. */
function Words({ text }: { readonly text: string }) {
  return (
    <p className="words">
      {pieces(text).map((piece, index) =>
        piece.href ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text keep their places
          <a key={index} className="link" href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </p>
  )
}
