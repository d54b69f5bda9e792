/** The watched folder of papers: what is laid into it is taken in. */
import type { Kernel } from '../../kernel/kernel.ts'
import type { Looking } from '../../kernel/outside/look-again.ts'
import { watchFolder, type WatchedFolder } from '../../kernel/outside/watched-folder.ts'
import { systemPrincipalId } from '../../kernel/platform/first-run.ts'
import { takeArriving } from './intake.ts'

export interface FolderDoor extends Omit<WatchedFolder, 'take' | 'within'> {
  readonly kernel: Kernel
  readonly principalId?: string
}

export const openFolderDoor = ({ kernel, principalId, ...watched }: FolderDoor): Looking =>
  watchFolder({
    ...watched,
    async take(laid) {
      const arriving = { ...laid, arrivedBy: 'folder', surface: 'folder' } as const
      const taken = await takeArriving(kernel, arriving, principalId ?? systemPrincipalId)
      return taken.status === 'refused' ? taken.name : null
    },
  })
