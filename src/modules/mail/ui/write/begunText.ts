import type { RichJson } from '../../../../web/kit/editor/RichEditor.tsx'
import { richOfText } from '../../contract/written.ts'
import type { Letter } from './useDraft.ts'

/** What a mail is begun with, as one begins to write from its mailbox. */
export const begunText = (text: string, writes: 'plain' | 'rich'): Pick<Letter, 'text' | 'rich'> => ({
  text,
  rich: writes === 'rich' ? (richOfText(text) as unknown as RichJson) : null,
})
