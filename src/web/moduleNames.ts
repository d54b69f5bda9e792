/** For modules’ pages, which know nothing of the application. */
export { moduleNames } from '../app/pages.ts'
