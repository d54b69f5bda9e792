import { useEffect, useRef } from 'react'
import { RichEditor, type RichJson } from '../../../../web/kit/editor/RichEditor.tsx'

export interface RichFieldProps {
  readonly label: string
  readonly text: RichJson
  readonly onChange: (text: RichJson) => void
  /** The draft that its pictures stand in; while it is not kept, they are shown from this browser. */
  readonly draftId: () => string | undefined
  /** One begins to write above what stands there. */
  readonly autoFocus: boolean
}

/** The text with its shape; comes with its editor, when somebody wants it. */
export default function RichField({ label, text, onChange, draftId, autoFocus }: RichFieldProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (autoFocus) place.current?.querySelector<HTMLElement>('[role="textbox"]')?.focus()
  }, [autoFocus])
  return (
    <div className="rich-field" ref={place}>
      <RichEditor
        label={label}
        text={text}
        onChange={onChange}
        pictureAddress={fileId => (draftId() ? `/api/mail/drafts/${draftId()}/pictures/${fileId}` : '')}
      />
    </div>
  )
}
