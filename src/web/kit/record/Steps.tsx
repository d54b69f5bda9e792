import './record.css'
import { type Glyph, GlyphMark } from '../State.tsx'

export interface Step {
  readonly title: string
  readonly glyph: Glyph
  /** Who and when, a line each. */
  readonly lines: readonly string[]
}

/** The steps something goes through, in the columns of the facts. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className="way">
      {steps.map(({ title, glyph, lines }) => (
        <li key={title} className={glyph === 'done' ? 'did' : undefined}>
          <GlyphMark glyph={glyph} />
          <b>{title}</b>
          {lines.map(line => (
            <span key={line}>{line}</span>
          ))}
        </li>
      ))}
    </ol>
  )
}
