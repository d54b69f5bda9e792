/** Every stream of documents, as the HTTP surface mounts them. */
import { type FileStream } from '../../kernel/files/stream.ts'
import { documentStreams } from './doors.http.ts'
import { certificateStream } from './keeping/doors.certificate.ts'
import { versionStream } from './folders/versions.ts'
import { registerStream } from './keeping/doors.register.ts'
import { zipDocuments } from './many/doors.zip.ts'
import { labelStream } from './keeping/doors.label.ts'
import { sharePassword } from './outside/share-password.ts'
import { publicListDoor } from './outside/public-list.ts'
import { requestDoors } from './outside/request-doors.ts'
import { shareDoors } from './outside/share-doors.ts'
import { documentPassword } from './read-with-password.ts'
import { labelsStream, separatorStream } from './pages/doors.sheets.ts'

export const documentRoutes: readonly FileStream[] = [
  ...documentStreams,
  versionStream,
  certificateStream,
  labelStream,
  registerStream,
  zipDocuments,
  separatorStream,
  labelsStream,
]

/** Acts beside the commands: a password may stand in no journal. */
export const documentActs = [documentPassword, sharePassword] as const

/** What people outside reach by a link. */
export const documentPublic = [...shareDoors, ...requestDoors, publicListDoor] as const
