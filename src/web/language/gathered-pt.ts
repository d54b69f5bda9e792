import { pt as web } from '../messages/pt.ts'
import { gather } from './gather.ts'

export default gather(
  'pt',
  web,
  import.meta.glob(['../../kernel/**/messages/pt.ts', '../../modules/*/messages/pt.ts'], { eager: true }),
)
