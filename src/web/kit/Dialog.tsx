import './dialog.css'
import '@mantine/core/styles/Modal.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import { Modal } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { useSay } from '../language/Say.tsx'
import { Icon } from './Icon.tsx'

export interface DialogProps {
  readonly title: string
  /** What it is about, beneath the title. */
  readonly about?: string | undefined
  readonly width?: number
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A sheet over the page, for what must be said now; Escape closes it and nothing that was typed is lost. */
export function Dialog({ title, about, width = 520, onClose, children }: DialogProps) {
  const say = useSay()
  const sheet = useRef<HTMLDivElement>(null)
  // Escape closes first what is open upon the sheet: a list to choose from, a menu, the days of a month.
  const close = () => {
    if (!sheet.current?.querySelector(':popover-open')) onClose()
  }
  return (
    <Modal.Root opened onClose={close} size={width} yOffset="9vh">
      <Modal.Overlay />
      <Modal.Content ref={sheet} aria-label={title}>
        <div className="dialog-head">
          <h2>{title}</h2>
          {about ? <p>{about}</p> : null}
          <button type="button" aria-label={say('close')} onClick={onClose}>
            <Icon name="x" small />
          </button>
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
