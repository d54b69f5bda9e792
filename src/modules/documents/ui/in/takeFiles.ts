import { takeFilesIn } from './uploads.ts'

/** What is dropped anywhere in the window is taken in, then shown in the tray. */
export default async function takeFiles(files: readonly File[]): Promise<void> {
  if (location.pathname !== '/in') {
    history.pushState(null, '', '/in')
    dispatchEvent(new PopStateEvent('popstate'))
  }
  takeFilesIn(files)
}
