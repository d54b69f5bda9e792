import { ro as web } from '../messages/ro.ts'
import { gather } from './gather.ts'

export default gather(
  'ro',
  web,
  import.meta.glob(['../../kernel/**/messages/ro.ts', '../../modules/*/messages/ro.ts'], { eager: true }),
)
