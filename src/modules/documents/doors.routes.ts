/** Every stream of documents, as the HTTP surface mounts them. */
import { type DocumentStream, documentStreams } from './doors.http.ts'
import { certificateStream } from './keeping/doors.certificate.ts'

export const documentRoutes: readonly DocumentStream[] = [...documentStreams, certificateStream]
