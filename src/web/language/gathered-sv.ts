import { sv as web } from '../messages/sv.ts'
import { gather } from './gather.ts'

export default gather(
  'sv',
  web,
  import.meta.glob(['../../kernel/**/messages/sv.ts', '../../modules/*/messages/sv.ts'], { eager: true }),
)
