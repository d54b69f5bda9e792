import { nb as web } from '../messages/nb.ts'
import { gather } from './gather.ts'

export default gather(
  'nb',
  web,
  import.meta.glob(['../../kernel/**/messages/nb.ts', '../../modules/*/messages/nb.ts'], { eager: true }),
)
