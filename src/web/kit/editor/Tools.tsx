import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useEffect, useReducer, useRef } from 'react'
import { ToolIcon, type ToolIconName } from './ToolIcon.tsx'
import { Menu, MenuItem, MenuLabel } from '../Menu.tsx'
import type { FieldFacts } from './nodes.ts'
import type { EditorWord } from './words.ts'

interface ToolsProps {
  readonly editor: Editor
  readonly words: Readonly<Record<EditorWord, string>>
  readonly fields: readonly FieldFacts[]
  readonly askField?: (() => string | null) | undefined
  readonly onPictures?: ((files: readonly File[]) => void) | undefined
  readonly contents?: boolean | undefined
}

/** Formatting above the text: one stop of Tab, arrows between its buttons (ARIA's toolbar). */
export function Tools(props: ToolsProps) {
  const { editor, words } = props
  const [, look] = useReducer((n: number) => n + 1, 0)
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    editor.on('transaction', look)
    return () => void editor.off('transaction', look)
  }, [editor])
  useOneStop(bar)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return void editor.commands.focus()
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    const stops = stopsOf(bar.current)
    const at = stops.indexOf(document.activeElement as HTMLElement)
    if (at < 0 || (document.activeElement as HTMLElement).tagName === 'SELECT') return
    event.preventDefault()
    stops[(at + (event.key === 'ArrowRight' ? 1 : -1) + stops.length) % stops.length]?.focus()
  }
  return (
    <div className="rich-tools" role="toolbar" aria-label={words.tools} tabIndex={-1} ref={bar} onKeyDown={onKeyDown}>
      <StyleSelect {...props} />
      <span className="rich-gap" />
      <Marks {...props} />
      <span className="rich-gap" />
      <Inserts {...props} />
      <span className="rich-gap" />
      <Tool
        words={words}
        word="undo"
        icon="arrow-back-up"
        off={!editor.can().undo()}
        run={() => editor.chain().focus().undo().run()}
      />
      <Tool
        words={words}
        word="redo"
        icon="arrow-forward-up"
        off={!editor.can().redo()}
        run={() => editor.chain().focus().redo().run()}
      />
    </div>
  )
}

const stopsOf = (bar: HTMLElement | null): HTMLElement[] => [
  ...(bar?.querySelectorAll<HTMLElement>(':scope > button, :scope > select, :scope > label > input') ?? []),
]

/** Tab goes by the bar in one step, to where one was in it. */
function useOneStop(bar: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const stops = stopsOf(bar.current)
    const at = stops.find(one => one === document.activeElement) ?? stops.find(one => one.tabIndex === 0) ?? stops[0]
    for (const one of stops) one.tabIndex = one === at ? 0 : -1
  })
}

function StyleSelect({ editor, words }: ToolsProps) {
  const level = ([1, 2, 3] as const).find(one => editor.isActive('heading', { level: one }))
  const choose = (value: string) => {
    const chain = editor.chain().focus()
    if (value === '') chain.setParagraph().run()
    else chain.setHeading({ level: Number(value) as 1 | 2 | 3 }).run()
  }
  return (
    <select
      className="rich-style"
      aria-label={words.style}
      value={level ?? ''}
      onChange={event => choose(event.target.value)}
    >
      <option value="">{words.text}</option>
      {([1, 2, 3] as const).map(one => (
        <option key={one} value={one}>
          {words[`h${one}`]}
        </option>
      ))}
    </select>
  )
}

interface ToolProps {
  readonly words: ToolsProps['words']
  readonly word: EditorWord
  readonly icon: ToolIconName
  readonly run: () => void
  readonly on?: boolean
  readonly off?: boolean
}

function Tool({ words, word, icon, run, on, off }: ToolProps) {
  return (
    <button
      type="button"
      className="rich-tool"
      aria-label={words[word]}
      title={words[word]}
      aria-pressed={on}
      aria-disabled={off || undefined}
      // the text keeps its selection
      onMouseDown={event => event.preventDefault()}
      onClick={() => {
        if (!off) run()
      }}
    >
      <ToolIcon name={icon} />
    </button>
  )
}

function Marks({ editor, words }: ToolsProps) {
  const link = () => {
    if (editor.isActive('link')) return void editor.chain().focus().unsetLink().run()
    const href = prompt(words['link.where'], 'https://')
    if (href && /^(https?:\/\/|mailto:|tel:)\S+$/.test(href))
      editor.chain().focus().extendMarkRange('link').setLink({ href }).run()
  }
  const mark = (word: 'bold' | 'italic' | 'underline') => (
    <Tool
      key={word}
      words={words}
      word={word}
      icon={word}
      on={editor.isActive(word)}
      run={() => editor.chain().focus().toggleMark(word).run()}
    />
  )
  return (
    <>
      {(['bold', 'italic', 'underline'] as const).map(mark)}
      <Tool
        words={words}
        word="bullets"
        icon="list"
        on={editor.isActive('bulletList')}
        run={() => editor.chain().focus().toggleBulletList().run()}
      />
      <Tool
        words={words}
        word="numbers"
        icon="list-numbers"
        on={editor.isActive('orderedList')}
        run={() => editor.chain().focus().toggleOrderedList().run()}
      />
      <Tool words={words} word="link" icon="link" on={editor.isActive('link')} run={link} />
    </>
  )
}

function Inserts({ editor, words, fields, askField, onPictures, contents }: ToolsProps) {
  const run = () => editor.chain().focus()
  const field = (name: string) => run().insertContent({ type: 'field', attrs: { name } }).run()
  return (
    <>
      {fields.length > 0 || askField ? (
        <Menu
          label={words.field}
          width={300}
          button={opener => (
            <button type="button" className="rich-tool named" {...opener}>
              <ToolIcon name="plus" />
              {words.field}
            </button>
          )}
        >
          {fields
            .filter(one => !one.name.startsWith('ask.'))
            .map(one => (
              <MenuItem key={one.name} onSelect={() => field(one.name)}>
                {one.label}
                {one.value ? <span className="t3 clip"> {one.value}</span> : null}
              </MenuItem>
            ))}
          {askField ? (
            <MenuItem
              onSelect={() => {
                const name = askField()
                if (name) field(name)
              }}
            >
              {words.more} …
            </MenuItem>
          ) : null}
        </Menu>
      ) : null}
      <TableMenu editor={editor} words={words} />
      {onPictures ? (
        <label className="rich-tool" title={words.picture}>
          <input
            type="file"
            className="vh"
            accept="image/png,image/jpeg,image/webp"
            aria-label={words.picture}
            onChange={event => {
              onPictures([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <ToolIcon name="photo" />
        </label>
      ) : null}
      <Tool
        words={words}
        word="page-break"
        icon="separator-horizontal"
        run={() => run().insertContent({ type: 'pageBreak' }).run()}
      />
      {contents ? (
        <Tool
          words={words}
          word="contents"
          icon="list-tree"
          off={hasContents(editor)}
          run={() => run().insertContentAt(topOf(editor), { type: 'contents' }).run()}
        />
      ) : null}
    </>
  )
}

/** One list of contents is enough. */
const hasContents = (editor: Editor): boolean =>
  Array.from({ length: editor.state.doc.childCount }, (_, at) => editor.state.doc.child(at)).some(
    ({ type }) => type.name === 'contents',
  )

/** Before the block of the text itself in which one writes: contents stand in no list or table. */
const topOf = ({ state: { selection, doc } }: Editor): number =>
  selection.$from.depth > 0 ? selection.$from.before(1) : Math.min(selection.from, doc.content.size)

function TableMenu({ editor, words }: Pick<ToolsProps, 'editor' | 'words'>) {
  const run = () => editor.chain().focus()
  const isIn = editor.isActive('table')
  const acts = [
    ['table.row', () => run().addRowAfter().run()],
    ['table.column', () => run().addColumnAfter().run()],
    ['table.head', () => run().toggleHeaderRow().run()],
    ['table.drop-row', () => run().deleteRow().run()],
    ['table.drop-column', () => run().deleteColumn().run()],
    ['table.drop', () => run().deleteTable().run()],
  ] as const
  if (!isIn)
    return (
      <Tool
        words={words}
        word="table.insert"
        icon="table"
        run={() => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
      />
    )
  return (
    <Menu
      label={words.table}
      button={opener => (
        <button
          type="button"
          className="rich-tool"
          aria-label={words.table}
          title={words.table}
          aria-pressed
          {...opener}
        >
          <ToolIcon name="table" />
        </button>
      )}
    >
      <MenuLabel>{words.table}</MenuLabel>
      {acts.map(([word, act]) => (
        <MenuItem key={word} onSelect={act}>
          {words[word]}
        </MenuItem>
      ))}
    </Menu>
  )
}
