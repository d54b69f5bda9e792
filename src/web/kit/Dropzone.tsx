import './Dropzone.css'
import { useEffect, useState } from 'react'
import { Icon } from './Icon.tsx'

const hasFiles = (event: DragEvent): boolean => Boolean(event.dataTransfer?.types.includes('Files'))

export interface DropzoneProps {
  readonly label: string
  readonly onFiles: (files: readonly File[]) => void
}

/** Takes files dropped anywhere in the window, and pasted pictures; the key alternative is the page's own "choose files". */
export function Dropzone({ label, onFiles }: DropzoneProps) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    let depth = 0
    const show = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth++
      setOver(true)
    }
    const hold = (event: DragEvent) => hasFiles(event) && event.preventDefault()
    const leave = () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (!files.length) return
      event.preventDefault()
      onFiles(files)
    }
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length) onFiles(files)
    }
    const listeners = { dragenter: show, dragover: hold, dragleave: leave, drop, paste } as unknown as Record<
      string,
      EventListener
    >
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener)
    }
  }, [onFiles])
  if (!over) return null
  return (
    <div className="dropzone">
      <Icon name="upload" />
      <b>{label}</b>
    </div>
  )
}

export interface FilePickerProps {
  readonly label: string
  readonly onFiles: (files: readonly File[]) => void
  readonly look?: 'primary'
  /** `image/*` with `camera` opens the phone's camera. */
  readonly accept?: string
  readonly camera?: boolean
}

/** The button beside the dropzone: the same by mouse, finger or key. */
export function FilePicker({ label, onFiles, look, accept, camera }: FilePickerProps) {
  return (
    <label className={`btn file-picker ${look ?? ''}`}>
      <Icon name={camera ? 'camera' : 'upload'} small />
      {label}
      <input
        className="vh"
        type="file"
        multiple={!camera}
        accept={accept}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={event => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length) onFiles(files)
        }}
      />
    </label>
  )
}
