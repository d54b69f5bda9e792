import { en as web } from '../messages/en.ts'
import { gather } from './gather.ts'

export default gather(
  'en',
  web,
  import.meta.glob(['../../kernel/**/messages/en.ts', '../../modules/*/messages/en.ts'], { eager: true }),
)
