import { nl as web } from '../messages/nl.ts'
import { gather } from './gather.ts'

export default gather(
  'nl',
  web,
  import.meta.glob(['../../kernel/**/messages/nl.ts', '../../modules/*/messages/nl.ts'], { eager: true }),
)
