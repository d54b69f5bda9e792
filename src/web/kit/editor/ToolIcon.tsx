/** The editor's icons (Tabler, MIT) come with the editor: the first page of the desk does not load them. */
import ArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import ArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs'
import Bold from '@tabler/icons-react/dist/esm/icons/IconBold.mjs'
import Italic from '@tabler/icons-react/dist/esm/icons/IconItalic.mjs'
import Link from '@tabler/icons-react/dist/esm/icons/IconLink.mjs'
import List from '@tabler/icons-react/dist/esm/icons/IconList.mjs'
import ListNumbers from '@tabler/icons-react/dist/esm/icons/IconListNumbers.mjs'
import ListTree from '@tabler/icons-react/dist/esm/icons/IconListTree.mjs'
import Photo from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs'
import Plus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import SeparatorHorizontal from '@tabler/icons-react/dist/esm/icons/IconSeparatorHorizontal.mjs'
import Table from '@tabler/icons-react/dist/esm/icons/IconTable.mjs'
import Underline from '@tabler/icons-react/dist/esm/icons/IconUnderline.mjs'

const icons = {
  'arrow-back-up': ArrowBackUp,
  'arrow-forward-up': ArrowForwardUp,
  bold: Bold,
  italic: Italic,
  link: Link,
  list: List,
  'list-numbers': ListNumbers,
  'list-tree': ListTree,
  photo: Photo,
  plus: Plus,
  'separator-horizontal': SeparatorHorizontal,
  table: Table,
  underline: Underline,
}
export type ToolIconName = keyof typeof icons

export function ToolIcon({ name }: { readonly name: ToolIconName }) {
  const One = icons[name]
  return <One className="i i-s" aria-hidden="true" />
}
