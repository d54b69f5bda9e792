import './Empty.css'
import type { ReactNode } from 'react'

/** An empty place: one sentence on what belongs here, one button. */
export function Empty({ text, children }: { readonly text: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  )
}
