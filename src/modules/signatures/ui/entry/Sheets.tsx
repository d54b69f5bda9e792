import { useEffect, useRef, useState } from 'react'
import { useSay } from '../../../../web/language/Say.tsx'
import { MarkShown } from '../MarkPad.tsx'
import type { Keys, SignerLine } from '../words.ts'

interface Props {
  readonly id: string
  readonly digest: string
  readonly pages: number
  readonly signers: readonly SignerLine[]
}

const boxStyle = ([left = 0, top = 0, width = 0, height = 0]: readonly number[]) => ({
  left: `${left * 100}%`,
  top: `${top * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
})

/** The document's pages one below the other, each fetched when it comes near; with the places for signatures on them. */
export function Sheets({ id, digest, pages, signers }: Props) {
  return (
    <div className="sign-sheets">
      {Array.from({ length: pages }, (_, index) => (
        <Sheet
          key={`${digest}-${index}`}
          src={`/api/signatures/${id}/pages/${index + 1}.png?width=1200&of=${digest.slice(0, 12)}`}
          number={index + 1}
          pages={pages}
          signers={signers.filter(one => one.field?.page === index + 1)}
        />
      ))}
    </div>
  )
}

interface SheetProps {
  readonly src: string
  readonly number: number
  readonly pages: number
  readonly signers: readonly SignerLine[]
}

function Sheet({ src, number, pages, signers }: SheetProps) {
  const say = useSay<Keys>()
  const near = useNear(number === 1)
  return (
    <figure className="sign-sheet" ref={near.ref}>
      <div className="sign-paper">
        {near.isNear ? (
          <img src={src} alt={say('page.signatures.page', { page: number, pages })} />
        ) : (
          <span className="sign-blank" />
        )}
        {signers.map(one => (
          <span
            key={one.id}
            className="sign-field"
            data-state={one.state}
            data-mine={one.mine || undefined}
            style={boxStyle(one.field!.box)}
          >
            {one.state === 'signed' ? <MarkShown strokes={one.strokes} typed={one.typed} /> : <em>{one.name}</em>}
          </span>
        ))}
      </div>
      <figcaption>{say('page.signatures.page', { page: number, pages })}</figcaption>
    </figure>
  )
}

function useNear(atOnce: boolean) {
  const ref = useRef<HTMLElement>(null)
  const [isNear, setNear] = useState(atOnce)
  useEffect(() => {
    if (isNear || !ref.current) return
    const watch = new IntersectionObserver(entries => entries.some(one => one.isIntersecting) && setNear(true), {
      rootMargin: '600px',
    })
    watch.observe(ref.current)
    return () => watch.disconnect()
  }, [isNear])
  return { ref, isNear }
}
