import { modulePages } from '../../app/pages.ts'
import { Dropzone } from '../kit/Dropzone.tsx'
import { useSay } from '../language/Say.tsx'

const takes = modulePages.find(module => module.takeFiles)?.takeFiles

/** Papers dropped anywhere in the window go to the module that takes them in. */
export function WindowDrop() {
  const say = useSay()
  if (!takes) return null
  const take = async (files: readonly File[]) => (await takes()).default(files)
  return <Dropzone behind label={say('drop')} onFiles={files => void take(files)} />
}
