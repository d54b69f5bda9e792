/** Every stream of documents, as the HTTP surface mounts them. */
import { type DocumentStream, documentStreams } from './doors.http.ts'
import { certificateStream } from './keeping/doors.certificate.ts'
import { versionStream } from './folders/versions.ts'
import { registerStream } from './keeping/doors.register.ts'
import { labelStream } from './keeping/doors.label.ts'

export const documentRoutes: readonly DocumentStream[] = [
  ...documentStreams,
  versionStream,
  certificateStream,
  labelStream,
  registerStream,
]
