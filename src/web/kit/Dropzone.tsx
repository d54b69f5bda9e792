import './Dropzone.css'
import { useEffect, useRef, useState } from 'react'
import { Icon } from './Icon.tsx'

const hasFiles = (event: DragEvent): boolean => Boolean(event.dataTransfer?.types.includes('Files'))

export interface DropzoneProps {
  readonly label: string
  readonly onFiles: (files: readonly File[]) => void
  /** The window's own: it takes files only where nothing on the page wants them. */
  readonly behind?: boolean
}

/** What on the page takes files now: what is dropped there is not the window's. */
const inFront = new Set<symbol>()

/** Takes files dropped anywhere in the window, and pasted pictures; the key alternative is the page's own "choose files". */
export function Dropzone({ label, onFiles, behind = false }: DropzoneProps) {
  const [over, setOver] = useState(false)
  const taking = useRef(onFiles)
  taking.current = onFiles
  useEffect(() => {
    const self = Symbol(label)
    if (!behind) inFront.add(self)
    /** Where several could take it, the last that came. */
    const isMine = () => (behind ? inFront.size === 0 : [...inFront].at(-1) === self)
    let depth = 0
    const show = (event: DragEvent) => {
      if (!hasFiles(event) || !isMine()) return
      event.preventDefault()
      depth++
      setOver(true)
    }
    const hold = (event: DragEvent) => hasFiles(event) && isMine() && event.preventDefault()
    const leave = () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (!files.length || !isMine()) return
      // an editor that puts a picture into its text has taken it
      if (event.defaultPrevented) return
      event.preventDefault()
      taking.current(files)
    }
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length && isMine() && !event.defaultPrevented) taking.current(files)
    }
    const listeners = { dragenter: show, dragover: hold, dragleave: leave, drop, paste } as unknown as Record<
      string,
      EventListener
    >
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener)
    return () => {
      inFront.delete(self)
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener)
    }
  }, [behind, label])
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
