import './editor.css'
import { Editor } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { useEffect, useRef, useState } from 'react'
import type { RichDoc } from '../../../formats/rich/doc.ts'
import { useLanguage } from '../../language/Say.tsx'
import { type Store, store } from '../store.ts'
import { contentsNode, type FieldFacts, fieldNode, pageBreakNode, pictureNode } from './nodes.ts'
import { cleanPasted } from './pasted.ts'
import { placePicture } from './picture.ts'
import { Tools } from './Tools.tsx'
import { type EditorWord, editorWords } from './words.ts'

export type { FieldFacts } from './nodes.ts'

/** The editor's JSON as it stands on the wire. */
export type RichJson = Readonly<Record<string, unknown>>

export interface RichEditorProps {
  /** Names it for screen readers. */
  readonly label: string
  /** What it begins with; what is written afterwards is told by `onChange` alone. Another text: another `key`. */
  readonly text: RichJson
  readonly onChange: (text: RichJson) => void
  /** Fields that may be put in, with what they stand for now. */
  readonly fields?: readonly FieldFacts[]
  /** Asks for a field of one's own: the name that it gets, or nothing. */
  readonly askField?: () => string | null
  /** Where a stored picture is fetched from; without it no pictures are put in. */
  readonly pictureAddress?: (fileId: string) => string
  readonly autoFocus?: boolean
  /** For long texts: headings can be listed with their pages. */
  readonly contents?: boolean
}

function openEditor(
  element: HTMLElement,
  props: RichEditorProps,
  fields: Store<readonly FieldFacts[]>,
  fresh: ReadonlyMap<string, string>,
  onFiles: (files: readonly File[]) => boolean,
  words: Readonly<Record<EditorWord, string>>,
): Editor {
  const { label, text, pictureAddress } = props
  return new Editor({
    element,
    content: text as never,
    extensions: [
      StarterKit.configure({
        code: false,
        codeBlock: false,
        heading: { levels: [1, 2, 3] },
        link: { openOnClick: false, defaultProtocol: 'https', protocols: ['http', 'https', 'mailto', 'tel'] },
      }),
      TableKit.configure({ table: { resizable: true, cellMinWidth: 40 } }),
      fieldNode(fields),
      pictureNode(fileId => fresh.get(fileId) ?? pictureAddress?.(fileId) ?? ''),
      pageBreakNode,
      contentsNode(words['contents.hint']),
    ],
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'rich-text' },
      transformPastedHTML: cleanPasted,
      handlePaste: (_view, event) => onFiles([...(event.clipboardData?.files ?? [])]),
      handleDrop: (_view, event) => onFiles([...(event.dataTransfer?.files ?? [])]),
    },
  })
}

/** Text with headings, lists, tables, pictures, page breaks and fields; pasted from anywhere, undone by keys. */
export function RichEditor(props: RichEditorProps) {
  const { fields = none, askField, pictureAddress, autoFocus } = props
  const words = editorWords[useLanguage()]
  const place = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [known] = useState(() => store<readonly FieldFacts[]>(fields))
  const [fresh] = useState(() => new Map<string, string>())
  const told = useRef(props)
  told.current = props
  useEffect(() => known.set(fields), [known, fields])

  const putPictures = (files: readonly File[]): boolean => {
    const pictures = files.filter(file => file.type.startsWith('image/'))
    if (!pictureAddress || pictures.length === 0) return false
    setProblem(null)
    for (const file of pictures)
      placePicture(file).then(
        ({ fileId, width, height, address }) => {
          fresh.set(fileId, address)
          const attrs = { fileId, width, height, alt: file.name.replace(/\.\w+$/, '') }
          held.current?.chain().focus().insertContent({ type: 'picture', attrs }).run()
        },
        () => setProblem(words['picture.unfit']),
      )
    return true
  }
  const held = useRef<Editor | null>(null)
  const put = useRef(putPictures)
  put.current = putPictures
  useEffect(() => {
    const opened = openEditor(place.current!, told.current, known, fresh, files => put.current(files), words)
    held.current = opened
    opened.on('update', () => told.current.onChange(opened.getJSON() as RichJson))
    setEditor(opened)
    if (autoFocus) opened.commands.focus('end', { scrollIntoView: false })
    return () => {
      held.current = null
      opened.destroy()
      for (const address of fresh.values()) URL.revokeObjectURL(address)
    }
  }, [known, fresh, autoFocus, words])
  return (
    <div className="rich">
      {editor ? (
        <Tools
          editor={editor}
          words={words}
          fields={fields}
          askField={askField}
          contents={props.contents}
          onPictures={pictureAddress ? files => void putPictures(files) : undefined}
        />
      ) : (
        <div className="rich-tools" />
      )}
      {problem ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
      <div ref={place} className="rich-page" />
    </div>
  )
}

const none: readonly FieldFacts[] = []

/** Whether two texts say the same in the same shape. */
export const sameText = (a: RichJson | RichDoc, b: RichJson | RichDoc): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
