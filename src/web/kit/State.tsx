import type { ReactNode } from 'react'

/** The shapes of states, each always with its word. */
export type Glyph = 'draft' | 'half' | 'waits' | 'blocked' | 'done' | 'settled' | 'late' | 'ended' | 'open'

const ring = <circle cx="7" cy="7" r="5.25" />

const drawn: Readonly<Record<Glyph, readonly [className: string, shape: ReactNode]>> = {
  draft: ['', <circle key="d" cx="7" cy="7" r="5.25" strokeDasharray="2.4 1.7" />],
  open: ['', ring],
  half: [
    'g-accent',
    <g key="h">
      {ring}
      <path className="f" d="M7 4a3 3 0 0 1 0 6z" />
    </g>,
  ],
  waits: [
    '',
    <g key="w">
      {ring}
      <path d="M7 4v3.2l2 1.2" />
    </g>,
  ],
  blocked: [
    'g-blocked',
    <g key="b">
      {ring}
      <path d="M4.4 7h5.2" />
    </g>,
  ],
  settled: [
    '',
    <g key="s">
      {ring}
      <path d="m4.7 7.1 1.6 1.6 3-3.2" />
    </g>,
  ],
  done: [
    'g-ok',
    <g key="o">
      <circle className="f" cx="7" cy="7" r="6" />
      <path className="k" d="m4.4 7.2 1.8 1.8 3.5-3.7" />
    </g>,
  ],
  late: [
    'g-late',
    <g key="l">
      <circle className="f" cx="7" cy="7" r="6" />
      <path className="k" d="M7 3.8v3.6M7 9.6v.4" />
    </g>,
  ],
  ended: [
    '',
    <g key="e">
      {ring}
      <path d="m5.2 5.2 3.6 3.6m0-3.6-3.6 3.6" />
    </g>,
  ],
}

/** The shape alone, for steps that carry their words elsewhere. */
export function GlyphMark({ glyph }: { readonly glyph: Glyph }) {
  const [className, shape] = drawn[glyph]
  return (
    <svg className={`glyph ${className}`} viewBox="0 0 14 14" aria-hidden="true">
      {shape}
    </svg>
  )
}

export interface StateProps {
  readonly glyph: Glyph
  readonly children: ReactNode
  /** Colours the word too: for the head of a record. */
  readonly loud?: boolean
}

/** A state: a shape and a word, never a coloured pill. */
export function State({ glyph, children, loud }: StateProps) {
  const colour = loud && (glyph === 'late' || glyph === 'blocked') ? ` ${glyph}` : ''
  return (
    <span className={`state${colour}`}>
      <GlyphMark glyph={glyph} />
      <span className="clip">{children}</span>
    </span>
  )
}
